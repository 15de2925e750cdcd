package import TypedMedia

/// Schemas as an OpenAPI document has them: by name, in one place.
extension JSONObject {
  /// Adds a schema to these components, and its definitions beside it; nothing when there is none.
  package mutating func addComponent(_ schema: JSON?, named name: String) {
    guard var object = schema?.object else { return }
    for (name, definition) in object["$defs"]?.object ?? [:] {
      self[name] = definition.referringToComponents
    }
    object["$defs"] = nil
    self[name] = JSON.object(object).referringToComponents
  }
}

extension JSON {
  /// The schema with references to definitions made references to the components of a document.
  fileprivate var referringToComponents: JSON {
    switch self {
    case .array(let elements): .array(elements.map(\.referringToComponents))
    case .object(let object):
      .object(
        object.reduce(into: JSONObject()) { all, member in
          let reference = member.key == "$ref" ? member.value.string : nil
          all[member.key] =
            reference.map { .string($0.replacing("#/$defs/", with: "#/components/schemas/")) }
            ?? member.value.referringToComponents
        })
    default: self
    }
  }
}
