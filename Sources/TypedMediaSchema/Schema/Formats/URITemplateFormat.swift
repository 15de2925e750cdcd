/// The format `uri-template`, by RFC 6570.
enum URITemplateFormat {
  static func accepts(_ text: String) -> Bool {
    var rest = Substring(text)
    while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      guard rest[open] == "{", isLiteral(rest[..<open]),
        let close = rest[open...].firstIndex(of: "}"),
        isExpression(rest[rest.index(after: open)..<close])
      else { return false }
      rest = rest[rest.index(after: close)...]
    }
    return isLiteral(rest)
  }

  private static func isLiteral(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"\"<>\\^`|".utf8.contains($0) }
      && hasSoundEscapes(text)
  }

  private static func isExpression(_ text: Substring) -> Bool {
    let hasOperator = text.first.map { "+#./;?&=,!@|".contains($0) } ?? false
    let variables = text.dropFirst(hasOperator ? 1 : 0)
    return variables.split(separator: ",", omittingEmptySubsequences: false).allSatisfy(isVariable)
  }

  /// Whether `text` is a name, which may end in `*` or in a length such as `:3`.
  private static func isVariable(_ text: Substring) -> Bool {
    var name = text
    if name.last == "*" {
      name = name.dropLast()
    } else if let colon = name.firstIndex(of: ":") {
      let length = name[name.index(after: colon)...]
      guard 1...4 ~= length.utf8.count, length.isEmptyOrDigits, length.first != "0" else {
        return false
      }
      name = name[..<colon]
    }
    return !name.isEmpty && name.first != "." && name.last != "." && !name.contains("..")
      && name.utf8.allSatisfy { $0.isASCIIAlphanumeric || "_.%".utf8.contains($0) }
      && hasSoundEscapes(name)
  }

  private static func hasSoundEscapes(_ text: Substring) -> Bool {
    text.utf8.split(separator: UInt8(ascii: "%"), omittingEmptySubsequences: false).dropFirst()
      .allSatisfy { $0.count >= 2 && $0.prefix(2).allSatisfy(\.isHexadecimalDigit) }
  }
}
