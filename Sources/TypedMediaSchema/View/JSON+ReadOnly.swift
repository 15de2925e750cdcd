extension JSON {
  /// The schema as it is for requests: a property that only a service sets, `readOnly`, has to be there
  /// in answers alone.
  ///
  /// - Parameter document: What the schema's references lead into.
  package func demandingNothingReadOnly(in document: JSON) -> JSON {
    mentions("readOnly") || document.mentions("readOnly")
      ? ReadOnlyProperties(document: document).relieved(self, of: []) : self
  }

  /// Tells whether there is a member `key` anywhere in it.
  private func mentions(_ key: String) -> Bool {
    switch self {
    case .object(let object): object.contains(key) || object.contains { $0.value.mentions(key) }
    case .array(let elements): elements.contains { $0.mentions(key) }
    default: false
    }
  }
}

/// Finds the properties that only a service sets.
private struct ReadOnlyProperties {
  let document: JSON

  /// The keywords whose schemas are about the same object.
  private static let parts: Set = ["allOf", "anyOf", "oneOf", "if", "then", "else"]
  private static let literals: Set = ["const", "enum", "default", "example", "examples"]

  /// `json` without what demands one of the properties, `outer` among them.
  func relieved(_ json: JSON, of outer: Set<String>, isSchema: Bool = true) -> JSON {
    switch json {
    case .array(let elements): return .array(elements.map { relieved($0, of: outer) })
    case .object(let object):
      let names = isSchema ? outer.union(self.names(in: json)) : []
      var relieved = JSONObject()
      for (key, value) in object {
        switch (isSchema, key, value) {
        case (true, "required", .array(let required)):
          relieved[key] = .array(required.filter { !names.contains($0.string ?? "") })
        case (true, _, _) where Self.literals.contains(key): relieved[key] = value
        case (true, "properties", _):
          relieved[key] = self.relieved(value, of: [], isSchema: false)
        default:
          let isPart = isSchema && Self.parts.contains(key)
          relieved[key] = self.relieved(value, of: isPart ? names : [])
        }
      }
      return .object(relieved)
    default: return json
    }
  }

  private func names(in schema: JSON, depth: Int = 0) -> Set<String> {
    guard depth < SchemaView.greatestDepth else { return [] }
    var names = Set(
      (schema["properties"]?.object ?? [:]).filter { isReadOnly($0.value) }.map(\.key))
    for part in (schema["allOf"]?.array ?? []) + [target(of: schema)].compactMap({ $0 }) {
      names.formUnion(self.names(in: part, depth: depth + 1))
    }
    return names
  }

  private func isReadOnly(_ schema: JSON, depth: Int = 0) -> Bool {
    guard depth < SchemaView.greatestDepth else { return false }
    return schema["readOnly"]?.bool == true
      || target(of: schema).map { isReadOnly($0, depth: depth + 1) } ?? false
  }

  private func target(of schema: JSON) -> JSON? {
    guard let reference = schema["$ref"]?.string, reference.hasPrefix("#") else { return nil }
    return JSONPointer(uriFragment: String(reference.dropFirst())).flatMap { document[$0] }
  }
}
