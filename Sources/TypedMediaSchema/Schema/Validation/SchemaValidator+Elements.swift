extension SchemaValidator {
  /// Tells whether an array keeps a rule on its elements.
  mutating func checkElements(
    _ rule: SchemaRule, _ elements: [JSON], _ value: JSON, _ node: SchemaNode,
    _ evaluated: inout Evaluated
  ) -> Bool {
    switch rule {
    case .items(let items):
      return check(items, elements, value, node, &evaluated)
    case .contains(let contains):
      return check(contains, elements, value, node, &evaluated)
    case .uniqueItems:
      guard take(value.weight / 4) else { return false }
      guard let (first, second) = elements.firstRepetition else { return true }
      return reject(value, node, "uniqueItems", allowed: "items that all differ") {
        "\($0.place(of: String(second))) repeats \($0.place(of: String(first)))"
      }
    case .unevaluatedItems(let schema):
      return checkUnevaluated(schema, elements, value, node, &evaluated)
    default:
      return true
    }
  }

  private mutating func check(
    _ items: SchemaRule.Items, _ elements: [JSON], _ value: JSON, _ node: SchemaNode,
    _ evaluated: inout Evaluated
  ) -> Bool {
    var isValid = true
    for (index, element) in elements.enumerated() {
      guard let schema = index < items.prefix.count ? items.prefix[index] : items.rest else {
        break
      }
      evaluated.mark(index)
      if index >= items.prefix.count, nodes[schema].isNever {
        evaluated.markAll()
        let size = Size(subject: .items, minimum: nil, maximum: items.prefix.count)
        return reject(value, node, items.restKeyword, allowed: size.allowed) {
          "\($0.place) has \(size.amount(elements.count)); allowed: \(size.allowed)"
        }
      }
      if !visit(schema, element, at: String(index)) {
        guard isCollecting else { return false }
        isValid = false
      }
    }
    return isValid
  }

  private mutating func check(
    _ contains: SchemaRule.Contains, _ elements: [JSON], _ value: JSON, _ node: SchemaNode,
    _ evaluated: inout Evaluated
  ) -> Bool {
    var count = 0
    var openCount = 0
    for (index, element) in elements.enumerated() {
      let found = probe(part: element, contains.schema)
      guard found.isValid else { continue }
      count += 1
      if !found.isSure { openCount += 1 }
      if contains.evaluates { evaluated.mark(index) }
    }
    isUnsure = isUnsure || openCount > 0
    let isEnough = count >= contains.minimum
    if isEnough, count - openCount <= contains.maximum ?? .max { return true }
    guard isCollecting else { return false }
    let size = Size(subject: .items, minimum: contains.minimum, maximum: contains.maximum)
    let allowed =
      "\(size.allowed) of the kind: \(SchemaSummary.text(nodes[contains.schema].schema))"
    let keyword =
      isEnough ? "maxContains" : node.schema["minContains"] == nil ? "contains" : "minContains"
    return reject(value, node, keyword, allowed: allowed) {
      "\($0.place) has \(size.amount(count)) of this kind; allowed: \(allowed)"
    }
  }

  private mutating func checkUnevaluated(
    _ schema: Int, _ elements: [JSON], _ value: JSON, _ node: SchemaNode,
    _ evaluated: inout Evaluated
  ) -> Bool {
    guard take(elements.count / 4) else { return false }
    var isValid = true
    for (index, element) in elements.enumerated() where !evaluated.contains(index) {
      if !visit(schema, element, at: String(index)) {
        guard isCollecting else { return false }
        isValid = false
      }
      evaluated.mark(index)
    }
    return isValid
  }
}

extension [JSON] {
  /// The places of two elements that are equal.
  var firstRepetition: (first: Int, second: Int)? {
    var seen: [JSON: Int] = [:]
    for (index, element) in enumerated() {
      if let first = seen.updateValue(index, forKey: element) { return (first, index) }
    }
    return nil
  }
}
