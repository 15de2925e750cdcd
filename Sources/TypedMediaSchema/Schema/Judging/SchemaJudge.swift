/// Finds out whether a value is valid, in a hurry: most are small, and nothing about them is uncertain.
///
/// It explains nothing, remembers nothing and counts no references. What would take more than that, it leaves
/// to ``SchemaValidator``, which says the same of whatever this has an answer to: what is nested deeply, what
/// takes more steps than the value is large, patterns that are left open, what depends on what has been
/// evaluated, and circles.
struct SchemaJudge {
  /// The amount that has been done.
  private(set) var steps = 0

  private let program: JudgeProgram
  private let schema: Int
  private let instance: JSON
  private let mostSteps: Int
  private var isGivenUp = false
  private var nextLook: Int
  private var nesting = 0
  private var expectedSteps: Int?

  private static let stepsBetweenLooks = 10_000
  private static let stepsOfAPart = 16
  private static let mostNesting = 32
  /// For how many reports of a pattern's engine to wait.
  private static let patience = 2
  private static let stepsOfAReport = 1_000
  /// A number that is longer takes steps to read.
  private static let longestNumber = 64

  /// Creates a judge of `instance`, by the first schema of the program or by another one, that takes no more than
  /// `mostSteps`.
  init(_ program: JudgeProgram, _ instance: JSON, by schema: Int = 0, mostSteps: Int = .max) {
    self.program = program
    self.schema = schema
    self.instance = instance
    self.mostSteps = min(mostSteps, program.maximumSteps)
    nextLook = min(Self.stepsBetweenLooks, self.mostSteps)
  }

  /// Tells whether the instance is valid, or returns `nil` if that has not been found out.
  mutating func run() -> Bool? {
    let isValid = withUnsafePointer(to: instance) { accepts(schema, $0) }
    return isGivenUp ? nil : isValid
  }

  /// Tells whether a value is valid by a schema.
  private mutating func accepts(_ index: Int, _ value: UnsafePointer<JSON>) -> Bool {
    let node = program.nodes + index
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
      where !keeps(program.rules[Int(rule)], string) {
        return false
      }
    case .array(let elements):
      guard node.pointee.types.contains(.array) else { return false }
      let rules = node.pointee.stringEnd..<node.pointee.arrayEnd
      if !rules.isEmpty {
        let isValid = elements.withUnsafeBufferPointer { elements in
          for rule in rules where !keeps(program.rules[Int(rule)], elements, value) { return false }
          return true
        }
        guard isValid else { return false }
      }
    case .object(let object):
      guard node.pointee.types.contains(.object) else { return false }
      let rules = node.pointee.arrayEnd..<node.pointee.objectEnd
      if !rules.isEmpty {
        let isValid = object.withMembers { members in
          for rule in rules where !keeps(program.rules[Int(rule)], members, value) { return false }
          return true
        }
        guard isValid else { return false }
      }
    }
    for rule in node.pointee.objectEnd..<node.pointee.end
    where !keeps(program.rules[Int(rule)], value) {
      return false
    }
    return true
  }

  /// Tells whether the value inside another one is valid.
  @inline(__always)
  private mutating func acceptsInside(_ index: Int, _ value: UnsafePointer<JSON>) -> Bool {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting < Self.mostNesting else { return giveUp() }
    return accepts(index, value)
  }
}

extension SchemaJudge {
  /// Leaves it to the whole walk. What is returned from here on means nothing.
  @inline(never)
  private mutating func giveUp() -> Bool {
    isGivenUp = true
    nextLook = 0
    return false
  }

  /// Counts steps, and returns whether to go on.
  @inline(__always)
  private mutating func take(_ count: Int) -> Bool {
    steps &+= count
    return steps < nextLook || look()
  }

  /// Finds out whether to go on.
  @inline(never)
  private mutating func look() -> Bool {
    guard !isGivenUp, steps < mostSteps, !DeepStack.isCancelled else { return giveUp() }
    let expectedSteps = expectedSteps ?? instance.weight * Self.stepsOfAPart
    self.expectedSteps = expectedSteps
    guard steps < expectedSteps else { return giveUp() }
    nextLook = min(steps + Self.stepsBetweenLooks, mostSteps)
    return true
  }
}

extension SchemaJudge {
  @inline(__always)
  private mutating func allows(
    _ decimal: SmallDecimal?, _ number: JSONNumber, _ node: UnsafePointer<JudgeProgram.Node>
  ) -> Bool {
    let types = node.pointee.types
    if !types.contains(.number) {
      guard types.contains(.integer) else { return false }
    }
    guard let decimal else { return allowsLong(number, node) }
    if !types.contains(.number), !decimal.isInteger { return false }
    for rule in node.pointee.start..<node.pointee.numberEnd {
      switch program.rules[Int(rule)] {
      case .bound(let relation, let limit, let bound):
        guard let comparison = decimal.compared(to: limit) else {
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
  private mutating func allowsLong(
    _ number: JSONNumber, _ node: UnsafePointer<JudgeProgram.Node>
  ) -> Bool {
    guard number.text.utf8.count <= Self.longestNumber else { return giveUp() }
    if !node.pointee.types.contains(.number), !number.isInteger { return false }
    for rule in node.pointee.start..<node.pointee.numberEnd {
      switch program.rules[Int(rule)] {
      case .bound(_, _, let bound), .longBound(let bound):
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

  @inline(__always)
  private mutating func keeps(_ rule: JudgeProgram.Rule, _ string: String) -> Bool {
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

  @inline(never)
  private mutating func matches(_ index: Int, _ string: String) -> Bool {
    var reports = 0
    let verdict = program.patterns[index].verdict(
      on: string, patience: Self.patience, reports: &reports)
    let goesOn = take(8 + string.utf8.count / 256 + reports * Self.stepsOfAReport)
    guard goesOn, verdict != .isOpen else { return giveUp() }
    return verdict == .matches
  }

  @inline(never)
  private mutating func keeps(
    _ rule: JudgeProgram.Rule, _ elements: UnsafeBufferPointer<JSON>, _ value: UnsafePointer<JSON>
  ) -> Bool {
    switch rule {
    case .size(let minimum, let maximum):
      return elements.count >= minimum && elements.count <= maximum
    case .elements(let prefix, let rest):
      for index in elements.indices {
        let schema = index < prefix.count ? program.lists[prefix.start + index] : rest
        guard schema >= 0 else { return true }
        guard let element = elements.pointer(at: index), acceptsInside(schema, element) else {
          return false
        }
      }
      return true
    case .contains(let schema, let minimum, let maximum):
      var count = 0
      for index in elements.indices {
        if let element = elements.pointer(at: index), acceptsInside(schema, element) { count += 1 }
      }
      return count >= minimum && count <= maximum
    case .uniqueItems:
      guard elements.count > 1 else { return true }
      guard take(value.pointee.weight / 4) else { return false }
      return Array(elements).firstRepetition == nil
    default: return giveUp()
    }
  }
}

extension SchemaJudge {
  private typealias Entries = UnsafeBufferPointer<(key: String, value: JSON)>

  @inline(never)
  private mutating func keeps(
    _ rule: JudgeProgram.Rule, _ entries: Entries, _ value: UnsafePointer<JSON>
  ) -> Bool {
    switch rule {
    case .members(let index):
      return keeps(program.members + index, entries)
    case .required(let name):
      return has(name, entries, value)
    case .size(let minimum, let maximum):
      return entries.count >= minimum && entries.count <= maximum
    case .requiredIf(let name, let other):
      return !has(name, entries, value) || has(other, entries, value)
    case .schemaIf(let name, let schema):
      return !has(name, entries, value) || accepts(schema, value)
    case .propertyNames(let schema):
      for entry in entries {
        let name = JSON.string(entry.key)
        guard withUnsafePointer(to: name, { acceptsInside(schema, $0) }) else { return false }
      }
      return true
    default: return giveUp()
    }
  }

  private mutating func keeps(
    _ members: UnsafePointer<JudgeProgram.Members>, _ entries: Entries
  ) -> Bool {
    guard take(entries.count / 4) else { return false }
    let names = members.pointee.names
    var found: UInt64 = 0
    for index in entries.indices {
      let slot = entries[index].key.withBytes { names.slot(of: $0, program.slots, program.bytes) }
      var isKnown = false
      if let slot {
        found |= slot.pointee.bit
        if slot.pointee.value >= 0 {
          isKnown = true
          guard let value = entries.value(at: index), acceptsInside(Int(slot.pointee.value), value)
          else { return false }
        }
      }
      let patterns = members.pointee.patterns
      if patterns.count > 0 {
        guard let isMatched = acceptsByPattern(patterns, entries, index) else { return false }
        isKnown = isKnown || isMatched
      }
      if !isKnown, members.pointee.additional >= 0 {
        guard let value = entries.value(at: index),
          acceptsInside(members.pointee.additional, value)
        else { return false }
      }
    }
    return found == members.pointee.required
  }

  /// Tells whether any of the patterns is in a name, or returns `nil` if the value is not valid by the schema
  /// of one that is.
  @inline(never)
  private mutating func acceptsByPattern(
    _ patterns: JudgeProgram.Span, _ entries: Entries, _ index: Int
  ) -> Bool? {
    var isMatched = false
    for place in stride(from: patterns.start, to: patterns.start + patterns.count, by: 2) {
      guard matches(program.lists[place], entries[index].key) else { continue }
      isMatched = true
      guard let value = entries.value(at: index),
        acceptsInside(program.lists[place + 1], value)
      else { return nil }
    }
    return isMatched
  }

  /// Tells whether an object has a member.
  private func has(
    _ name: NameTable.Text, _ entries: Entries, _ value: UnsafePointer<JSON>
  ) -> Bool {
    let bytes = UnsafeBufferPointer(start: program.bytes + name.start, count: name.count)
    guard entries.count <= JSONObject.largestUnindexedCount else {
      return value.pointee.object?.contains(String(decoding: bytes, as: UTF8.self)) ?? false
    }
    for entry in entries where entry.key.utf8.count == name.count {
      if entry.key.withBytes({ NameTable.areEqual(program.bytes + name.start, $0) }) { return true }
    }
    return false
  }
}

extension SchemaJudge {
  @inline(never)
  private mutating func keeps(_ rule: JudgeProgram.Rule, _ value: UnsafePointer<JSON>) -> Bool {
    switch rule {
    case .choice(let index):
      return keeps(program.choices + index, value)
    case .schema(let schema):
      return acceptsSame(schema, value)
    case .anyOf(let schemas):
      for index in schemas.start..<schemas.start + schemas.count
      where acceptsSame(program.lists[index], value) {
        return true
      }
      return false
    case .oneOf(let schemas):
      var count = 0
      for index in schemas.start..<schemas.start + schemas.count
      where acceptsSame(program.lists[index], value) {
        count += 1
        if count == 2 { return false }
      }
      return count == 1
    case .not(let schema):
      return !acceptsSame(schema, value)
    case .condition(let condition, let then, let otherwise):
      let branch = acceptsSame(condition, value) ? then : otherwise
      return branch < 0 || acceptsSame(branch, value)
    default:
      return giveUp()
    }
  }

  /// Tells whether the same value is valid by another schema, too.
  @inline(__always)
  private mutating func acceptsSame(_ index: Int, _ value: UnsafePointer<JSON>) -> Bool {
    acceptsInside(index, value)
  }

  @inline(__always)
  private func keeps(
    _ choices: UnsafePointer<JudgeProgram.Choices>, _ value: UnsafePointer<JSON>
  ) -> Bool {
    switch value.pointee {
    case .null: return choices.pointee.allowsNull
    case .bool(let isTrue):
      return isTrue ? choices.pointee.allowsTrue : choices.pointee.allowsFalse
    case .string(let string):
      guard choices.pointee.hasTable else { break }
      let names = choices.pointee.names
      return string.withBytes { names.slot(of: $0, program.slots, program.bytes) } != nil
    case .number(let number):
      guard let decimal = SmallDecimal(number) else { break }
      for index in 0..<choices.pointee.numbers.count {
        guard
          let order = decimal.compared(to: program.numbers[choices.pointee.numbers.start + index])
        else { return program.enumerations[choices.pointee.enumeration].contains(value.pointee) }
        if order == 0 { return true }
      }
      if choices.pointee.hasOnlySmallNumbers { return false }
    case .array, .object:
      if !choices.pointee.hasContainers { return false }
    }
    return program.enumerations[choices.pointee.enumeration].contains(value.pointee)
  }
}

extension UnsafeBufferPointer<JSON> {
  @inline(__always)
  fileprivate func pointer(at index: Int) -> UnsafePointer<JSON>? { baseAddress.map { $0 + index } }
}

extension UnsafeBufferPointer<(key: String, value: JSON)> {
  /// The place of a member's value.
  @inline(__always)
  fileprivate func value(at index: Int) -> UnsafePointer<JSON>? {
    baseAddress.flatMap { members in
      MemoryLayout<(key: String, value: JSON)>.offset(of: \.value).map {
        (UnsafeRawPointer(members + index) + $0).assumingMemoryBound(to: JSON.self)
      }
    }
  }
}
