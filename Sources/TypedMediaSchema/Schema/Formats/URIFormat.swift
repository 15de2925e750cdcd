/// The formats `uri`, `uri-reference`, `iri` and `iri-reference`, by RFC 3986 and RFC 3987.
enum URIFormat {
  /// Whether `text` is a reference, absolute or not.
  static func accepts(_ text: String, isInternational: Bool) -> Bool {
    let uri = SchemaURI(text)
    let queryAndFragment = (uri.query ?? "") + (uri.fragment ?? "")
    return text.unicodeScalars.allSatisfy { isInternational ? !$0.isForbidden : $0.isASCII }
      && hasSound(scheme: uri.scheme)
      && consists(uri.path, of: ":@/")
      && consists(queryAndFragment, of: ":@/?")
      && uri.authority.map(isAuthority) != false
      // Without a scheme, a colon in the first step would read as one.
      && (uri.scheme != nil || uri.authority != nil
        || uri.path.prefix { $0 != "/" }.contains(":") == false)
  }

  /// Whether `text` starts with a scheme.
  static func isAbsolute(_ text: String) -> Bool { SchemaURI(text).scheme != nil }

  private static func hasSound(scheme: String?) -> Bool {
    guard let scheme else { return true }
    return scheme.first?.isLetter == true
      && scheme.utf8.allSatisfy { $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) }
  }

  private static func isAuthority(_ text: String) -> Bool {
    var host = text[...]
    if let at = host.lastIndex(of: "@") {
      guard consists(String(host[..<at]), of: ":") else { return false }
      host = host[host.index(after: at)...]
    }
    if host.first == "[" {
      guard let end = host.firstIndex(of: "]") else { return false }
      let port = host[host.index(after: end)...]
      let address = host[host.index(after: host.startIndex)..<end]
      return isLiteral(address)
        && (port.isEmpty || port.first == ":" && port.dropFirst().isEmptyOrDigits)
    }
    if let colon = host.lastIndex(of: ":") {
      guard host[host.index(after: colon)...].isEmptyOrDigits else { return false }
      host = host[..<colon]
    }
    return consists(String(host), of: "")
  }

  /// Whether `text` is what may stand in brackets: an IPv6 address or one of a later version.
  private static func isLiteral(_ text: Substring) -> Bool {
    guard text.first == "v" || text.first == "V" else { return AddressFormat.isVersion6(text) }
    let parts = text.dropFirst().split(separator: ".", maxSplits: 1)
    return parts.count == 2 && parts[0].utf8.allSatisfy(\.isHexadecimalDigit)
      && consists(String(parts[1]), of: ":") && !parts[1].contains("%")
  }

  /// Whether `text` is made of unreserved characters, sub-delimiters, escapes and `others`.
  private static func consists(_ text: String, of others: String) -> Bool {
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "%") {
        guard index + 2 < bytes.count, bytes[index + 1].isHexadecimalDigit,
          bytes[index + 2].isHexadecimalDigit
        else { return false }
      } else if byte < 0x80, !byte.isASCIIAlphanumeric, !"-._~!$&'()*+,;=".utf8.contains(byte),
        !others.utf8.contains(byte)
      {
        return false
      }
    }
    return true
  }
}

extension Unicode.Scalar {
  /// Whether an IRI cannot hold it: controls, private use, noncharacters.
  fileprivate var isForbidden: Bool {
    guard !isASCII else { return false }
    return value < 0xA0 || 0xE000...0xF8FF ~= value || 0xFDD0...0xFDEF ~= value
      || value & 0xFFFE == 0xFFFE || 0xFFF0...0xFFFF ~= value
  }
}
