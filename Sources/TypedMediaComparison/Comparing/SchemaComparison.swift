import TypedMediaGenerator
import TypedMediaSchema

/// Compares what two schemas say of one place, its values aside.
struct SchemaComparison {
  let pair: PlacePair

  private var old: Place { pair.old }
  private var new: Place { pair.new }

  var findings: [Finding] {
    guard pair.mayDiffer else { return [] }
    let isListed = pair.effectBefore.values != nil && pair.effectAfter.values != nil
    let rules =
      required + type + nullability
      + (isOtherType
        ? []
        : closedness + BoundComparison(old: pair.effectBefore, new: pair.effectAfter).findings
          // Of listed values it is known which are taken.
          + (isListed ? [] : ConditionComparison(pair).findings) + format)
    return rules + unexplained(by: rules) + defaults + deprecation + words
  }

  /// Tells whether the two are of different types, so that what is in them cannot be compared.
  var isOtherType: Bool {
    guard pair.mayDiffer else { return false }
    return (old.schema.alternatives == nil) != (new.schema.alternatives == nil)
      || type.contains { $0.rule == .typeChanged }
  }

  /// A difference that none of the rules tells of.
  private func unexplained(by findings: [Finding]) -> [Finding] {
    guard findings.allSatisfy(\.rule.isOfWords), pair.effectBefore != pair.effectAfter,
      pair.effectBefore.values == nil || pair.effectAfter.values == nil,
      let rule = pair.judgement
    else { return [] }
    let (before, after) = (pair.before.text, pair.after.text)
    return [
      Finding(
        rule, before.filter { !after.contains($0) }, after.filter { !before.contains($0) })
    ]
  }

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
    guard wasUnion == isUnion else { return type(before, after) }
    let (kinds, newKinds) = (pair.effectBefore.kinds, pair.effectAfter.kinds)
    switch (pair.effectBefore.values, pair.effectAfter.values) {
    case (nil, let values?):
      if kinds.isDisjoint(with: newKinds) { return type(before, after) }
      return pair.isWidened
        ? [] : [Finding(.valuesClosed, before, values.listed, shapesType: true)]
    case (let values?, nil):
      guard pair.isWidened else { return type(values.listed, after) }
      return pair.isNarrowed
        ? [] : [Finding(.valuesOpened, values.listed, after, shapesType: true)]
    case (_?, _?): return []
    case (nil, nil): return before == after || kinds == newKinds ? [] : type(before, after)
    }
  }

  private func type(_ before: String, _ after: String) -> [Finding] {
    let (kinds, newKinds) = (pair.effectBefore.kinds, pair.effectAfter.kinds)
    let (wasUnion, isUnion) = (old.schema.alternatives != nil, new.schema.alternatives != nil)
    let rule: ChangeRule
    if wasUnion == isUnion, pair.effectBefore.values == nil {
      // Bounds, members and elements are compared beside.
      rule =
        kinds.isSubset(of: newKinds)
        ? .typeWidened : kinds.isDisjoint(with: newKinds) ? .typeChanged : .typeNarrowed
    } else if pair.isWidened {
      // The same in other words is none on the wire.
      if pair.isNarrowed { return [] }
      rule = .typeWidened
    } else if pair.isReplaced {
      rule = .typeChanged
    } else {
      // One of the listed values is refused, for all of them were tried.
      let isRefused = pair.effectBefore.values != nil || !kinds.isSubset(of: newKinds)
      rule = isRefused || pair.isNarrowed ? .typeNarrowed : .schemaChanged
    }
    return [Finding(rule, before, after, shapesType: true)]
  }

  private var nullability: [Finding] {
    guard old.schema.isNullable != new.schema.isNullable else { return [] }
    return new.schema.isNullable
      ? [Finding(.becameNullable, "not null", "or null", shapesType: true)]
      : [Finding(.noLongerNullable, "or null", "not null", shapesType: true)]
  }

  /// Tells whether an object takes members that it does not declare.
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
    // To leave a member out is to leave it out, whether or not it is said that it is null then.
    let saysNothing = (before ?? .null).isNull && (after ?? .null).isNull
    return [
      Finding(
        saysNothing ? .annotationChanged : .defaultChanged, before.map { "default \($0.text())" },
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
    // What is said in several keywords is one thing to look at.
    let groups = Dictionary(grouping: changed, by: rule(for:))
    return groups.sorted { $0.key.rawValue < $1.key.rawValue }.map { rule, keywords in
      let members = keywords.map { ChangedMembers(old.schema[$0], new.schema[$0], at: $0) }
      return Finding(rule, members.flatMap(\.before), members.flatMap(\.after))
    }
  }

  private func rule(for keyword: String) -> ChangeRule {
    if Self.prose.contains(keyword) { return .descriptionChanged }
    let (before, after) = (old.schema[keyword]?.number, new.schema[keyword]?.number)
    let name = keyword.hasPrefix("x-") ? keyword.dropFirst(2) : keyword[...]
    guard let after, name.hasPrefix("max") || name.hasPrefix("min") else {
      return .annotationChanged
    }
    guard let before else { return .limitTightened }
    return (name.hasPrefix("max") ? after < before : after > before)
      ? .limitTightened : .annotationChanged
  }

  private static let prose: Set<String> = [
    "description", "title", "examples", "example", "$comment", DocumentationTable.notesKeyword,
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
    "unevaluatedProperties", "uniqueItems", Retirement.modelKeyword,
    Retirement.valuesKeyword,
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

extension Conjunction {
  /// The schemas in one line each.
  fileprivate var text: [String] { parts.map { JSON.object($0).rules.text() } }
}
