/// Runs a program on a value.
///
/// One walk serves two ends. Without collecting it stops at the first violation and builds nothing;
/// collecting, it goes on and explains each.
struct SchemaValidator {
  /// The reason why a walk ended before its end. What it has returned since means nothing.
  enum End {
    /// It needs a larger stack than the one it is on.
    case tooDeep
    case tooManySteps
    case cancelled
  }

  let program: SchemaProgram
  /// The program's, once more, since they are asked for at each step.
  let nodes: [SchemaNode]
  let limit: Int
  var isCollecting: Bool
  var violations: [SchemaViolation] = []
  /// The way to the value at hand; kept only while collecting.
  var path: [String] = []
  /// Tells whether the answer to come depends on a pattern that was left open.
  var isUnsure = false
  /// What ended the walk, or `nil` if it went to its end.
  private(set) var end: End?
  /// The amount that has been done.
  private(set) var steps = 0

  /// After how many steps to look whether to go on.
  private var nextLook: Int
  /// Tells whether there is room for more than a few levels.
  private var isOnDeepStack = false
  /// How deep in the instance the value at hand is.
  private var depth = 0
  /// The number of schemas that are being evaluated, one on behalf of another.
  private var nesting = 0
  /// The references that are being followed, so that a circle is noticed.
  private var following: [(node: Int, depth: Int)] = []
  /// The outermost of those references that a circle has led back to.
  private var circle = Int.max
  /// The resources that were entered on the way, outermost first, each once.
  private var resources: [Int] = []
  /// What has been found out, once there turns out to be a lot to do.
  private var memory: SchemaMemory?
  /// After how many steps there is more to do than the instance is large, once that has been worked out.
  private var expectedSteps: Int?
  private let instance: JSON

  private static let stepsBetweenLooks = 10_000
  /// With how many schemas each part of an instance is expected to be held against at most.
  private static let stepsOfAPart = 16
  private static let stepsOfAThread = 1_000
  /// The number of steps that are spent on finding out whether something has to be explained.
  private static let stepsOfAHurry = 100
  /// The engine of patterns reports each time after about as long as these take.
  private static let stepsOfAReport = 1_000

  /// Creates a validator that explains up to `limit` violations if it collects, else none.
  init(_ program: SchemaProgram, _ instance: JSON, limit: Int = 1, isCollecting: Bool = false) {
    self.program = program
    nodes = program.nodes
    self.instance = instance
    self.limit = limit
    self.isCollecting = isCollecting
    nextLook = min(Self.stepsBetweenLooks, program.maximumSteps)
  }

  /// Tells whether the instance is valid by the first schema of the program. Until ``end`` has been
  /// looked at, that means nothing.
  mutating func run() -> Bool {
    var evaluated = Evaluated.unwanted
    let isValid = evaluate(0, instance, &evaluated)
    guard end == .tooDeep, !isOnDeepStack else { return isValid }
    // Once more from the start, where there is room: from here on, each member would need a thread.
    self = SchemaValidator(program, instance, limit: limit, isCollecting: isCollecting)
    isOnDeepStack = true
    return DeepStack.run { run() }
  }

  /// Tells whether `value` is valid by a schema; adds what that schema has evaluated.
  ///
  /// What is nested deeply goes on on a stack of its own, and after a while on a further one.
  mutating func evaluate(_ index: Int, _ value: JSON, _ outer: inout Evaluated) -> Bool {
    let node = nodes[index]
    steps &+= node.cost
    guard steps < nextLook || look() else { return false }
    nesting += 1
    defer { nesting -= 1 }
    if nesting % 512 == 32 {
      guard isOnDeepStack else { return stop(.tooDeep) }
      if nesting > 512 {
        guard take(Self.stepsOfAThread) else { return false }
        return DeepStack.run { evaluate(index, node, value, &outer) }
      }
    }
    return evaluate(index, node, value, &outer)
  }

  private mutating func evaluate(
    _ index: Int, _ node: SchemaNode, _ value: JSON, _ outer: inout Evaluated
  ) -> Bool {
    guard let memory, memory.isRemembered[index] else { return evaluate(node, value, &outer) }
    return recall(index, node, value, &outer, memory)
  }

  /// Tells whether `value` is valid by a schema, from memory if that is there.
  @inline(never)
  private mutating func recall(
    _ index: Int, _ node: SchemaNode, _ value: JSON, _ outer: inout Evaluated,
    _ memory: SchemaMemory
  ) -> Bool {
    let key = SchemaMemory.Key(
      node: index, scope: memory.number(of: resources), isEvaluatedWanted: outer.isWanted,
      place: isCollecting ? .path(JSONPointer(tokens: path)) : .value(SchemaMemory.Identity(value)))
    if let known = memory[key] {
      isUnsure = isUnsure || known.isUnsure
      violations.append(contentsOf: known.violations.prefix(max(limit - violations.count, 0)))
      if known.isValid || isCollecting { outer.formUnion(known.evaluated) }
      return known.isValid
    }
    let (wasUnsure, outerCircle, count) = (isUnsure, circle, violations.count)
    (isUnsure, circle) = (false, .max)
    var own = Evaluated(isWanted: outer.isWanted)
    let isValid = evaluate(node, value, &own)
    if isValid || isCollecting { outer.formUnion(own) }
    // What a circle has led out of depends on where the circle was entered.
    if circle >= following.count {
      memory[key] = SchemaMemory.Finding(
        isValid: isValid, isUnsure: isUnsure, evaluated: own,
        violations: Array(violations.dropFirst(count)))
      circle = .max
    }
    circle = min(circle, outerCircle)
    isUnsure = isUnsure || wasUnsure
    return isValid
  }

  private mutating func evaluate(
    _ node: SchemaNode, _ value: JSON, _ outer: inout Evaluated
  ) -> Bool {
    if node.acceptsNull, value.isNull { return true }
    let isEntered = program.isDynamic && enter(node.resource)
    defer { if isEntered { resources.removeLast() } }
    guard outer.isWanted || node.looksAtEvaluated else {
      return check(node.rules, value, node, &outer)
    }
    var own = Evaluated(isWanted: true)
    let isValid = check(node.rules, value, node, &own)
    _ = take(own.count / 64)
    // An explanation says what is wrong, not what else would count as unknown because of it.
    if isValid || isCollecting { outer.formUnion(own) }
    return isValid
  }

  private mutating func check(
    _ rules: [SchemaRule], _ value: JSON, _ node: SchemaNode, _ evaluated: inout Evaluated
  ) -> Bool {
    // To read a long number takes as long as to look at as many small ones.
    if case .number(let number) = value {
      let length = number.text.utf8.count
      guard length <= 64 || take(length / 4 * rules.count) else { return false }
    }
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

  /// Tells whether `value`, which is one step further into the instance, is valid.
  mutating func visit(_ index: Int, _ value: JSON, at token: @autoclosure () -> String) -> Bool {
    if isCollecting, isSurelyValid(value, by: index) { return true }
    depth += 1
    if isCollecting { path.append(token()) }
    defer {
      depth -= 1
      if isCollecting { path.removeLast() }
    }
    var evaluated = Evaluated.unwanted
    return evaluate(index, value, &evaluated)
  }

  /// Tells whether it is found out in a hurry that a part of the instance is valid, of which nothing has to be
  /// explained then.
  private mutating func isSurelyValid(_ value: JSON, by index: Int) -> Bool {
    guard let program = program.judgeProgram else { return false }
    let verdict = SchemaJudge.verdict(
      on: value, by: program, index, mostSteps: Self.stepsOfAHurry)
    return take(verdict.steps) && verdict.isValid == true
  }

  /// Tells whether `value` is valid, without explaining why not.
  mutating func probe(_ index: Int, _ value: JSON, _ evaluated: inout Evaluated) -> Bool {
    let wasCollecting = isCollecting
    isCollecting = false
    defer { isCollecting = wasCollecting }
    return evaluate(index, value, &evaluated)
  }

  /// Tells whether `value` is valid, without explaining why not, and whether that is certain.
  mutating func probeSurely(
    _ index: Int, _ value: JSON, _ evaluated: inout Evaluated
  ) -> (isValid: Bool, isSure: Bool) {
    let wasUnsure = isUnsure
    isUnsure = false
    defer { isUnsure = wasUnsure }
    let isValid = probe(index, value, &evaluated)
    return (isValid, !isValid || !isUnsure)
  }

  /// Tells whether a part of the instance is valid, without explaining why not.
  mutating func probe(part value: JSON, _ index: Int) -> (isValid: Bool, isSure: Bool) {
    depth += 1
    defer { depth -= 1 }
    var evaluated = Evaluated.unwanted
    return probeSurely(index, value, &evaluated)
  }

  /// Follows a reference. One that is being followed already, for the same value, adds nothing.
  mutating func follow(_ index: Int, _ value: JSON, _ evaluated: inout Evaluated) -> Bool {
    var position = following.count
    while position > 0, following[position - 1].depth == depth {
      position -= 1
      if following[position].node == index {
        circle = min(circle, position)
        return true
      }
    }
    guard take((following.count - position) / 8) else { return false }
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

  /// Notes that a resource has been entered, or returns `false` if that has been noted.
  private mutating func enter(_ resource: Int) -> Bool {
    guard !resources.contains(resource) else { return false }
    resources.append(resource)
    return true
  }
}

extension SchemaValidator {
  /// Counts steps, and returns whether to go on.
  mutating func take(_ count: Int) -> Bool {
    steps &+= count
    return steps < nextLook || look()
  }

  /// Finds out whether a pattern is in a text. What is left open counts as found, and makes unsure.
  mutating func matches(_ pattern: SchemaPattern, _ string: String) -> Bool {
    let verdict = verdict(of: pattern, string)
    if verdict == .isOpen { isUnsure = true }
    return verdict != .differs
  }

  /// Finds out whether a pattern is in a text, in no more steps than are left.
  mutating func verdict(of pattern: SchemaPattern, _ string: String) -> SchemaPattern.Verdict {
    var reports = 0
    let patience = (program.maximumSteps - min(steps, program.maximumSteps)) / Self.stepsOfAReport
    let verdict = pattern.verdict(on: string, patience: patience, reports: &reports)
    steps &+= 8 + string.utf8.count / 256 + reports * Self.stepsOfAReport
    if reports > 0 { _ = look() }
    return verdict
  }

  /// Finds out whether to go on, and whether to remember.
  @inline(never)
  private mutating func look() -> Bool {
    guard end == nil else { return false }
    if steps >= program.maximumSteps { return stop(.tooManySteps) }
    if DeepStack.isCancelled { return stop(.cancelled) }
    let expectedSteps = expectedSteps ?? instance.weight * Self.stepsOfAPart
    self.expectedSteps = expectedSteps
    if memory == nil, steps >= expectedSteps { memory = SchemaMemory(program) }
    nextLook = min(steps + Self.stepsBetweenLooks, program.maximumSteps)
    return true
  }

  /// Ends the walk: nothing is evaluated any more.
  private mutating func stop(_ reason: End) -> Bool {
    if end == nil { end = reason }
    nextLook = 0
    return false
  }
}
