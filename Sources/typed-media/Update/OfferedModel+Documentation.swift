import Foundation
import TypedMedia

extension OfferedModel {
  /// The model with what its service says for people, as the generator reads it: a table in
  /// `x-documentation`, and `x-notes` at the properties that the record's settings are about.
  ///
  /// The generator knows the words of no service. These are the ones that records of all of them have,
  /// but for what a second costs, which is Hedra's.
  package func documented() -> OfferedModel {
    OfferedModel(name: name, id: id) { [record] old in
      guard var model = try await record(old) else { return nil }
      let table = model.documentation
      if !table.isEmpty { model.object["x-documentation"] = .object(table) }
      model.object["input_schema"] = model.inputSchema?.noting(model.settings)
      return model
    }
  }
}

extension ModelRecord {
  /// The rows of the table.
  fileprivate var documentation: JSONObject {
    let perSecond = object["pricing"]?["credits_per_second"]?.decimal ?? 0
    let rows: [(label: String, text: String?)] = [
      ("Provider", provider),
      ("Base cost", baseCost.map { "\($0) credits" }),
      ("Cost of a second", perSecond > 0 ? "\(perSecond) credits" : nil),
      ("Plans that may use it", Self.list(requiredPlans)),
      ("Not available in", Self.list(restrictedCountries)),
      ("Tags", Self.list(tags)),
    ]
    return rows.reduce(into: [:]) { table, row in
      if let text = row.text, !text.isEmpty { table[row.label] = .string(text) }
    }
  }

  private static func list(_ texts: [String]) -> String? {
    texts.isEmpty ? nil : texts.joined(separator: ", ")
  }
}

extension JSON {
  /// Keywords whose values are no schemas.
  private static let literals: Set<String> = ["const", "default", "enum", "example", "examples"]

  /// The schema with what `settings` say of its properties. What it says of them itself stays.
  fileprivate func noting(_ settings: [ModelRecord.Setting]) -> JSON {
    switch self {
    case .array(let elements): return .array(elements.map { $0.noting(settings) })
    case .object(let members):
      var noted = JSONObject()
      for (key, value) in members {
        guard !Self.literals.contains(key) else {
          noted[key] = value
          continue
        }
        noted[key] = value.noting(settings)
        guard key == "properties", case .object(var properties)? = noted[key] else { continue }
        for setting in settings {
          guard let name = setting.key, case .object(var property)? = properties[name] else {
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
  fileprivate mutating func note(_ setting: ModelRecord.Setting) {
    if let label = setting.label, self["description"] == nil, self["title"] == nil {
      self["title"] = .string(label)
    }
    guard let affectsCost = setting.affectsCost, self["x-notes"] == nil else { return }
    let note = affectsCost ? "It affects the cost." : "It does not affect the cost."
    self["x-notes"] = .array([.string(note)])
  }
}
