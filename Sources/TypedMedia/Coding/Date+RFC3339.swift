import Foundation

extension Date {
  /// Reads a date and time as RFC 3339 has it, such as `2026-06-19T10:00:00.25+02:00`, alike on every system:
  /// Foundation's own reading of fractions and offsets depends on its version.
  ///
  /// The fraction has any number of digits, the offset may lack its colon, and `T` may be a space.
  init?(rfc3339 text: String) {
    var reader = DigitReader(text)
    guard let year = reader.number(4), reader.skip("-"), let month = reader.number(2),
      reader.skip("-"), let day = reader.number(2), reader.skip("T", "t", " "),
      let hour = reader.number(2), reader.skip(":"), let minute = reader.number(2),
      reader.skip(":"), let second = reader.number(2),
      // A leap second is the first of the next minute.
      hour < 24, minute < 60, second <= 60,
      let fraction = reader.fraction(), let offset = reader.offset(), reader.isAtEnd,
      let days = Self.days(sinceReference: year, month, day)
    else { return nil }
    let seconds = Double(days) * 86_400 + Double(hour * 3_600 + minute * 60 + second - offset)
    self.init(timeIntervalSinceReferenceDate: seconds + fraction)
  }

  /// The days from 2001-01-01 to a day of the Gregorian calendar; `nil` where there is no such day.
  private static func days(sinceReference year: Int, _ month: Int, _ day: Int) -> Int? {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
    let before = year - 1
    // Days before the first of January of `year`, counted from that of the year 1.
    let days = before * 365 + before / 4 - before / 100 + before / 400
    return days - 730_485 + lengths.prefix(month - 1).reduce(0, +) + day - 1
  }
}

/// Reads digits and what stands between them.
private struct DigitReader {
  private var rest: Substring.UTF8View

  init(_ text: String) { rest = text[...].utf8 }

  var isAtEnd: Bool { rest.isEmpty }

  /// A number of exactly so many digits; `nil` where there are fewer.
  mutating func number(_ count: Int) -> Int? {
    let digits = rest.prefix(count)
    guard digits.count == count, digits.allSatisfy(Self.isDigit) else { return nil }
    rest = rest.dropFirst(count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  /// Whether one of these comes next, which is then skipped.
  mutating func skip(_ characters: Unicode.Scalar...) -> Bool {
    guard let first = rest.first, characters.contains(Unicode.Scalar(first)) else { return false }
    rest = rest.dropFirst()
    return true
  }

  /// The fraction of a second, of as many digits as there are; 0 where there is none, `nil` where a point has
  /// none.
  mutating func fraction() -> Double? {
    guard skip(".") else { return 0 }
    let digits = rest.prefix(while: Self.isDigit)
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    return Double("0." + String(decoding: digits, as: UTF8.self))
  }

  /// The seconds that the clock is ahead of UTC; `nil` where it is not said.
  mutating func offset() -> Int? {
    if skip("Z", "z") { return 0 }
    let isBehind = rest.first == UInt8(ascii: "-")
    guard skip("+", "-"), let hours = number(2) else { return nil }
    _ = skip(":")
    guard let minutes = number(2), hours < 24, minutes < 60 else { return nil }
    return (hours * 3_600 + minutes * 60) * (isBehind ? -1 : 1)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
