import TypedMediaSchema

/// Finds the members of a request that its model does not know, though no rule of the schema forbids
/// them: a name that was mistyped, most often, which the service refuses or leaves aside.
struct UnknownMembers {
  /// Where they are, and what there could be instead.
  private(set) var found: [(place: JSONPointer, message: String)] = []
  private let model: String

  /// - Parameters:
  ///   - body: The request.
  ///   - schema: What the model takes.
  ///   - model: The model's name.
  init(in body: JSON, of schema: SchemaView, named model: String) {
    self.model = model
    look(into: body, schema, at: .root)
  }

  private mutating func look(into value: JSON, _ schema: SchemaView, at place: JSONPointer) {
    guard place.tokens.count < 64 else { return }
    switch value {
    case .array(let elements):
      guard schema["prefixItems"] == nil, let items = schema.child("items") else { return }
      for (index, element) in elements.enumerated() {
        look(into: element, items, at: place.appending(index))
      }
    case .object(let object):
      let properties = schema.allProperties
      // Of several kinds of objects, that it is any of them is for the validation to say.
      guard !properties.isEmpty, schema.alternatives == nil else { return }
      let schemas = Dictionary(
        properties.map { ($0.name, $0.schema) }, uniquingKeysWith: { first, _ in first })
      for (name, member) in object {
        if let property = schemas[name] {
          look(into: member, property, at: place.appending(name))
        } else if schema.leavesOpen {
          let known = properties.map(\.name)
          let listed = known.prefix(24).joined(separator: ", ")
          let subject = place.tokens.isEmpty ? model : place.description
          found.append(
            (
              place.appending(name),
              "\(name) is not a parameter of \(subject); those are \(listed)"
                + (known.count > 24 ? ", …" : "")
            ))
        }
      }
    default: return
    }
  }
}

extension SchemaView {
  /// Tells whether it says nothing of members that it does not name.
  fileprivate var leavesOpen: Bool {
    ["additionalProperties", "patternProperties", "unevaluatedProperties", "propertyNames"]
      .allSatisfy { self[$0] == nil }
  }
}
