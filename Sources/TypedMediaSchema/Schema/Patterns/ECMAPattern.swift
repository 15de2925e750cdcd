/// Translates regular expressions of ECMA-262 into those of ICU.
///
/// The differences: ICU's `\d`, `\w` and `\s` go beyond ASCII or short of it, its `$` also matches
/// before a last line break, its sets have operators, and it wants brackets escaped.
struct ECMAPattern {
  private let source: [Unicode.Scalar]
  private let isStrict: Bool
  private var offset = 0
  // An array, for a string takes as long as it is to be appended to.
  private var result: [Unicode.Scalar] = []

  /// The pattern in ICU's language, or `nil` if it has an escape that ECMA-262 does not.
  ///
  /// Groups that only other languages have, such as `(?i)`, are a mistake too if `isStrict` is set;
  /// else they are left to ICU, since schemas are written by people who use other languages.
  static func translate(_ source: String, isStrict: Bool = false) -> String? {
    var translation = ECMAPattern(source: Array(source.unicodeScalars), isStrict: isStrict)
    guard translation.translatePattern() else { return nil }
    return String(String.UnicodeScalarView(translation.result))
  }

  private init(source: [Unicode.Scalar], isStrict: Bool) {
    self.source = source
    self.isStrict = isStrict
  }

  private static let whitespace =
    #"\t\n\x0B\f\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF"#

  private static let word = "[A-Za-z0-9_]"

  private static let boundary = "(?:(?<=\(word))(?!\(word))|(?<!\(word))(?=\(word)))"

  private mutating func translatePattern() -> Bool {
    while let scalar = next() {
      switch scalar {
      case "\\": guard translateEscape(inSet: false) else { return false }
      case "[": guard translateSet() else { return false }
      case "(":
        if isStrict, !isGroupOfECMA { return false }
        result.append(scalar)
      case ".": append(#"[^\n\r\u2028\u2029]"#)
      case "$": append(#"\z"#)
      case "]", "}": append("\\\(scalar)")
      case "{": translateBrace()
      default: result.append(scalar)
      }
    }
    return true
  }

  /// Tells whether what follows an opening parenthesis is a group that ECMA-262 has.
  private var isGroupOfECMA: Bool {
    guard peek() == "?" else { return true }
    guard let kind = source[(offset + 1)...].first(where: { !"ims-".unicodeScalars.contains($0) })
    else { return false }
    return ":=!<".unicodeScalars.contains(kind)
  }

  /// Copies a quantifier; a brace that starts none stands for itself.
  private mutating func translateBrace() {
    let rest = source[offset...]
    guard let end = rest.firstIndex(of: "}"), rest.first.map(Self.isDigit) == true,
      rest[..<end].allSatisfy({ Self.isDigit($0) || $0 == "," })
    else {
      append(#"\{"#)
      return
    }
    result.append("{")
    result.append(contentsOf: source[offset...end])
    offset = end + 1
  }

  private mutating func translateSet() -> Bool {
    let isNegated = peek() == "^"
    if isNegated { offset += 1 }
    if peek() == "]" {
      offset += 1
      append(isNegated ? #"[\s\S]"# : "(?!)")
      return true
    }
    append(isNegated ? "[^" : "[")
    while let scalar = next() {
      switch scalar {
      case "]":
        result.append(scalar)
        return true
      case "\\": guard translateEscape(inSet: true) else { return false }
      case "[", "&", "{", "}", "$": append("\\\(scalar)")
      case "-" where peek() == "]" || result.last == "[": append(#"\-"#)
      default: result.append(scalar)
      }
    }
    return false
  }

  private mutating func translateEscape(inSet: Bool) -> Bool {
    guard let scalar = next() else { return false }
    switch scalar {
    case "d": append(inSet ? "0-9" : "[0-9]")
    case "D": append("[^0-9]")
    case "w": append(inSet ? "A-Za-z0-9_" : Self.word)
    case "W": append("[^A-Za-z0-9_]")
    case "s": append(inSet ? Self.whitespace : "[\(Self.whitespace)]")
    case "S": append("[^\(Self.whitespace)]")
    case "b": append(inSet ? #"\x08"# : Self.boundary)
    case "B" where !inSet: append("(?!\(Self.boundary))")
    case "v": append(#"\x0B"#)
    case "0" where peek().map(Self.isDigit) != true: append(#"\x00"#)
    case "u": return translateCodePoint()
    case "x": return translateHexadecimal(count: 2)
    case "c":
      guard let letter = next(), letter.isASCII, letter.properties.isAlphabetic else {
        return false
      }
      append("\\c\(letter)")
    case "p", "P": return copyProperty(scalar)
    case "f", "n", "r", "t", "k", "1"..."9": append("\\\(scalar)")
    case _ where scalar.isASCII && scalar.properties.isAlphabetic: return false
    default:
      // What is not a letter or a digit stands for itself.
      if scalar.isASCII && !Self.isDigit(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return true
  }

  /// Copies the name of a property, in its braces.
  private mutating func copyProperty(_ letter: Unicode.Scalar) -> Bool {
    guard peek() == "{", let end = source[offset...].firstIndex(of: "}") else { return false }
    append("\\\(letter)\(text(offset..<end + 1))")
    offset = end + 1
    return true
  }

  /// Translates what follows `\u`: four digits, two of those for one scalar, or digits in braces.
  private mutating func translateCodePoint() -> Bool {
    if peek() == "{" {
      guard let end = source[offset...].firstIndex(of: "}") else { return false }
      defer { offset = end + 1 }
      return append(code: UInt32(String(text(offset + 1..<end)), radix: 16))
    }
    guard var code = hexadecimal(count: 4) else { return false }
    if 0xD800..<0xDC00 ~= code, source[offset...].starts(with: #"\u"#.unicodeScalars) {
      offset += 2
      guard let second = hexadecimal(count: 4), 0xDC00..<0xE000 ~= second else { return false }
      code = 0x10000 + (code - 0xD800) << 10 + (second - 0xDC00)
    }
    return append(code: code)
  }

  private mutating func translateHexadecimal(count: Int) -> Bool {
    append(code: hexadecimal(count: count))
  }

  private mutating func hexadecimal(count: Int) -> UInt32? {
    guard offset + count <= source.count else { return nil }
    defer { offset += count }
    return UInt32(text(offset..<offset + count), radix: 16)
  }

  private mutating func append(code: UInt32?) -> Bool {
    guard let code, code <= 0x10FFFF else { return false }
    append("\\x{\(String(code, radix: 16))}")
    return true
  }

  private mutating func append(_ text: String) { result.append(contentsOf: text.unicodeScalars) }

  private func text(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(source[range]))
  }

  private func peek() -> Unicode.Scalar? { offset < source.count ? source[offset] : nil }

  private mutating func next() -> Unicode.Scalar? {
    guard let scalar = peek() else { return nil }
    offset += 1
    return scalar
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { "0"..."9" ~= scalar }
}
