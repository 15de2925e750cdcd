extension SchemaJudge {
  /// Tells whether a number is of a type that a schema allows, and keeps its rules on numbers.
  ///
  /// - Parameter decimal: The number, where it is short; what it cannot tell is asked of the whole number.
  @inline(__always)
  mutating func allows(
    _ decimal: SmallDecimal?, _ number: JSONNumber, _ node: UnsafePointer<JudgeProgram.Node>
  ) -> Bool {
    let types = node.pointee.types
    if !types.contains(.number) {
      guard types.contains(.integer) else { return false }
    }
    if decimal == nil, number.text.utf8.count > Self.longestNumber { return giveUp() }
    if !types.contains(.number), !(decimal?.isInteger ?? number.isInteger) { return false }
    for rule in node.pointee.start..<node.pointee.numberEnd {
      switch tables.rules[Int(rule)] {
      case .bound(let relation, let limit, let bound):
        guard let comparison = decimal?.compared(to: limit) else {
          guard program.bounds[bound].allows(number) else { return false }
          continue
        }
        switch relation {
        case .atLeast: if comparison < 0 { return false }
        case .moreThan: if comparison <= 0 { return false }
        case .atMost: if comparison > 0 { return false }
        case .lessThan: if comparison >= 0 { return false }
        }
      case .longBound(let bound):
        guard program.bounds[bound].allows(number) else { return false }
      case .multiple(let divisor):
        guard isMultiple(number, of: divisor) else { return false }
      default:
        break
      }
    }
    return true
  }

  @inline(never)
  private mutating func isMultiple(_ number: JSONNumber, of index: Int) -> Bool {
    let divisor = program.divisors[index]
    guard divisor.text.utf8.count <= Self.longestNumber else { return giveUp() }
    return number.isMultiple(of: divisor)
  }

  /// Tells whether a text keeps a rule.
  @inline(__always)
  mutating func keeps(_ rule: JudgeProgram.Rule, _ string: String) -> Bool {
    switch rule {
    case .size(let minimum, let maximum):
      let length = string.utf8.count
      if length <= maximum, (length + 3) / 4 >= minimum { return true }
      guard take(length / 256) else { return false }
      let count = string.unicodeScalars.count
      return count >= minimum && count <= maximum
    case .pattern(let index): return matches(index, string)
    case .format(let format):
      guard take(string.utf8.count / 256) else { return false }
      return format.accepts(string)
    case .address: return WebAddress.isReachable(string)
    default: return true
    }
  }

  /// Tells whether a pattern is in a text.
  @inline(never)
  mutating func matches(_ index: Int, _ string: String) -> Bool {
    var reports = 0
    let verdict = program.patterns[index].verdict(
      on: string, patience: Self.patience, reports: &reports)
    let goesOn = take(8 + string.utf8.count / 256 + reports * Self.stepsOfAReport)
    guard goesOn, verdict != .isOpen else { return giveUp() }
    return verdict == .matches
  }
}
