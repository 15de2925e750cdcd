package import Foundation

extension URL {
  /// Reads an address as services write it, alike on every system.
  ///
  /// What RFC 3986 does not allow, such as spaces and letters beyond ASCII, is percent-encoded; what is
  /// encoded already is left as it is. Foundation refuses such an address on some systems, and on others
  /// encodes what is encoded once more.
  ///
  /// - Parameters:
  ///   - text: The address.
  ///   - base: What a relative address is relative to; `nil` for nothing.
  package init?(lenient text: String, relativeTo base: URL? = nil) {
    // Nearly every address is fine as it is.
    if text.utf8.allSatisfy({ Self.isPlain[Int($0)] }) {
      self.init(string: text, relativeTo: base)
      return
    }
    let text = Self.trimmed(text)
    let host = Self.authority(in: text)
    // A host in letters beyond ASCII has an encoding of its own, where the system knows it.
    let candidates = [Self.encoded(text, leaving: host), Self.encoded(text)]
    let url = candidates.lazy.compactMap { URL(string: $0, relativeTo: base) }.first
    guard let url else { return nil }
    self = url
  }

  /// The text without whitespace at its ends, of which Foundation makes a text of its own first.
  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || "\t"..."\r" ~= scalar
      : CharacterSet.whitespacesAndNewlines.contains(scalar)
  }

  /// The host and port in `text`, as offsets of bytes; empty when there are none.
  private static func authority(in text: String) -> Range<Int> {
    // Bytes, not a regular expression: that would be parsed anew for each address.
    let bytes = Array(text.utf8)
    var start = 0
    if let colon = bytes.firstIndex(of: UInt8(ascii: ":")), isScheme(bytes[..<colon]) {
      start = colon + 1
    }
    guard bytes[start...].starts(with: "//".utf8) else { return 0..<0 }
    let delimiters: [UInt8] = [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")]
    return 0..<(bytes[(start + 2)...].firstIndex(where: delimiters.contains) ?? bytes.count)
  }

  private static func isScheme(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = bytes.first, isLetter(first) else { return false }
    return bytes.allSatisfy { byte in
      isLetter(byte) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || "+.-".utf8.contains(byte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  /// - Parameter kept: Where letters beyond ASCII are left as they are.
  private static func encoded(_ text: String, leaving kept: Range<Int> = 0..<0) -> String {
    let authority = authority(in: text)
    let bytes = Array(text.utf8)
    var encoded: [UInt8] = []
    encoded.reserveCapacity(bytes.count)
    var hasFragment = false
    for (index, byte) in bytes.enumerated() {
      let isAllowed: Bool
      switch byte {
      case UInt8(ascii: "%"):
        isAllowed = bytes[(index + 1)...].prefix(2).filter(isHexDigit).count == 2
      case UInt8(ascii: "#"):
        isAllowed = !hasFragment
        hasFragment = true
      case UInt8(ascii: "["), UInt8(ascii: "]"): isAllowed = authority.contains(index)
      case 0x80...: isAllowed = kept.contains(index)
      default: isAllowed = isPlain[Int(byte)]
      }
      if isAllowed {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)
  private static func isHexDigit(_ byte: UInt8) -> Bool {
    Character(UnicodeScalar(byte)).isHexDigit
  }

  /// What is allowed wherever it stands, or a delimiter that is left where it is.
  private static let isPlain: [Bool] = {
    let plain = Set(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?@!$&'()*+,;=".utf8)
    return (0...255).map { plain.contains($0) }
  }()
}
