extension SchemaJudge {
  /// Tells whether a value of any kind keeps a rule.
  @inline(never)
  mutating func keeps(_ rule: JudgeProgram.Rule, _ value: UnsafePointer<JSON>) -> Bool {
    switch rule {
    case .choice(let index):
      return keeps(tables.choices + index, value)
    case .schema(let schema):
      return acceptsInside(schema, value)
    case .anyOf(let schemas):
      for index in schemas.start..<schemas.start + schemas.count
      where acceptsInside(tables.lists[index], value) {
        return true
      }
      return false
    case .oneOf(let schemas):
      var count = 0
      for index in schemas.start..<schemas.start + schemas.count
      where acceptsInside(tables.lists[index], value) {
        count += 1
        if count == 2 { return false }
      }
      return count == 1
    case .not(let schema):
      return !acceptsInside(schema, value)
    case .condition(let condition, let then, let otherwise):
      let branch = acceptsInside(condition, value) ? then : otherwise
      return branch < 0 || acceptsInside(branch, value)
    default:
      return giveUp()
    }
  }

  /// Tells whether a value is one of those that are listed.
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
      return string.withBytes { names.slot(of: $0, tables.slots, tables.bytes) } != nil
    case .number(let number):
      guard let decimal = SmallDecimal(number) else { break }
      for index in 0..<choices.pointee.numbers.count {
        guard
          let order = decimal.compared(to: tables.numbers[choices.pointee.numbers.start + index])
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
