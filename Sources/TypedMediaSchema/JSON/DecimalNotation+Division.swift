extension DecimalNotation {
  /// The work after which a division counts as even.
  private static let workLimit = 1_000_000

  /// Tells whether this is a whole multiple of `divisor`.
  func isMultiple(of divisor: DecimalNotation) -> Bool {
    guard !divisor.digits.isEmpty else { return false }
    guard !digits.isEmpty else { return true }
    // With the divisor made whole, this has to be whole too; its last digit is not zero.
    let shift = exponent - divisor.exponent
    guard shift >= 0 else { return false }
    // A divisor of n digits holds no more than 4n twos or fives, so further zeros change nothing.
    let zeros = min(shift, 4 * divisor.digits.count)
    let work = (digits.count + zeros).multipliedReportingOverflow(by: divisor.digits.count)
    guard !work.overflow, work.partialValue <= Self.workLimit else { return true }
    let dividend = digits + [UInt8](repeating: 0, count: zeros)
    return divisor.digits.count <= 18
      ? Self.divides(divisor.smallInteger, dividend) : Self.divides(divisor.digits, dividend)
  }

  private var smallInteger: UInt64 { digits.reduce(0) { $0 * 10 + UInt64($1) } }

  private static func divides(_ divisor: UInt64, _ dividend: [UInt8]) -> Bool {
    dividend.reduce(0 as UInt64) { ($0 * 10 + UInt64($1)) % divisor } == 0
  }

  /// Long division, as on paper, for divisors beyond a machine word.
  private static func divides(_ divisor: [UInt8], _ dividend: [UInt8]) -> Bool {
    var remainder = [UInt8](repeating: 0, count: divisor.count + 1)
    for digit in dividend {
      remainder.removeFirst()
      remainder.append(digit)
      while !remainder.lexicographicallyPrecedes([0] + divisor) { subtract(divisor, &remainder) }
    }
    return remainder.allSatisfy { $0 == 0 }
  }

  private static func subtract(_ digits: [UInt8], _ remainder: inout [UInt8]) {
    var borrow: UInt8 = 0
    for index in remainder.indices.reversed() {
      let subtracted = (index == 0 ? 0 : digits[index - 1]) + borrow
      borrow = remainder[index] < subtracted ? 1 : 0
      remainder[index] = remainder[index] + borrow * 10 - subtracted
    }
  }
}
