import TypedMediaSchema

/// Which of an object's optional properties only make sense together, in order, or apart.
///
/// `dependentRequired`, `oneOf` or `anyOf` of `required` sets, and `not` of one say so, also as parts of
/// an `allOf`. Properties that are linked by them form a group, and a group has a list of the
/// combinations that are allowed: what is not on it cannot be written in Swift.
struct PropertyGroups {
  /// One group, of at least two properties.
  struct Group: Hashable {
    /// The properties, in the schema's order.
    var members: [String]
    /// The allowed combinations, by what has to be there and what may be there besides.
    var choices: [Choice]
    /// Tells whether none of the members needs to be there.
    var isOptional: Bool
    /// Tells whether it only says that one property needs another.
    var isSequence: Bool
    /// Members that stand for each other, of which one at most is there; the choices have the first of
    /// them, for all.
    var alternatives: [[String]] = []
  }

  /// Combinations with the same core.
  struct Choice: Hashable {
    /// What is there.
    var required: [String]
    /// What may be there besides, each or not.
    var optional: [String]
  }

  private enum Rule {
    /// The properties that are there wherever the property is.
    case dependency(String, needs: [String])
    /// As many of these branches hold as the numbers say.
    case branches([Branch], allowed: ClosedRange<Int>)
    /// These are never there together.
    case exclusion([String])

    var properties: [String] {
      switch self {
      case .dependency(let property, let needs): [property] + needs
      case .exclusion(let properties): properties
      case .branches(let branches, _): branches.flatMap { $0.required + $0.excluded }
      }
    }

    func allows(_ present: Set<String>) -> Bool {
      switch self {
      case .dependency(let property, let needs):
        !present.contains(property) || present.isSuperset(of: needs)
      case .branches(let branches, let allowed):
        allowed.contains(branches.filter { $0.holds(for: present) }.count)
      case .exclusion(let properties): !present.isSuperset(of: properties)
      }
    }
  }

  /// One way in which properties may be combined.
  private struct Branch {
    /// What has to be there.
    var required: [String]
    /// What may not be there: its schema is `false`.
    var excluded: [String]

    /// The branch that `schema` is; `nil` when it says more than what has to be there.
    init?(_ schema: JSON) {
      guard let object = schema.object else { return nil }
      required = (object["required"]?.array ?? []).compactMap(\.string)
      let properties = object["properties"]?.object ?? [:]
      excluded = properties.filter { $0.value == false }.map(\.key)
      // That a property may be anything, or is what its name says already, adds nothing.
      let isPlain = properties.allSatisfy { _, value in value.bool != nil || value == [:] }
      let known: Set = ["required", "properties", "type", "title", "description"]
      guard isPlain, object.allSatisfy({ known.contains($0.key) }), !(required + excluded).isEmpty
      else { return nil }
    }

    func holds(for present: Set<String>) -> Bool {
      present.isSuperset(of: required) && present.isDisjoint(with: excluded)
    }
  }

  /// Past this many, an enum would be harder to use than optional properties and ``validate()``.
  private static let mostMembers = 6
  private static let mostChoices = 12

  /// The groups of `schema`'s properties.
  static func groups(of schema: SchemaView) -> [Group] {
    let stated = rules(of: schema)
    guard !stated.isEmpty else { return [] }
    let names = schema.properties.map(\.name)
    let required = Set(schema.required)
    let rules = stated.filter { rule in
      Set(rule.properties).isSubset(of: names) && !Set(rule.properties).isSubset(of: required)
    }
    return components(of: rules, among: names.filter { !required.contains($0) })
      .compactMap { members in
        let linked = rules.filter { !Set($0.properties).isDisjoint(with: members) }
        return group(of: members, under: linked, besides: required)
      }
  }

  private static func rules(of schema: SchemaView) -> [Rule] {
    ([schema.keywords] + schema.conjuncts).flatMap(rules(in:))
  }

  private static func rules(in keywords: JSONObject) -> [Rule] {
    var rules = (keywords["dependentRequired"]?.object ?? [:]).map { property, needs in
      Rule.dependency(property, needs: (needs.array ?? []).compactMap(\.string))
    }
    if let excluded = keywords["not"].flatMap(Branch.init), excluded.excluded.isEmpty,
      excluded.required.count > 1
    {
      rules.append(.exclusion(excluded.required))
    }
    for (keyword, most) in [("oneOf", 1), ("anyOf", Int.max)] {
      guard let branches = keywords[keyword]?.array else { continue }
      let read = branches.compactMap(Branch.init)
      // A branch that says more than what is required is the validator's.
      if read.count == branches.count { rules.append(.branches(read, allowed: 1...most)) }
    }
    return rules
  }

  /// The properties that rules link, directly or over others, in the schema's order.
  private static func components(of rules: [Rule], among names: [String]) -> [[String]] {
    var components: [Set<String>] = []
    for rule in rules {
      var merged = Set(rule.properties).intersection(names)
      components.removeAll { component in
        guard !component.isDisjoint(with: merged) else { return false }
        merged.formUnion(component)
        return true
      }
      components.append(merged)
    }
    return components.map { component in names.filter(component.contains) }
      .filter { $0.count > 1 && $0.count <= mostMembers }
      .sorted { (names.firstIndex(of: $0[0]) ?? 0) < (names.firstIndex(of: $1[0]) ?? 0) }
  }

  private static func group(
    of members: [String], under rules: [Rule], besides required: Set<String>
  ) -> Group? {
    var allowed = subsets(of: members).filter { present in
      rules.allSatisfy { $0.allows(required.union(present)) }
    }
    let isOptional = allowed.contains([])
    allowed.removeAll(where: \.isEmpty)
    let alternatives = alternatives(among: members, in: Set(allowed.map(Set.init)))
    let others = Set(alternatives.flatMap { $0.dropFirst() })
    allowed.removeAll { !others.isDisjoint(with: $0) }
    let choices = choices(covering: allowed, of: members.filter { !others.contains($0) })
    guard !choices.isEmpty, choices.count <= mostChoices else { return nil }
    let isSequence = rules.allSatisfy { if case .dependency = $0 { true } else { false } }
    return Group(
      members: members, choices: choices, isOptional: isOptional, isSequence: isSequence,
      alternatives: alternatives)
  }

  /// All subsets of `members`, the smaller before the larger, each in the members' order.
  private static func subsets(of members: [String]) -> [[String]] {
    members.reduce([[]]) { subsets, member in subsets + subsets.map { $0 + [member] } }
      .sorted { $0.count < $1.count }
  }

  /// As few choices as cover `allowed`, and nothing else.
  private static func choices(covering allowed: [[String]], of members: [String]) -> [Choice] {
    var open = allowed.map(Set.init)
    let all = Set(open)
    var choices: [Choice] = []
    for core in allowed where open.contains(Set(core)) {
      var optional: [String] = []
      for member in members where !core.contains(member) {
        let combinations = subsets(of: optional).map { Set(core + $0 + [member]) }
        if combinations.allSatisfy({ all.contains($0) && open.contains($0) }) {
          optional.append(member)
        }
      }
      let covered = Set(subsets(of: optional).map { Set(core + $0) })
      open.removeAll(where: covered.contains)
      choices.append(Choice(required: core, optional: optional))
    }
    return choices
  }
}
