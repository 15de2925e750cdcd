extension JSONParser {
  /// An error that says what was expected at hand, and what is there.
  func unexpected(_ expected: String) -> JSONSyntaxError {
    error("\(expected) was expected, not \(found)", at: offset)
  }

  /// An error at the byte `offset`.
  func error(_ message: String, at offset: Int) -> JSONSyntaxError {
    JSONSyntaxError(message: message, position: SourcePosition(of: offset, in: bytes))
  }

  /// What is at hand, for people.
  var found: String {
    guard !isAtEnd else { return "the end of the text" }
    switch bytes[offset] {
    case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return "a line break"
    case UInt8(ascii: "\t"): return "a tab"
    case 0x00..<0x20, 0x7F:
      let code = String(bytes[offset], radix: 16, uppercase: true)
      return "U+" + String(repeating: "0", count: 4 - code.count) + code
    default:
      guard let length = scalarLength(at: offset) else { return "a byte that is not UTF-8" }
      let scalar = UnsafeBufferPointer(rebasing: bytes[offset..<offset + length])
      return "'\(String(decoding: scalar, as: UTF8.self))'"
    }
  }

  /// `text`, cut to what a message can carry.
  func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= 40 ? text : String(text.unicodeScalars.prefix(40)) + "…"
  }
}
