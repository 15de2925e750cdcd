extension SchemaValidator {
  /// Tells whether `value` keeps a rule.
  mutating func check(
    _ rule: SchemaRule, _ value: JSON, _ node: SchemaNode, _ evaluated: inout Evaluated
  ) -> Bool {
    switch rule {
    case .never:
      return reject(value, node, "", allowed: "nothing") { "\($0.place) is not allowed here" }
    case .constant(let constant):
      return constant == value || reject(value, node, "const", allowed: constant.excerpt(of: 60))
    case .enumeration(let enumeration):
      return enumeration.contains(value)
        || reject(value, node, "enum", allowed: enumeration.allowed)
    case .type(let types):
      return types.allows(value) || reject(value, node, "type", allowed: types.allowed)
    case .bounds(let bounds):
      return check(bounds, value, node)
    case .multiple(of: let divisor):
      guard case .number(let number) = value else { return true }
      // A division of long numbers takes up to a million steps of another kind.
      guard max(number.text.utf8.count, divisor.text.utf8.count) <= 64 || take(10_000) else {
        return false
      }
      return number.isMultiple(of: divisor)
        || reject(value, node, "multipleOf", allowed: "a multiple of \(divisor.text)")
    case .size(let size):
      return check(size, value, node)
    case .pattern(let pattern):
      guard case .string(let string) = value else { return true }
      // What is no address at all need not be told twice.
      if let last = violations.last, last.rule == "format", last.instancePath.tokens == path {
        return false
      }
      return matches(pattern, string)
        || reject(value, node, "pattern", allowed: "text that matches \(pattern.source)")
    case .format(let format):
      guard case .string(let string) = value else { return true }
      guard take(string.utf8.count / 256) else { return false }
      return format.accepts(string)
        || reject(value, node, "format", allowed: "text in the format '\(format.rawValue)'")
    case .address:
      guard case .string(let string) = value else { return true }
      return WebAddress.isReachable(string)
        || reject(value, node, "format", allowed: WebAddress.allowed)
    case .properties(let properties):
      // The rule that most values meet most often takes no second look at what it is.
      guard case .object(let object) = value else { return true }
      return check(properties, object, node, &evaluated)
    case .required, .dependentRequired, .propertyNames, .dependentSchemas, .unevaluatedProperties:
      guard case .object(let object) = value else { return true }
      return checkMembers(rule, object, value, node, &evaluated)
    case .items, .contains, .uniqueItems, .unevaluatedItems:
      guard case .array(let elements) = value else { return true }
      return checkElements(rule, elements, value, node, &evaluated)
    case .reference(let index):
      return follow(index, value, &evaluated)
    case .dynamicReference(let anchor, let fallback):
      return follow(target(of: anchor, fallback: fallback), value, &evaluated)
    case .allOf, .anyOf, .oneOf, .not, .condition:
      return checkCombination(rule, value, node, &evaluated)
    }
  }

  private mutating func check(_ bounds: [Bound], _ value: JSON, _ node: SchemaNode) -> Bool {
    guard case .number(let number) = value, let bound = bounds.first(where: { !$0.allows(number) })
    else { return true }
    return reject(value, node, bound.keyword, allowed: bounds.allowed)
  }

  private mutating func check(_ size: Size, _ value: JSON, _ node: SchemaNode) -> Bool {
    if case .string(let string) = value, size.subject == .characters {
      let length = string.utf8.count
      if size.allowsAnyText(ofLength: length) { return true }
      guard take(length / 256) else { return false }
    }
    guard let count = size.count(of: value), let keyword = size.brokenKeyword(by: count) else {
      return true
    }
    return reject(value, node, keyword, allowed: size.allowed) {
      "\($0.place) has \(size.amount(count)); allowed: \(size.allowed)"
    }
  }
}
