package import TypedMedia

extension OfferedModel {
  /// The model with what its service says for people, as the generator reads it: a table in
  /// `x-documentation`, and `x-notes` at the properties that the record's settings are about.
  ///
  /// The generator knows the words of no service: its catalog does.
  package func documented(by catalog: ModelCatalog) -> OfferedModel {
    OfferedModel(name: name, id: id) { [record] old in
      guard var model = try await record(old) else { return nil }
      let rows = catalog.documentation(model).filter { !$0.text.isEmpty }
      if !rows.isEmpty {
        model.object["x-documentation"] = .object(
          rows.reduce(into: JSONObject()) { $0[$1.label] = .string($1.text) })
      }
      let settings = (model.object["settings"]?.array ?? []).compactMap(\.object)
      if !settings.isEmpty {
        model.object["input_schema"] = model.inputSchema?.noting(settings)
      }
      return model
    }
  }
}

extension JSON {
  /// Keywords whose values are no schemas.
  private static let literals: Set<String> = ["const", "default", "enum", "example", "examples"]

  /// Keywords of what is in a list: its members may have the name of a setting, and are none. What is compiled
  /// once for several models stays the same in all.
  private static let elements: Set<String> = ["items", "prefixItems"]

  /// The schema with what `settings` say of its properties. What it says of them itself stays.
  fileprivate func noting(_ settings: [JSONObject]) -> JSON {
    switch self {
    case .array(let elements): return .array(elements.map { $0.noting(settings) })
    case .object(let members):
      var noted = JSONObject()
      for (key, value) in members {
        guard !Self.literals.contains(key), !Self.elements.contains(key) else {
          noted[key] = value
          continue
        }
        noted[key] = value.noting(settings)
        guard key == "properties", case .object(var properties)? = noted[key] else { continue }
        for setting in settings {
          guard let name = setting["key"]?.string, case .object(var property)? = properties[name]
          else {
            continue
          }
          property.note(setting)
          properties[name] = .object(property)
        }
        noted[key] = .object(properties)
      }
      return .object(noted)
    default: return self
    }
  }
}

extension JSONObject {
  /// Adds what a setting says of the property that this is the schema of.
  fileprivate mutating func note(_ setting: JSONObject) {
    if let label = setting["label"]?.string, self["description"] == nil, self["title"] == nil {
      self["title"] = .string(label)
    }
    guard let affectsCost = setting["affects_cost"]?.bool, self["x-notes"] == nil else { return }
    let note = affectsCost ? "It affects the cost." : "It does not affect the cost."
    self["x-notes"] = .array([.string(note)])
  }
}
