/// A number of up to 18 digits without an exponent, which most are: an integer, and how many of its digits
/// come after the point.
struct SmallDecimal {
  let digits: Int64
  let places: Int

  private static let mostDigits = 18

  /// Reads the text of a number, or returns `nil` if it is longer or has an exponent.
  @inline(__always)
  init?(_ number: JSONNumber) {
    let decimal = number.text.utf8.withContiguousStorageIfAvailable { SmallDecimal(text: $0) }
    guard let decimal = decimal ?? nil else { return nil }
    self = decimal
  }

  @inline(__always)
  private init?(text: UnsafeBufferPointer<UInt8>) {
    let isNegative = text.first == UInt8(ascii: "-")
    var digits: Int64 = 0
    var point: Int?
    // A sign and a point are no digits.
    guard text.count <= Self.mostDigits + 2 else { return nil }
    for index in (isNegative ? 1 : 0)..<text.count {
      let digit = text[index] &- UInt8(ascii: "0")
      if digit < 10 {
        digits = digits &* 10 &+ Int64(digit)
      } else {
        guard text[index] == UInt8(ascii: "."), point == nil else { return nil }
        point = index
      }
    }
    guard text.count - (isNegative ? 1 : 0) - (point == nil ? 0 : 1) <= Self.mostDigits else {
      return nil
    }
    self.digits = isNegative ? -digits : digits
    places = point.map { text.count - 1 - $0 } ?? 0
  }

  /// Tells whether the number is whole, as `1.0` is.
  @inline(__always)
  var isInteger: Bool { places == 0 || digits % Self.power(places) == 0 }

  /// The relation of the number to another: negative if it is smaller, zero if both are equal, positive if it
  /// is larger, or `nil` if that takes longer numbers to find out.
  @inline(__always)
  func compared(to other: SmallDecimal) -> Int? {
    if places == other.places {
      return digits == other.digits ? 0 : digits < other.digits ? -1 : 1
    }
    return scaledComparison(to: other)
  }

  private func scaledComparison(to other: SmallDecimal) -> Int? {
    let common = max(places, other.places)
    let own = digits.multipliedReportingOverflow(by: Self.power(common - places))
    let others = other.digits.multipliedReportingOverflow(by: Self.power(common - other.places))
    guard !own.overflow, !others.overflow else { return nil }
    return own.partialValue == others.partialValue
      ? 0 : own.partialValue < others.partialValue ? -1 : 1
  }

  private static func power(_ exponent: Int) -> Int64 {
    var power: Int64 = 1
    for _ in 0..<exponent { power &*= 10 }
    return power
  }
}
