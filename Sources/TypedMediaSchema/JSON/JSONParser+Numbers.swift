extension JSONParser {
  /// Reads a number, whose first byte is at hand.
  mutating func readNumber() throws(JSONSyntaxError) -> JSONNumber {
    let start = offset
    if current == UInt8(ascii: "-") { offset += 1 }
    if current == UInt8(ascii: "0") {
      offset += 1
      if isDigit(current) { throw error("a number cannot start with a zero", at: offset - 1) }
    } else {
      try readDigits()
    }
    if current == UInt8(ascii: ".") {
      offset += 1
      try readDigits()
    }
    if current | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
      try readDigits()
    }
    let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<offset]), as: UTF8.self)
    return JSONNumber(validated: text)
  }

  private mutating func readDigits() throws(JSONSyntaxError) {
    guard isDigit(current) else { throw unexpected("a digit") }
    repeat { offset += 1 } while isDigit(current)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
