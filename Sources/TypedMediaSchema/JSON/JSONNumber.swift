public import Foundation

/// A JSON number, kept as it was written.
///
/// Numbers are compared by what they amount to, exactly and whatever their size: `1`, `1.0` and
/// `10e-1` are equal, and `0.1` is not the `Double` next to it.
public struct JSONNumber: Sendable {
  /// The number as it was written.
  public let text: String

  /// Reads a number, or returns `nil` if the text is not a number as RFC 8259 spells one.
  public init?(_ text: String) {
    var copy = text
    let isNumber = copy.withUTF8 { bytes in
      var parser = JSONParser(bytes)
      return parser.offset == 0 && (try? parser.readNumber()) != nil && parser.isAtEnd
    }
    guard isNumber else { return nil }
    self.text = text
  }

  /// Creates a number from an integer.
  public init(_ value: some BinaryInteger) { text = String(value) }

  /// Creates a number from an `Int`, faster than from an integer of any type.
  public init(_ value: Int) { text = String(value) }

  /// Creates a number from a `Double`, in the shortest text that reads back as the same value, or
  /// returns `nil` if `value` is infinite or not a number.
  ///
  /// Whole numbers up to 2⁵³ are written without a point: `8`, not `8.0`.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    text =
      value.magnitude <= 0x1p53 && value == value.rounded() ? "\(Int64(value))" : "\(value)"
  }

  /// Creates a number from a `Decimal`. A decimal that is not a number becomes zero.
  public init(_ value: Decimal) {
    text = Self.text(ofShort: value) ?? JSONNumber(value.description)?.text ?? "0"
  }

  /// The text of a decimal that has up to 19 digits, which Foundation's description takes five times as
  /// long for.
  private static func text(ofShort value: Decimal) -> String? {
    let exponent = value.exponent
    guard -20...20 ~= exponent, !value.isNaN else { return nil }
    let significand = value.magnitude.significand
    let number = NSDecimalNumber(decimal: significand).uint64Value
    // What has more digits is not what was made of it.
    guard number > 0, Decimal(number) == significand else { return nil }
    let (sign, digits) = (value.isSignMinus ? "-" : "", String(number))
    guard exponent < 0 else { return sign + digits + String(repeating: "0", count: exponent) }
    let wholeCount = digits.utf8.count + exponent
    guard wholeCount > 0 else {
      return sign + "0." + String(repeating: "0", count: -wholeCount) + digits
    }
    return sign + digits.prefix(wholeCount) + "." + digits.dropFirst(wholeCount)
  }

  /// Creates a number from text that is known to be one.
  init(validated text: String) { self.text = text }

  /// The number as an `Int`, or `nil` if it is not exactly one.
  public var int: Int? { Int(text) ?? DecimalNotation(self).int }

  /// The nearest `Double`; infinite if the number is too large for one.
  public var double: Double {
    // Each integer of up to 15 digits is a `Double`, and is read several times as fast as one.
    if text.utf8.count <= 15, let integer = Int(text), integer != 0 { return Double(integer) }
    return Double(text) ?? .nan
  }

  /// The number as a `Decimal`, or `nil` if it is not exactly one.
  public var decimal: Decimal? {
    // Foundation's reading of a text takes longer than all that is around it.
    if let integer = Int(text) { return Decimal(integer) }
    let notation = DecimalNotation(self)
    guard notation.digits.count <= 38, -128...127 ~= notation.exponent,
      let value = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX"))
    else { return nil }
    return JSONNumber(value) == self ? value : nil
  }

  /// Tells whether the number is whole, as `1.0` and `1e3` are.
  public var isInteger: Bool { Int(text) != nil || DecimalNotation(self).isInteger }

  /// Tells whether the number is a whole multiple of `divisor`, exactly. Nothing is one of zero.
  ///
  /// Numbers of thousands of digits are not worked out: they count as multiples of whatever they
  /// are asked about.
  ///
  /// - Returns: `true` if the number is a whole multiple of `divisor`, exactly.
  public func isMultiple(of divisor: JSONNumber) -> Bool {
    if let value = Int(text), let divisor = Int(divisor.text), divisor != 0, divisor != -1 {
      return value % divisor == 0
    }
    return DecimalNotation(self).isMultiple(of: DecimalNotation(divisor))
  }
}

extension JSONNumber: Hashable {
  /// Tells whether both amount to the same.
  ///
  /// - Returns: `true` if they are.
  public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    if left.text == right.text { return true }
    if let left = Int(left.text), let right = Int(right.text) { return left == right }
    return DecimalNotation(left) == DecimalNotation(right)
  }

  /// Feeds what the number amounts to to `hasher`.
  public func hash(into hasher: inout Hasher) {
    // Most are integers, of which no list of digits has to be made.
    if let integer = Int(text) { return hasher.combine(integer) }
    let notation = DecimalNotation(self)
    if let integer = notation.int { return hasher.combine(integer) }
    // As a `Double` of the same value is hashed. Of more digits, many have the same.
    let double = double
    if notation.digits.count <= Self.mostDigits, double.isNormal {
      hasher.combine(double)
    } else {
      hasher.combine(notation)
    }
  }

  /// Feeds what a finite `value` amounts to to `hasher`, as a number that is equal to it.
  package static func hash(_ value: Double, into hasher: inout Hasher) {
    if value.magnitude <= 0x1p53, value == value.rounded() {
      hasher.combine(Int(value))
    } else if value.isNormal, value.magnitude <= 0x1p53 {
      hasher.combine(value)
    } else if let number = JSONNumber(value) {
      number.hash(into: &hasher)
    }
  }

  /// The digits that a `Double` has at most, in its shortest text.
  private static let mostDigits = 17
}

extension JSONNumber: Comparable {
  /// Tells whether `left` is the smaller number.
  ///
  /// - Returns: `true` if it is.
  public static func < (left: JSONNumber, right: JSONNumber) -> Bool {
    if let left = Int(left.text), let right = Int(right.text) { return left < right }
    return DecimalNotation(left) < DecimalNotation(right)
  }
}

extension JSONNumber: CustomStringConvertible {
  /// The number as it was written.
  public var description: String { text }
}

extension JSONNumber: ExpressibleByIntegerLiteral {
  /// Creates a number from an integer literal.
  public init(integerLiteral value: Int) { self.init(value) }
}

extension JSONNumber: ExpressibleByFloatLiteral {
  /// Creates a number from a literal, in the shortest text of its `Double`. A literal beyond what
  /// a `Double` holds becomes zero.
  public init(floatLiteral value: Double) { self = JSONNumber(value) ?? 0 }
}
