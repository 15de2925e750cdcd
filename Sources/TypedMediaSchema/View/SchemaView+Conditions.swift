extension SchemaView {
  /// The members that conditions speak of, in the order in which they do, declared or not: what has to be
  /// there under a condition, and what that depends on.
  package var mentionedNames: [String] {
    var names: [String] = []
    func add(_ name: String) { if !names.contains(name) { names.append(name) } }
    /// Adds what a condition, or what holds under one, says has to be there or looks at.
    func addNames(in schema: JSON, depth: Int = 0) {
      guard depth < Self.greatestDepth else { return }
      (schema["properties"]?.object ?? [:]).keys.forEach(add)
      (schema["required"]?.array ?? []).compactMap(\.string).forEach(add)
      for keyword in ["allOf", "anyOf", "oneOf"] {
        for part in schema[keyword]?.array ?? [] { addNames(in: part, depth: depth + 1) }
      }
      for keyword in ["if", "then", "else", "not"] {
        if let part = schema[keyword] { addNames(in: part, depth: depth + 1) }
      }
    }
    for keywords in [keywords] + conjuncts {
      if let condition = keywords["if"] {
        for part in [condition, keywords["then"], keywords["else"]].compactMap({ $0 }) {
          addNames(in: part)
        }
      }
      for keyword in ["dependentRequired", "dependentSchemas", "dependencies"] {
        for (name, needs) in keywords[keyword]?.object ?? [:] {
          add(name)
          (needs.array ?? []).compactMap(\.string).forEach(add)
          addNames(in: needs)
        }
      }
      for keyword in ["oneOf", "anyOf"] {
        for branch in keywords[keyword]?.array ?? [] {
          (branch["required"]?.array ?? []).compactMap(\.string).forEach(add)
        }
      }
    }
    return names
  }
}
