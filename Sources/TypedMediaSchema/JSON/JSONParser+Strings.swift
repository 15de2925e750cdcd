extension JSONParser {
  /// Reads a string, whose opening quotation mark is at hand.
  mutating func readString() throws(JSONSyntaxError) -> String {
    offset += 1
    let start = offset
    try skipPlainText()
    if current == UInt8(ascii: "\"") {
      defer { offset += 1 }
      return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
    }
    return try readEscapedString(from: start)
  }

  /// Reads on after the first escape of a string that starts at `start`.
  private mutating func readEscapedString(from start: Int) throws(JSONSyntaxError) -> String {
    var text = Array(bytes[start..<offset])
    while current == UInt8(ascii: "\\") {
      text.append(contentsOf: String(try readEscape()).utf8)
      let plain = offset
      try skipPlainText()
      text.append(contentsOf: bytes[plain..<offset])
    }
    offset += 1
    return String(decoding: text, as: UTF8.self)
  }

  /// Moves to the next quotation mark or backslash.
  private mutating func skipPlainText() throws(JSONSyntaxError) {
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return }
      if byte < 0x20 { try checkControl() }
      if byte < 0x80 {
        offset += 1
      } else if let length = scalarLength(at: offset) {
        offset += length
      } else {
        throw error("the text is not UTF-8 here", at: offset)
      }
    }
    throw unexpected("the string's closing quotation mark")
  }

  private func checkControl() throws(JSONSyntaxError) {
    guard !isLenient else { return }
    throw error("a string cannot hold \(found) unescaped", at: offset)
  }

  private mutating func readEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
    let start = offset
    offset += 1
    let scalar: Unicode.Scalar
    switch current {
    case UInt8(ascii: "\""): scalar = "\""
    case UInt8(ascii: "\\"): scalar = "\\"
    case UInt8(ascii: "/"): scalar = "/"
    case UInt8(ascii: "b"): scalar = "\u{8}"
    case UInt8(ascii: "f"): scalar = "\u{C}"
    case UInt8(ascii: "n"): scalar = "\n"
    case UInt8(ascii: "r"): scalar = "\r"
    case UInt8(ascii: "t"): scalar = "\t"
    case UInt8(ascii: "u"): return try readUnicodeEscape(from: start)
    default: throw unexpected(#"one of " \ / b f n r t u after a backslash"#)
    }
    offset += 1
    return scalar
  }

  private mutating func readUnicodeEscape(from start: Int) throws(JSONSyntaxError) -> Unicode.Scalar
  {
    let unit = try readHexadecimal()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    let end = offset
    if UTF16.isLeadSurrogate(UInt16(unit)), current == UInt8(ascii: "\\"),
      bytes.dropFirst(offset + 1).first == UInt8(ascii: "u")
    {
      offset += 1
      let second = try readHexadecimal()
      if UTF16.isTrailSurrogate(UInt16(second)),
        let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    guard isLenient else { throw error("half of a surrogate pair is escaped here", at: start) }
    // What follows the half is a character of its own.
    offset = end
    return "\u{FFFD}"
  }

  /// Reads the `u` at hand and the four digits after it.
  private mutating func readHexadecimal() throws(JSONSyntaxError) -> UInt32 {
    offset += 1
    var unit: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = hexadecimalDigit else {
        throw unexpected("four hexadecimal digits")
      }
      unit = unit << 4 | digit
      offset += 1
    }
    return unit
  }

  private var hexadecimalDigit: UInt32? {
    switch current {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(current - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(current - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(current - UInt8(ascii: "A")) + 10
    default: nil
    }
  }

  /// The number of bytes that the scalar at `start` takes, or `nil` if there is no well-formed one.
  func scalarLength(at start: Int) -> Int? {
    let lead = bytes[start]
    let second: ClosedRange<UInt8>
    let length: Int
    switch lead {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard start + length <= bytes.count, second ~= bytes[start + 1] else { return nil }
    for index in start + 2..<max(start + 2, start + length) where bytes[index] & 0xC0 != 0x80 {
      return nil
    }
    return length
  }
}
