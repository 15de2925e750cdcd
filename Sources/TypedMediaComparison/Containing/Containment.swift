import TypedMediaSchema

/// Finds out whether all that one schema takes is taken by another.
///
/// It says only what can be shown: `false` may also mean that it cannot be told.
struct Containment {
  /// Tells whether a reference leads to the same in both documents.
  let haveSameDefinitions: Bool
  /// The amount that may still be looked at.
  private var budget = 5_000
  /// What is being looked at: a schema that comes back to itself is contained if all else is.
  private var open: [Pair] = []

  private struct Pair: Equatable {
    let inner: [JSONObject]
    let outer: [JSONObject]
  }

  init(haveSameDefinitions: Bool) { self.haveSameDefinitions = haveSameDefinitions }

  /// Tells whether `outer` takes all that `inner` takes.
  mutating func isContained(_ inner: Conjunction, in outer: Conjunction) -> Bool {
    (!inner.takesNull || outer.takesNull) && isContainedBesidesNull(inner, in: outer)
  }

  /// Tells whether `outer` takes all that `inner` takes, `null` aside.
  mutating func isContainedBesidesNull(_ inner: Conjunction, in outer: Conjunction) -> Bool {
    if inner.parts == outer.parts, inner.isImpossible == outer.isImpossible,
      haveSameDefinitions || inner.leadsToTheSame(as: outer)
    {
      return true
    }
    budget -= 1
    let pair = Pair(inner: inner.parts, outer: outer.parts)
    guard budget > 0, open.count < 40 else { return false }
    guard !open.contains(pair) else { return true }
    open.append(pair)
    defer { open.removeLast() }
    let effect = Effect(of: inner)
    if isEmpty(inner, effect) { return true }
    if outer.isImpossible { return false }
    if let values = effect.values ?? inner.integers(effect), let validator = outer.validator {
      return values.allSatisfy(validator.isValid)
    }
    if outer.parts.allSatisfy({ holds($0, of: outer, for: inner, effect) }) { return true }
    if isContradictory(inner) { return true }
    if let branches = inner.branches,
      branches.allSatisfy({ isContainedBesidesNull($0, in: outer) })
    {
      return true
    }
    if effect.kinds == ["boolean"], let validator = outer.validator {
      return validator.isValid(true) && validator.isValid(false)
    }
    let types = types(of: effect)
    let cases =
      types.count > 1
      ? types.map { inner.only([$0]) } : types == ["object"] ? inner.cases(for: outer) : nil
    return cases?.allSatisfy { isContainedBesidesNull($0, in: outer) } ?? false
  }

  /// Tells whether no value but `null` is taken by both.
  mutating func areDisjoint(_ left: Conjunction, _ right: Conjunction) -> Bool {
    budget -= 1
    guard budget > 0 else { return false }
    let both = Conjunction((left.parts + right.parts).map(JSON.object), in: left.document)
    let (effect, other) = (Effect(of: left), Effect(of: right))
    let kinds = effect.kinds.intersection(other.kinds)
    if kinds.isEmpty || left.isImpossible || right.isImpossible { return true }
    if let values = effect.values, let validator = right.validator {
      return !values.contains(where: validator.isValid)
    }
    if let values = other.values, let validator = left.validator {
      return !values.contains(where: validator.isValid)
    }
    if kinds == ["object"] {
      let required = left.required.union(right.required)
      if required.contains(where: {
        areDisjoint(left.property($0), right.property($0)) && !both.property($0).takesNull
      }) {
        return true
      }
    }
    if let branches = left.branches { return branches.allSatisfy { areDisjoint($0, right) } }
    if let branches = right.branches { return branches.allSatisfy { areDisjoint(left, $0) } }
    return false
  }

  private func types(of effect: Effect) -> [String] {
    effect.kinds.contains("fraction")
      ? effect.kinds.subtracting(["integer", "fraction"]).sorted() + ["number"]
      : effect.kinds.sorted()
  }

  private func isEmpty(_ all: Conjunction, _ effect: Effect) -> Bool {
    effect.kinds.isEmpty || effect.values?.isEmpty == true
      || effect.kinds == ["object"] && all.required.contains { all.property($0).isImpossible }
  }

  /// Tells whether all that a schema takes is what it excludes.
  private mutating func isContradictory(_ all: Conjunction) -> Bool {
    for (index, part) in all.parts.enumerated() {
      for keyword in ["not", "oneOf"] {
        guard let value = part[keyword] else { continue }
        var rest = all.parts
        rest[index][keyword] = nil
        let others = Conjunction(rest.map(JSON.object), in: all.document)
        var fitting = 0
        for rule in value.array ?? [value] where fitting < 2 {
          if isContainedBesidesNull(others, in: Conjunction([rule], in: all.document)) {
            fitting += 1
          }
        }
        if fitting >= (keyword == "not" ? 1 : 2) { return true }
      }
    }
    return false
  }

  /// Tells whether all that `inner` takes fulfils a part of `outer`.
  private mutating func holds(
    _ part: JSONObject, of outer: Conjunction, for inner: Conjunction, _ effect: Effect
  ) -> Bool {
    for (keyword, value) in part where !holds(keyword, value, part, outer, inner, effect) {
      return false
    }
    // The bounds of a part depend on its type, so that they are compared together.
    var bounded = part
    bounded["type"] = .array(types(of: effect).map(JSON.string))
    for keyword in ["enum", "const"] { bounded[keyword] = nil }
    return effect.isAsStrict(as: Effect(of: Conjunction([.object(bounded)], in: outer.document)))
  }

  private mutating func holds(
    _ keyword: String, _ value: JSON, _ part: JSONObject, _ outer: Conjunction,
    _ inner: Conjunction, _ effect: Effect
  ) -> Bool {
    func schemas(_ json: JSON) -> [Conjunction] {
      (json.array ?? []).map { Conjunction([$0], in: outer.document) }
    }
    switch keyword {
    case "type": return Effect.kinds(of: value)?.isSuperset(of: effect.kinds) ?? true
    case "enum", "const": return false
    case "anyOf": return schemas(value).contains { isContainedBesidesNull(inner, in: $0) }
    case "oneOf":
      let branches = schemas(value)
      return branches.indices.contains { index in
        isContainedBesidesNull(inner, in: branches[index])
          && branches.indices.allSatisfy { $0 == index || areDisjoint(inner, branches[$0]) }
      }
    case "not": return areDisjoint(inner, Conjunction([value], in: outer.document))
    default: break
    }
    if effect.kinds.contains("object"), Self.ofObjects.contains(keyword) {
      return holdsOfObjects(keyword, value, part, outer, inner)
    }
    if effect.kinds.contains("array"), Self.ofArrays.contains(keyword) {
      if keyword == "items", part["prefixItems"] == nil, value.array == nil {
        return isContained(inner.elements, in: Conjunction([value], in: outer.document))
      }
      return isSaid([keyword, "items"], part, outer, inner)
    }
    if ["if", "then", "else"].contains(keyword) {
      return part["if"] == nil || isSaid(["if", "then", "else"], part, outer, inner)
    }
    return keyword != "$ref" || isSaid(["$ref"], part, outer, inner)
  }

  private static let ofObjects: Set<String> = [
    "additionalProperties", "dependencies", "dependentRequired", "dependentSchemas",
    "patternProperties", "properties", "propertyNames", "required", "unevaluatedProperties",
  ]
  private static let ofArrays: Set<String> = [
    "additionalItems", "contains", "items", "maxContains", "minContains", "prefixItems",
    "unevaluatedItems",
  ]

  private mutating func holdsOfObjects(
    _ keyword: String, _ value: JSON, _ part: JSONObject, _ outer: Conjunction,
    _ inner: Conjunction
  ) -> Bool {
    switch keyword {
    case "required":
      return inner.required.isSuperset(of: (value.array ?? []).compactMap(\.string))
    case "properties":
      return (value.object ?? [:]).allSatisfy { name, schema in
        isContained(inner.property(name), in: Conjunction([schema], in: outer.document))
      }
    case "additionalProperties" where part["patternProperties"] == nil:
      let schema = Conjunction([value], in: outer.document)
      let names = inner.declared.subtracting(part["properties"]?.object?.keys ?? [])
      return isContained(inner.otherMembers, in: schema)
        && names.allSatisfy { isContained(inner.property($0), in: schema) }
    case "dependentRequired":
      return (value.object ?? [:]).allSatisfy { name, needs in
        let said = inner.parts.flatMap { $0["dependentRequired"]?[name]?.array ?? [] }
        return inner.property(name).isImpossible
          || inner.required.union(said.compactMap(\.string))
            .isSuperset(of: (needs.array ?? []).compactMap(\.string))
      }
    case "additionalProperties":
      return isSaid([keyword, "properties", "patternProperties"], part, outer, inner)
    case "unevaluatedProperties": return isSaid(part.keys, part, outer, inner)
    default: return isSaid([keyword], part, outer, inner)
    }
  }

  /// Tells whether `inner` says the same in one of its parts.
  private func isSaid(
    _ keywords: [String], _ part: JSONObject, _ outer: Conjunction, _ inner: Conjunction
  ) -> Bool {
    func said(_ part: JSONObject) -> JSON {
      var rules = JSONObject()
      for keyword in keywords { rules[keyword] = part[keyword]?.rules }
      return .object(rules)
    }
    let rules = said(part)
    return inner.parts.contains { said($0) == rules }
      && (haveSameDefinitions || rules.leadsToTheSame(in: inner.document, as: outer.document))
  }
}

extension Effect {
  /// Tells whether all bounds of `other` are kept by what keeps these.
  func isAsStrict(as other: Effect) -> Bool {
    other.steps.allSatisfy { step in steps.contains { $0.isMultiple(of: step) } }
      && patterns.isSuperset(of: other.patterns) && (isUnique || !other.isUnique)
      && other.bounds.allSatisfy { keyword, bound in
        bounds[keyword].map {
          !bound.isStricter(than: $0, isLower: Effect.lowerBounds.contains(keyword))
        } ?? false
      }
  }
}

extension JSON {
  /// The references in it.
  private var references: Set<String> {
    var found: Set<String> = []
    func collect(_ json: JSON) {
      switch json {
      case .object(let object):
        if let reference = object["$ref"]?.string { found.insert(reference) }
        for (_, value) in object { collect(value) }
      case .array(let elements): elements.forEach(collect)
      default: break
      }
    }
    collect(self)
    return found
  }

  /// Tells whether its references lead to the same in two documents, be it nowhere.
  func leadsToTheSame(in document: JSON, as other: JSON) -> Bool {
    var open = references
    var seen: Set<String> = []
    while let reference = open.popFirst() {
      guard seen.insert(reference).inserted else { continue }
      let target = document.target(of: reference)
      guard target == other.target(of: reference) else { return false }
      open.formUnion(target?.references ?? [])
    }
    return true
  }

  /// A schema's rules alone, in an order that does not depend on how they are written down.
  var rules: JSON {
    switch self {
    case .object(let object):
      var kept = JSONObject()
      for (key, value) in object.sorted(by: { $0.key < $1.key }) {
        switch key {
        case "description", "title", "examples", "example", "$comment", "default":
          // A property may be called so.
          if value.object != nil { kept[key] = value.rules }
        case "enum", "required", "anyOf", "oneOf", "allOf", "type":
          let elements = (value.array ?? []).map { key == "enum" ? $0 : $0.rules }
          kept[key] =
            value.array == nil
            ? value : .array(elements.sorted { $0.text() < $1.text() })
        case "const": kept[key] = value
        default: kept[key] = value.rules
        }
      }
      return .object(kept)
    case .array(let elements): return .array(elements.map(\.rules))
    default: return self
    }
  }
}
