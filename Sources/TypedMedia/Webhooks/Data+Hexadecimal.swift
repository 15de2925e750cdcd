package import Foundation

extension Data {
  /// The bytes that `text` spells, two digits each; `nil` where it spells none.
  package init?(hexadecimal text: String) {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    self.init(capacity: digits.count / 2)
    for start in stride(from: 0, to: digits.count, by: 2) {
      let pair = String(decoding: digits[start..<(start + 2)], as: UTF8.self)
      // A sign is a part of a number, and not of a byte.
      guard let byte = UInt8(pair, radix: 16), pair.allSatisfy(\.isHexDigit) else { return nil }
      append(byte)
    }
  }

  /// The bytes as text, two digits in lower case each.
  package var hexadecimal: String {
    map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
