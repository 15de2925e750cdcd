/// What is said of an object under a condition.
extension SchemaView {
  /// Notes the properties that are declared under a condition.
  mutating func readConditions(_ depth: Int) {
    guard depth < Self.greatestDepth else { return }
    for keyword in ["then", "else"] where keywords["if"] != nil { noteProperties([keyword], depth) }
    for keyword in ["dependentSchemas", "dependencies"] {
      for name in self[keyword]?.object?.keys ?? [] where self[keyword]?[name]?.array == nil {
        noteProperties([keyword, name], depth)
      }
    }
  }

  private mutating func noteProperties(_ tokens: [String], _ depth: Int) {
    guard notedConditions.insert(place(of: tokens)).inserted,
      let schema = child(tokens, depth: depth + 1, merging: self), !schema.isImpossible
    else { return }
    conditionalProperties += schema.declaredProperties
    hasConditionalRest = hasConditionalRest || schema.takesMore
    for keyword in ["oneOf", "anyOf"] where schema[keyword] != nil {
      noteBranches(in: keyword, of: schema, depth + 1)
    }
  }

  /// Notes the properties that the alternatives of another schema declare, of which none may hold.
  mutating func noteBranches(in keyword: String, of schema: SchemaView, _ depth: Int) {
    let branches = schema.branches(in: keyword, depth)
    conditionalProperties += branches.flatMap(\.declaredProperties)
    hasConditionalRest = hasConditionalRest || branches.contains(where: \.takesMore)
  }

  /// Tells whether there may be members besides the properties.
  private var takesMore: Bool { additionalProperties != nil || hasConditionalRest }

  private func branches(in keyword: String, _ depth: Int) -> [SchemaView] {
    guard (self[keyword]?.array?.count ?? 0) <= Self.mostParts, depth < Self.greatestDepth else {
      return []
    }
    return possibleBranches(of: keyword, depth: depth + 1)
  }

  private var declaredProperties: [(name: String, layer: Layer)] {
    (self["properties"]?.object ?? [:]).map { name, schema in
      (name, Layer(json: schema, place: place(of: ["properties", name])))
    } + conditionalProperties
  }

  /// The members that conditions speak of, in the order in which they do, declared or not: what has to be
  /// there under a condition, and what that depends on.
  package var mentionedNames: [String] {
    var mentioned = MentionedNames()
    for keywords in [keywords] + conjuncts { mentioned.look(at: keywords) }
    return mentioned.names
  }
}

/// Collects the members of an object that conditions speak of.
private struct MentionedNames {
  private(set) var names: [String] = []
  private var seen: Set<String> = []

  mutating func look(at keywords: JSONObject) {
    if let condition = keywords["if"] {
      for part in [condition, keywords["then"], keywords["else"]].compactMap({ $0 }) {
        addNames(in: part)
      }
    }
    addDependents(in: keywords)
    for keyword in ["oneOf", "anyOf"] {
      for branch in keywords[keyword]?.array ?? [] { add(Self.required(in: branch)) }
    }
  }

  private mutating func addDependents(in keywords: JSONObject) {
    for keyword in ["dependentRequired", "dependentSchemas", "dependencies"] {
      for (name, needs) in keywords[keyword]?.object ?? [:] {
        add([name] + (needs.array ?? []).compactMap(\.string))
        addNames(in: needs)
      }
    }
  }

  /// Adds what a condition looks at, and what has to be there under one.
  private mutating func addNames(in schema: JSON, depth: Int = 0) {
    guard depth < SchemaView.greatestDepth else { return }
    add((schema["properties"]?.object ?? [:]).keys + Self.required(in: schema))
    if let keywords = schema.object { addDependents(in: keywords) }
    for keyword in ["allOf", "anyOf", "oneOf"] {
      for part in schema[keyword]?.array ?? [] { addNames(in: part, depth: depth + 1) }
    }
    for keyword in ["if", "then", "else", "not"] {
      if let part = schema[keyword] { addNames(in: part, depth: depth + 1) }
    }
  }

  private mutating func add(_ more: [String]) {
    for name in more where seen.count < SchemaView.mostParts && seen.insert(name).inserted {
      names.append(name)
    }
  }

  private static func required(in schema: JSON) -> [String] {
    (schema["required"]?.array ?? []).compactMap(\.string)
  }
}
