/// Reads a string of a fixed ASCII format from its start.
struct FormatScanner {
  private let bytes: [UInt8]
  private var offset = 0

  private init(_ string: String) { bytes = Array(string.utf8) }

  /// Whether `take` succeeds and takes all of `string`.
  static func isWhole(_ string: String, _ take: (inout FormatScanner) -> Bool) -> Bool {
    var scanner = FormatScanner(string)
    return take(&scanner) && scanner.isAtEnd
  }

  /// Whether `string` is a JSON pointer that starts some levels up.
  static func isRelativePointer(_ string: String) -> Bool {
    let digits = string.utf8.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    guard JSONPointer.arrayIndex(String(Substring(digits))) != nil else { return false }
    let rest = String(string.utf8.dropFirst(digits.count)) ?? "?"
    return rest == "#" || JSONPointer(rest) != nil
  }

  private var isAtEnd: Bool { offset == bytes.count }

  /// Takes one of several characters.
  mutating func take(_ characters: String) -> Bool {
    guard offset < bytes.count, characters.utf8.contains(bytes[offset]) else { return false }
    offset += 1
    return true
  }

  /// Takes that many digits.
  private mutating func takeNumber(digits count: Int) -> Int? {
    guard offset + count <= bytes.count else { return nil }
    var value = 0
    for _ in 0..<count {
      let digit = bytes[offset] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
      offset += 1
    }
    return value
  }

  private mutating func takeDigits() -> Bool {
    let start = offset
    while take("0123456789") {}
    return offset > start
  }
}

extension FormatScanner {
  /// Takes a date as RFC 3339 spells it.
  mutating func takeDate() -> Bool {
    guard let year = takeNumber(digits: 4), take("-"), let month = takeNumber(digits: 2), take("-"),
      let day = takeNumber(digits: 2), 1...12 ~= month
    else { return false }
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return 1...days[month - 1] ~= day
  }

  /// Takes a time with its zone as RFC 3339 spells it.
  mutating func takeTime() -> Bool {
    guard let hour = takeNumber(digits: 2), take(":"), let minute = takeNumber(digits: 2),
      take(":"), let second = takeNumber(digits: 2), hour < 24, minute < 60, second <= 60
    else { return false }
    if take("."), !takeDigits() { return false }
    guard let zone = takeZone() else { return false }
    guard second == 60 else { return true }
    // A leap second ends a day of universal time.
    let day = 24 * 60
    return (hour * 60 + minute - zone + day) % day == day - 1
  }

  /// Takes a zone, and returns how many minutes ahead of universal time it is.
  private mutating func takeZone() -> Int? {
    if take("Zz") { return 0 }
    let sign = take("+") ? 1 : -1
    guard sign == 1 || take("-"), let hour = takeNumber(digits: 2), take(":"),
      let minute = takeNumber(digits: 2), hour < 24, minute < 60
    else { return nil }
    return sign * (hour * 60 + minute)
  }

  /// Takes a duration by the grammar of RFC 3339, where no unit between two others is left out.
  mutating func takeDuration() -> Bool {
    guard take("P") else { return false }
    if take("T") { return takeUnits("HMS") }
    let start = offset
    if takeDigits(), take("W") { return true }
    offset = start
    guard takeUnits("YMD") else { return false }
    return !take("T") || takeUnits("HMS")
  }

  private mutating func takeUnits(_ units: String) -> Bool {
    var rest = Substring(units)
    var isFirst = true
    while !rest.isEmpty {
      let start = offset
      guard takeDigits() else { break }
      guard let unit = rest.first(where: { take(String($0)) }), isFirst || unit == rest.first else {
        offset = start
        return false
      }
      rest = rest[rest.index(after: rest.firstIndex(of: unit) ?? rest.startIndex)...]
      isFirst = false
    }
    return !isFirst
  }

  /// Takes a UUID.
  mutating func takeUUID() -> Bool {
    for (index, count) in [8, 4, 4, 4, 12].enumerated() {
      if index > 0, !take("-") { return false }
      for _ in 0..<count where !take("0123456789abcdefABCDEF") { return false }
    }
    return true
  }
}
