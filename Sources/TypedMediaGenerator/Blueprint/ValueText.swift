package import TypedMediaSchema

/// Values of JSON as people read them.
package enum ValueText {
  /// A text as it is, anything else as JSON.
  package static func text(of value: JSON) -> String { value.string ?? value.text() }

  /// The texts of values; of those that come out the same, like `1` and `"1"`, as JSON.
  package static func texts(of values: [JSON]) -> [String] {
    // Texts that differ come out differently; those that Unicode holds for equal are looked at.
    let texts = values.compactMap(\.string)
    if texts.count == values.count, texts.allSatisfy(Identifier.isASCII) { return texts }
    let counts = Dictionary(Set(values).map { (text(of: $0), 1) }, uniquingKeysWith: +)
    return values.map { value in
      counts[text(of: value), default: 1] > 1 ? value.text() : text(of: value)
    }
  }

  /// `text` as code in a doc comment, and on one line, whatever is in it.
  static func code(_ text: String) -> String {
    guard let first = text.utf8.first, let last = text.utf8.last else { return "an empty text" }
    let isPlain = text.utf8.allSatisfy { 0x20..<0x7f ~= $0 && $0 != UInt8(ascii: "`") }
    let space = UInt8(ascii: " ")
    if isPlain, first != space, last != space { return "`\(text)`" }
    // A back-quote would end the code, and two would begin the name of a symbol.
    if text.contains("`") { return JSON.string(text).text() }
    let isOneLine = !text.contains(where: \.isNewline)
    let isBare = text.first?.isWhitespace != true && text.last?.isWhitespace != true
    return isOneLine && isBare ? "`\(text)`" : "`\(JSON.string(text).text())`"
  }

  /// Values as code, with commas between them.
  static func list(of values: [JSON]) -> String {
    texts(of: values).map(code).joined(separator: ", ")
  }
}

extension JSONNumber {
  /// Tells whether a `Double` says the same.
  var isDouble: Bool { JSONNumber(double) == self }
}
