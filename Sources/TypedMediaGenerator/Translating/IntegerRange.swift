import Foundation
import TypedMediaSchema

/// The whole numbers that a schema allows.
struct IntegerRange {
  private let least: JSONNumber?
  private let greatest: JSONNumber?

  init(of schema: SchemaView) {
    let isUnsigned = schema["format"]?.string == "uint64"
    let lower = schema["minimum"]?.number ?? schema["exclusiveMinimum"]?.number
    let upper = schema["maximum"]?.number
    least = lower ?? (isUnsigned ? 0 : nil)
    greatest =
      upper ?? schema["exclusiveMaximum"]?.number.map(\.predecessor)
      ?? (isUnsigned ? JSONNumber(UInt64.max) : nil)
  }

  /// The Swift type that has all of them. Where the schema names no bound, nobody means more than an
  /// `Int` holds.
  var type: String {
    let isWithin = { (number: JSONNumber?, range: ClosedRange<JSONNumber>) in
      number.map(range.contains) ?? true
    }
    let int = JSONNumber(Int64.min)...JSONNumber(Int64.max)
    if isWithin(least, int), isWithin(greatest, int) { return "Int" }
    let unsigned = 0...JSONNumber(UInt64.max)
    guard let least, isWithin(least, unsigned), isWithin(greatest, unsigned) else {
      return "Decimal"
    }
    return "UInt64"
  }
}

extension JSONNumber {
  /// The number before a whole number just beyond what integers hold, which is in reach of them.
  fileprivate var predecessor: JSONNumber {
    decimal.map { JSONNumber($0 - 1) } ?? self
  }
}
