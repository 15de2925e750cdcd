/// The format `email`: a mailbox of RFC 5321.
enum EmailFormat {
  static func accepts(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ $0 < 0x80 }), let at = text.lastIndex(of: "@") else {
      return false
    }
    return isLocalPart(String(text[..<at])) && isDomain(String(text[text.index(after: at)...]))
  }

  private static func isLocalPart(_ text: String) -> Bool {
    if text.utf8.count > 2, text.hasPrefix("\""), text.hasSuffix("\"") {
      return isQuoted(text.unicodeScalars.dropFirst().dropLast())
    }
    return text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtomCharacter) }
  }

  private static func isAtomCharacter(_ byte: UInt8) -> Bool {
    byte.isASCIIAlphanumeric || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }

  private static func isQuoted(_ scalars: Substring.UnicodeScalarView) -> Bool {
    var isEscaped = false
    for scalar in scalars {
      guard scalar.value >= 0x20, scalar.value != 0x7F else { return false }
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "\"" {
        return false
      }
    }
    return !isEscaped
  }

  private static func isDomain(_ text: String) -> Bool {
    guard text.hasPrefix("["), text.hasSuffix("]") else {
      return HostnameFormat.accepts(text)
    }
    let address = text.dropFirst().dropLast()
    return address.hasPrefix("IPv6:")
      ? AddressFormat.isVersion6(address.dropFirst(5)) : AddressFormat.isVersion4(address)
  }
}
