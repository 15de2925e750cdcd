import TypedMediaSchema

/// The rules of one place that are about several of its members.
struct Conditions {
  /// Each rule as a schema of its own.
  let rules: Set<JSON>
  /// The names of the properties that the place has.
  let properties: Set<String>
  /// The names of those that have to be there anyway.
  let required: Set<String>

  /// The keyword of the alternatives that are places of their own.
  let keyword: String?

  private static let keywords: Set<String> = [
    "$ref", "additionalItems", "anyOf", "contains", "dependencies", "dependentRequired",
    "dependentSchemas", "else", "if", "not", "oneOf", "patternProperties", "propertyNames", "then",
    "unevaluatedItems", "unevaluatedProperties",
  ]

  /// - Parameter all: What the schema says in all of its parts.
  init(of schema: SchemaView, saying all: Conjunction) {
    properties = Set(schema.propertyNames)
    required = Set(schema.required)
    let keyword =
      schema.alternatives == nil ? nil : ["oneOf", "anyOf"].first { schema[$0] != nil }
    self.keyword = keyword
    let place = keyword.flatMap { keyword in all.parts.firstIndex { $0[keyword] != nil } }
    rules = Set(
      all.parts.enumerated().compactMap { index, part in
        var rule = JSONObject()
        for (key, value) in part where Self.keywords.contains(key) {
          // There these say of what type the value is.
          if index == place, key == keyword { continue }
          rule[key] = value.rules
        }
        return rule.isEmpty ? nil : .object(rule)
      })
  }

  /// The schema of all rules together.
  var validator: JSONSchema? {
    var options = JSONSchema.Options()
    options.lenient = true
    return try? JSONSchema(["allOf": .array(Array(rules))], options: options)
  }

  /// Tells whether they say nothing of what the members are.
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
}
