extension SchemaValidator {
  /// Whether `value` keeps a rule that combines schemas.
  mutating func checkCombination(
    _ rule: SchemaRule, _ value: JSON, _ node: SchemaNode, _ evaluated: inout Evaluated
  ) -> Bool {
    switch rule {
    case .allOf(let schemas):
      var isValid = true
      for schema in schemas where !evaluate(schema, value, &evaluated) {
        guard isCollecting else { return false }
        isValid = false
      }
      return isValid
    case .anyOf(let schemas):
      if isAnyValid(schemas, value, &evaluated) { return true }
      if isCollecting { explainAnyOf(schemas, value, node, &evaluated) }
      return false
    case .oneOf(let schemas):
      let matches = self.matches(schemas, value, &evaluated)
      if matches.count == 1 { return true }
      if isCollecting { explainOneOf(schemas, matches: matches, value, node, &evaluated) }
      return false
    case .not(let schema):
      // What a schema that must not hold has seen does not count.
      var ignored = Evaluated.unwanted
      guard probe(schema, value, &ignored) else { return true }
      if isCollecting { explainNot(schema, value, node) }
      return false
    case .condition(let condition, let then, let otherwise):
      let branch = probe(condition, value, &evaluated) ? then : otherwise
      guard let branch else { return true }
      return evaluate(branch, value, &evaluated)
    default:
      return true
    }
  }

  private mutating func isAnyValid(
    _ schemas: [Int], _ value: JSON, _ evaluated: inout Evaluated
  ) -> Bool {
    var isValid = false
    for schema in schemas where probe(schema, value, &evaluated) {
      isValid = true
      // Later schemas matter only for what they evaluate.
      if !evaluated.isWanted { return true }
    }
    return isValid
  }

  /// Which of the schemas hold; in a hurry, no more than two of them.
  private mutating func matches(
    _ schemas: [Int], _ value: JSON, _ evaluated: inout Evaluated
  ) -> [Int] {
    var matches: [Int] = []
    for (index, schema) in schemas.enumerated() where probe(schema, value, &evaluated) {
      matches.append(index)
      if matches.count == 2, !isCollecting { break }
    }
    return matches
  }
}
