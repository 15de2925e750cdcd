extension SchemaValidator {
  /// Tells whether `value` keeps a rule that combines schemas.
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
      let (matches, openCount) = self.matches(schemas, value, &evaluated)
      isUnsure = isUnsure || openCount > 0
      if matches.count == 1 || matches.count > 1 && matches.count - openCount <= 1 { return true }
      if isCollecting { explainOneOf(schemas, matches: matches, value, node, &evaluated) }
      return false
    case .not(let schema):
      // What a schema that must not hold has seen does not count.
      var ignored = Evaluated.unwanted
      let found = probeSurely(schema, value, &ignored)
      isUnsure = isUnsure || !found.isSure
      guard found.isValid, found.isSure else { return true }
      if isCollecting { explainNot(schema, value, node) }
      return false
    case .condition(let condition, let then, let otherwise):
      let found = probeSurely(condition, value, &evaluated)
      isUnsure = isUnsure || !found.isSure
      guard found.isSure, let branch = found.isValid ? then : otherwise else { return true }
      return evaluate(branch, value, &evaluated)
    default:
      return true
    }
  }

  private mutating func isAnyValid(
    _ schemas: [Int], _ value: JSON, _ evaluated: inout Evaluated
  ) -> Bool {
    var isValid = false
    for schema in schemas {
      let found = probeSurely(schema, value, &evaluated)
      guard found.isValid else { continue }
      isUnsure = isUnsure || !found.isSure
      isValid = true
      // Later schemas matter only for what they evaluate.
      if !evaluated.isWanted { return true }
    }
    return isValid
  }

  /// Which of the schemas hold, and how many of these may not; in a hurry, no more than two that do.
  private mutating func matches(
    _ schemas: [Int], _ value: JSON, _ evaluated: inout Evaluated
  ) -> (matches: [Int], openCount: Int) {
    var matches: [Int] = []
    var openCount = 0
    for (index, schema) in schemas.enumerated() {
      let found = probeSurely(schema, value, &evaluated)
      guard found.isValid else { continue }
      matches.append(index)
      if !found.isSure { openCount += 1 }
      if matches.count - openCount == 2, !isCollecting { break }
    }
    return (matches, openCount)
  }
}
