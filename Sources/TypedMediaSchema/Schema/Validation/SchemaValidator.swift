/// Runs a program on a value.
///
/// One walk serves two ends. Without collecting it stops at the first violation and builds nothing;
/// collecting, it goes on and explains each.
struct SchemaValidator {
  let program: SchemaProgram
  let limit: Int
  var isCollecting = false
  var violations: [SchemaViolation] = []
  /// The way to the value at hand; kept only while collecting.
  var path: [String] = []

  /// How deep in the instance the value at hand is.
  private var depth = 0
  /// How many schemas are being evaluated, one on behalf of another.
  private var nesting = 0
  /// The references that are being followed, so that a circle is noticed.
  private var following: [(node: Int, depth: Int)] = []
  /// The resources that were entered on the way, outermost first.
  private var resources: [Int] = []

  init(_ program: SchemaProgram, limit: Int = 1) {
    self.program = program
    self.limit = limit
  }

  mutating func isValid(_ instance: JSON) -> Bool {
    var evaluated = Evaluated.unwanted
    return evaluate(0, instance, &evaluated)
  }

  mutating func violations(in instance: JSON) -> [SchemaViolation] {
    isCollecting = true
    _ = isValid(instance)
    return violations
  }

  /// Whether `value` is valid by a schema; adds what that schema has evaluated.
  ///
  /// What is nested deeply goes on on a stack of its own, and after a while on a further one.
  mutating func evaluate(_ index: Int, _ value: JSON, _ outer: inout Evaluated) -> Bool {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting % 512 == 32 else { return evaluateHere(index, value, &outer) }
    return DeepStack.run { evaluateHere(index, value, &outer) }
  }

  private mutating func evaluateHere(
    _ index: Int, _ value: JSON, _ outer: inout Evaluated
  ) -> Bool {
    let node = program.nodes[index]
    if node.acceptsNull, value.isNull { return true }
    if program.isDynamic { resources.append(node.resource) }
    defer { if program.isDynamic { resources.removeLast() } }
    guard outer.isWanted || node.looksAtEvaluated else {
      return check(node.rules, value, node, &outer)
    }
    var own = Evaluated(isWanted: true)
    let isValid = check(node.rules, value, node, &own)
    // An explanation says what is wrong, not what else would count as unknown because of it.
    if isValid || isCollecting { outer.formUnion(own) }
    return isValid
  }

  private mutating func check(
    _ rules: [SchemaRule], _ value: JSON, _ node: SchemaNode, _ evaluated: inout Evaluated
  ) -> Bool {
    var isValid = true
    for rule in rules where !check(rule, value, node, &evaluated) {
      guard isCollecting, violations.count < limit else { return false }
      isValid = false
      // A value of the wrong kind breaks other rules too, and none of them is news.
      switch rule {
      case .constant, .enumeration, .type, .never:
        evaluated.markAll()
        return false
      default:
        continue
      }
    }
    return isValid
  }

  /// Whether `value`, which is one step further into the instance, is valid.
  mutating func visit(_ index: Int, _ value: JSON, at token: @autoclosure () -> String) -> Bool {
    depth += 1
    if isCollecting { path.append(token()) }
    defer {
      depth -= 1
      if isCollecting { path.removeLast() }
    }
    var evaluated = Evaluated.unwanted
    return evaluate(index, value, &evaluated)
  }

  /// Whether `value` is valid, without explaining why not.
  mutating func probe(_ index: Int, _ value: JSON, _ evaluated: inout Evaluated) -> Bool {
    let wasCollecting = isCollecting
    isCollecting = false
    defer { isCollecting = wasCollecting }
    return evaluate(index, value, &evaluated)
  }

  /// Whether a part of the instance is valid, without explaining why not.
  mutating func probe(part value: JSON, _ index: Int) -> Bool {
    depth += 1
    defer { depth -= 1 }
    var evaluated = Evaluated.unwanted
    return probe(index, value, &evaluated)
  }

  /// Follows a reference. One that is being followed already, for the same value, adds nothing.
  mutating func follow(_ index: Int, _ value: JSON, _ evaluated: inout Evaluated) -> Bool {
    for step in following.reversed() {
      guard step.depth == depth else { break }
      if step.node == index { return true }
    }
    following.append((index, depth))
    defer { following.removeLast() }
    return evaluate(index, value, &evaluated)
  }

  /// What a dynamic reference means here: the outermost anchor of that name on the way.
  func target(of anchor: String, fallback: Int) -> Int {
    for resource in resources {
      if let target = program.dynamicAnchors[resource][anchor] { return target }
    }
    return fallback
  }
}
