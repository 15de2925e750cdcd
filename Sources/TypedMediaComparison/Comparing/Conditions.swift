import TypedMediaSchema

/// The rules of one place that are about several of its members.
struct Conditions {
  /// Each rule as a schema of its own.
  let rules: Set<JSON>
  /// The names of the properties that the place has.
  let properties: Set<String>
  /// The names of those that have to be there anyway.
  let required: Set<String>

  private static let keywords: Set<String> = [
    "oneOf", "anyOf", "not", "if", "then", "else", "dependentRequired", "dependentSchemas",
    "dependencies", "contains", "propertyNames", "patternProperties", "unevaluatedProperties",
    "unevaluatedItems",
  ]

  /// - Parameter document: What the schema is a part of.
  init(of schema: SchemaView, in document: JSON) {
    properties = Set(schema.properties.map(\.name))
    required = Set(schema.required)
    let isObject = !properties.isEmpty || schema.types == ["object"]
    let parts = [schema.keywords] + Self.parts(of: document[schema.place]?.object ?? [:], document)
    rules = Set(
      parts.compactMap { part in
        var rule = JSONObject()
        for (key, value) in part where Self.keywords.contains(key) {
          // Elsewhere these say of what type the value is.
          if key == "oneOf" || key == "anyOf", !isObject || schema.alternatives != nil { continue }
          rule[key] = Self.stripped(value)
        }
        return rule.isEmpty ? nil : .object(rule)
      })
  }

  /// The schemas that have to hold besides; a view merges what they say of properties alone.
  private static func parts(
    of schema: JSONObject, _ document: JSON, depth: Int = 0
  ) -> [JSONObject] {
    guard depth < 8 else { return [] }
    return (schema["allOf"]?.array ?? []).flatMap { part -> [JSONObject] in
      var object = part.object ?? [:]
      if let reference = object["$ref"]?.string, reference.hasPrefix("#"),
        let pointer = JSONPointer(uriFragment: String(reference.dropFirst()))
      {
        object = document[pointer]?.object ?? [:]
      }
      return [object] + parts(of: object, document, depth: depth + 1)
    }
  }

  /// The rules in one line; `nil` when there are none.
  var text: String? {
    rules.isEmpty ? nil : rules.map { $0.text() }.sorted().joined(separator: " ")
  }

  /// The schema of all rules together.
  var validator: JSONSchema? {
    var options = JSONSchema.Options()
    options.lenient = true
    return try? JSONSchema(["allOf": .array(Array(rules))], options: options)
  }

  /// Whether they say nothing of what the members are.
  var isAboutPresence: Bool { rules.allSatisfy(Self.isAboutPresence) }

  /// The names of the members that they are about.
  var names: Set<String> { rules.reduce(into: []) { $0.formUnion(Self.names(in: $1)) } }

  private static func isAboutPresence(_ rule: JSON) -> Bool {
    guard let object = rule.object else { return rule.bool != nil }
    return object.allSatisfy { key, value in
      switch key {
      case "required", "dependentRequired": true
      case "type": value == "object"
      case "properties":
        value.object?.allSatisfy { $0.value.bool != nil || $0.value == [:] } ?? false
      case "not", "if", "then", "else": isAboutPresence(value)
      case "oneOf", "anyOf", "allOf": value.array?.allSatisfy(isAboutPresence) ?? false
      default: false
      }
    }
  }

  private static func names(in rule: JSON) -> Set<String> {
    var names: Set<String> = []
    for (key, value) in rule.object ?? [:] {
      switch key {
      case "required": names.formUnion((value.array ?? []).compactMap(\.string))
      case "properties": names.formUnion(value.object?.keys ?? [])
      case "dependentRequired":
        for (name, needs) in value.object ?? [:] {
          names.formUnion([name] + (needs.array ?? []).compactMap(\.string))
        }
      default:
        for part in value.array ?? [value] { names.formUnion(Self.names(in: part)) }
      }
    }
    return names
  }

  private static let prose: Set<String> = ["description", "title", "examples", "$comment"]

  private static func stripped(_ json: JSON) -> JSON {
    switch json {
    case .object(let object):
      var kept = JSONObject()
      for (key, value) in object where !(prose.contains(key) && value.object == nil) {
        kept[key] = stripped(value)
      }
      return .object(kept)
    case .array(let elements): return .array(elements.map(stripped))
    default: return json
    }
  }
}
