import TypedMediaGenerator
import TypedMediaSchema

/// Compares what two schemas say of one place, its values aside.
struct SchemaComparison {
  let old: Place
  let new: Place

  var findings: [Finding] {
    required + type + nullability + closedness
      + BoundComparison(old: old.schema, new: new.schema).findings + defaults + format + deprecation
      + words
  }

  /// Whether the two are of different types, so that what is in them cannot be compared.
  var isOtherType: Bool { type.contains { $0.rule == .typeChanged } }

  private var required: [Finding] {
    guard old.isRequired != new.isRequired, case .property? = new.path.last else { return [] }
    return new.isRequired
      ? [Finding(.becameRequired, "optional", "required", shapesType: true)]
      : [Finding(.becameOptional, "required", "optional", shapesType: true)]
  }

  private var type: [Finding] {
    let (before, after) = (old.schema.kind, new.schema.kind)
    let (wasUnion, isUnion) = (old.schema.alternatives != nil, new.schema.alternatives != nil)
    if wasUnion && isUnion { return [] }
    if wasUnion != isUnion {
      return [Finding(.typeChanged, before, after, shapesType: true)]
    }
    switch (old.values, new.values) {
    case (nil, let values?):
      return [Finding(.valuesClosed, before, values.listed, shapesType: true)]
    case (let values?, nil):
      return [Finding(.valuesOpened, values.listed, after, shapesType: true)]
    case (_?, _?): return []
    case (nil, nil): break
    }
    let (oldTypes, newTypes) = (Set(old.schema.types), Set(new.schema.types))
    guard before != after else { return [] }
    let rule: ChangeRule =
      if newTypes.isEmpty || oldTypes == ["integer"] && newTypes == ["number"] {
        .typeWidened
      } else if oldTypes.isEmpty || oldTypes == ["number"] && newTypes == ["integer"] {
        .typeNarrowed
      } else {
        .typeChanged
      }
    return [Finding(rule, before, after, shapesType: true)]
  }

  private var nullability: [Finding] {
    guard old.schema.isNullable != new.schema.isNullable else { return [] }
    return new.schema.isNullable
      ? [Finding(.becameNullable, "not null", "or null", shapesType: true)]
      : [Finding(.noLongerNullable, "or null", "not null", shapesType: true)]
  }

  /// Whether an object takes members that it does not declare.
  private var closedness: [Finding] {
    func rank(_ schema: SchemaView) -> Int {
      switch schema["additionalProperties"] {
      case nil, true?, .object([:])?: 2
      case false?: 0
      default: 1
      }
    }
    let names = ["no other members", "other members of one type", "any other members"]
    let (before, after) = (rank(old.schema), rank(new.schema))
    guard before != after else { return [] }
    return [
      Finding(.check(isStricter: after < before), names[before], names[after], shapesType: true)
    ]
  }

  private var defaults: [Finding] {
    let (before, after) = (old.schema["default"], new.schema["default"])
    guard before != after else { return [] }
    return [
      Finding(
        .defaultChanged, before.map { "default \($0.text())" },
        after.map { "default \($0.text())" },
        shapesType: true)
    ]
  }

  private var format: [Finding] {
    let (before, after) = (old.schema["format"]?.string, new.schema["format"]?.string)
    guard before != after else { return [] }
    return [
      Finding(
        .formatChanged, before.map { "format \($0)" }, after.map { "format \($0)" },
        shapesType: true)
    ]
  }

  private var deprecation: [Finding] {
    let isDeprecated = new.schema["deprecated"]?.bool == true
    guard isDeprecated != (old.schema["deprecated"]?.bool == true) else { return [] }
    return isDeprecated
      ? [Finding(.deprecated, nil, "deprecated")]
      : [Finding(.noLongerDeprecated, "deprecated", nil)]
  }

  /// What no rule depends on.
  private var words: [Finding] {
    let keywords = Set(old.schema.keywords.keys + new.schema.keywords.keys).subtracting(Self.known)
    let changed = keywords.filter { old.schema[$0] != new.schema[$0] }.sorted()
    return changed.map { keyword in
      func text(_ place: Place) -> String? {
        place.schema[keyword].map { "\(keyword) \(Literal.text($0))" }
      }
      return Finding(
        Self.prose.contains(keyword) ? .descriptionChanged : .annotationChanged, text(old),
        text(new))
    }
  }

  private static let prose: Set<String> = [
    "description", "title", "examples", "example", "$comment",
  ]

  /// The keywords that are compared otherwise.
  private static let known: Set<String> = [
    "$defs", "$id", "$ref", "$schema", "additionalItems", "additionalProperties", "allOf", "anyOf",
    "components", "const", "contains", "default", "definitions", "dependencies",
    "dependentRequired", "dependentSchemas", "deprecated", "else", "enum", "exclusiveMaximum",
    "exclusiveMinimum", "format", "if", "items", "maxContains", "maxItems", "maxLength",
    "maxProperties", "maximum", "minContains", "minItems", "minLength", "minProperties", "minimum",
    "multipleOf", "not", "nullable", "oneOf", "pattern", "patternProperties", "prefixItems",
    "properties", "propertyNames", "required", "then", "type", "unevaluatedItems",
    "unevaluatedProperties", "uniqueItems", RetirementNotice.modelKeyword,
    RetirementNotice.valuesKeyword,
  ]
}

extension SchemaView {
  /// Of what type a value is, in a word or two.
  var kind: String {
    if let alternatives { return alternatives.map(\.label).joined(separator: " or ") }
    if !types.isEmpty { return types.sorted().joined(separator: " or ") }
    return self["properties"] != nil ? "object" : self["items"] != nil ? "array" : "anything"
  }
}

extension [JSON] {
  /// The values in one line.
  var listed: String { map { $0.text() }.joined(separator: ", ") }
}
