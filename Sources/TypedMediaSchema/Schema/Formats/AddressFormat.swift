/// The formats `ipv4` and `ipv6`.
enum AddressFormat {
  /// Tells whether `text` is four numbers below 256, without leading zeros.
  static func isVersion4(_ text: some StringProtocol) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        guard 1...3 ~= part.count, part.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
        else { return false }
        let value = part.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return value < 256 && (part.count == 1 || part.first != UInt8(ascii: "0"))
      }
  }

  /// Tells whether `text` is eight groups, of which one run can be left out and the last two can be
  /// written as a version 4 address.
  static func isVersion6(_ text: some StringProtocol) -> Bool {
    let text = String(text)
    guard let gap = text.firstRange(of: "::") else {
      return groups(in: text[...], canEndInVersion4: true) == 8
    }
    let (head, tail) = (text[..<gap.lowerBound], text[gap.upperBound...])
    guard let before = groups(in: head, canEndInVersion4: false),
      let after = groups(in: tail, canEndInVersion4: true)
    else { return false }
    return before + after < 8
  }

  /// The number of groups that `text` stands for, or `nil` if one of them is malformed.
  private static func groups(in text: Substring, canEndInVersion4: Bool) -> Int? {
    guard !text.isEmpty else { return 0 }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    var count = 0
    for (index, part) in parts.enumerated() {
      if canEndInVersion4, index == parts.count - 1, part.contains(".") {
        guard isVersion4(part) else { return nil }
        count += 2
      } else {
        guard 1...4 ~= part.utf8.count, part.utf8.allSatisfy(\.isHexadecimalDigit) else {
          return nil
        }
        count += 1
      }
    }
    return count
  }
}

extension Substring {
  var isEmptyOrDigits: Bool { utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } }
}

extension String {
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}

extension UInt8 {
  var isHexadecimalDigit: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  var isASCIIAlphanumeric: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"):
      true
    default: false
    }
  }
}
