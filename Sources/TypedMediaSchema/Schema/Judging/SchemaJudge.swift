/// Finds out whether a value is valid, in a hurry: most are small, and nothing about them is uncertain.
///
/// It explains nothing, remembers nothing and counts no references. What would take more than that, it leaves
/// to ``SchemaValidator``, which says the same of whatever this has an answer to: what is nested deeply, what
/// takes more steps than the value is large, patterns that are left open, what depends on what has been
/// evaluated, and circles.
struct SchemaJudge {
  /// What has been found out, `nil` if nothing, and the amount that has been done.
  typealias Verdict = (isValid: Bool?, steps: Int)

  let tables: JudgeProgram.Tables
  // Both are held by whoever asks. To count that once more would take as long as to judge a small value.
  unowned(unsafe) let program: JudgeProgram
  private let instance: UnsafePointer<JSON>

  private let mostSteps: Int
  private var steps = 0
  private var nextLook: Int
  private var expectedSteps: Int?
  private var nesting = 0
  private var isGivenUp = false

  static let stepsBetweenLooks = 10_000
  static let stepsOfAPart = 16
  static let mostNesting = 32
  /// For how many reports of a pattern's engine to wait.
  static let patience = 2
  static let stepsOfAReport = 1_000
  /// A number that is longer takes steps to read.
  static let longestNumber = 64

  private init(_ program: JudgeProgram, _ instance: UnsafePointer<JSON>, mostSteps: Int) {
    self.program = program
    self.instance = instance
    self.mostSteps = min(mostSteps, program.maximumSteps)
    tables = program.tables
    nextLook = min(Self.stepsBetweenLooks, self.mostSteps)
  }

  /// Finds out whether `instance` is valid by a schema of the program.
  ///
  /// - Parameter mostSteps: How much to do at most, where that is less than the program allows.
  static func verdict(
    on instance: JSON, by program: JudgeProgram, _ schema: Int = 0, mostSteps: Int = .max
  ) -> Verdict {
    withExtendedLifetime(program) {
      withUnsafePointer(to: instance) { pointer in
        var judge = SchemaJudge(program, pointer, mostSteps: mostSteps)
        let isValid = judge.accepts(schema, pointer)
        return (judge.isGivenUp ? nil : isValid, judge.steps)
      }
    }
  }

  /// Tells whether a value is valid by a schema.
  private mutating func accepts(_ index: Int, _ value: UnsafePointer<JSON>) -> Bool {
    let node = tables.nodes + index
    steps &+= node.pointee.cost
    guard steps < nextLook || look() else { return false }
    switch value.pointee {
    case .null:
      if node.pointee.acceptsNull { return true }
      guard node.pointee.types.contains(.null) else { return false }
    case .bool:
      guard node.pointee.types.contains(.boolean) else { return false }
    case .number(let number):
      let decimal = SmallDecimal(number)
      guard allows(decimal, number, node) else { return false }
    case .string(let string):
      guard node.pointee.types.contains(.string) else { return false }
      for rule in node.pointee.numberEnd..<node.pointee.stringEnd
      where !keeps(tables.rules[Int(rule)], string) {
        return false
      }
    case .array(let elements):
      guard node.pointee.types.contains(.array) else { return false }
      let rules = node.pointee.stringEnd..<node.pointee.arrayEnd
      if !rules.isEmpty {
        let elements = elements.storage
        for rule in rules where !keeps(tables.rules[Int(rule)], elements, value) { return false }
      }
    case .object(let object):
      guard node.pointee.types.contains(.object) else { return false }
      let rules = node.pointee.arrayEnd..<node.pointee.objectEnd
      if !rules.isEmpty {
        let members = object.storage
        for rule in rules where !keeps(tables.rules[Int(rule)], members, value) { return false }
      }
    }
    for rule in node.pointee.objectEnd..<node.pointee.end
    where !keeps(tables.rules[Int(rule)], value) {
      return false
    }
    return true
  }

  /// Tells whether a value is valid by a schema inside another one, or what is inside a value is.
  @inline(__always)
  mutating func acceptsInside(_ index: Int, _ value: UnsafePointer<JSON>) -> Bool {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting < Self.mostNesting else { return giveUp() }
    return accepts(index, value)
  }
}

extension SchemaJudge {
  /// Leaves it to the whole walk. What is returned from here on means nothing.
  @inline(never)
  mutating func giveUp() -> Bool {
    isGivenUp = true
    nextLook = 0
    return false
  }

  /// Counts steps, and returns whether to go on.
  @inline(__always)
  mutating func take(_ count: Int) -> Bool {
    steps &+= count
    return steps < nextLook || look()
  }

  /// Finds out whether to go on.
  @inline(never)
  private mutating func look() -> Bool {
    guard !isGivenUp, steps < mostSteps, !DeepStack.isCancelled else { return giveUp() }
    let expectedSteps = expectedSteps ?? instance.pointee.weight * Self.stepsOfAPart
    self.expectedSteps = expectedSteps
    guard steps < expectedSteps else { return giveUp() }
    nextLook = min(steps + Self.stepsBetweenLooks, mostSteps)
    return true
  }
}

extension [JSON] {
  /// Where the elements are, as long as the array is held.
  @inline(__always)
  fileprivate var storage: UnsafeBufferPointer<JSON> { withUnsafeBufferPointer { $0 } }
}

extension JSONObject {
  /// Where the members are, as long as the object is held.
  @inline(__always)
  fileprivate var storage: UnsafeBufferPointer<(key: String, value: JSON)> { withMembers { $0 } }
}
