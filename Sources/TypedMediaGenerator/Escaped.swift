/// Texts from outside, as they are written where a person reads them as something else: in source, and
/// in what is said of it.
enum Escaped {
  /// Tells whether a scalar does not show, or changes how what is around it shows: what is reviewed
  /// would not be what is compiled.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.value >= 0x7f else { return scalar.value < 0x20 }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: return true
    default: return scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// `text` on one line, with everything hidden as its code: `\u{202e}`.
  static func visible(_ text: String) -> String {
    replacing(text, where: { isHidden($0) && !joiners.contains($0.value) }) {
      "\\u{\(String($0.value, radix: 16))}"
    }
  }

  /// What makes one picture of several, or says how it is drawn: in prose it belongs to what people read.
  private static let joiners: Set<UInt32> = [0x200c, 0x200d, 0xfe0e, 0xfe0f]

  /// `text` as a literal in quotes.
  static func literal(_ text: String) -> String { "\"\(inside(text))\"" }

  /// `text` as a part of such a literal.
  static func inside(_ text: String) -> String {
    replacing(text, where: { isHidden($0) || $0 == "\"" || $0 == "\\" }) { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      default: "\\u{\(String(scalar.value, radix: 16))}"
      }
    }
  }

  /// JSON without a line break as a raw literal, in which its own escapes are for what is hidden.
  static func raw(json: String) -> String {
    let text = replacing(json, where: isHidden) { scalar in
      String(scalar).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
    // One more than follow a quotation mark or a backslash anywhere in the text.
    var (longest, run): (Int, Int?) = (0, nil)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): run = 0
      case UInt8(ascii: "#"): run = run.map { $0 + 1 }
      default: run = nil
      }
      longest = max(longest, run ?? 0)
    }
    let pounds = String(repeating: "#", count: longest + 1)
    return "\(pounds)\"\(text)\"\(pounds)"
  }

  private static func replacing(
    _ text: String, where isOdd: (Unicode.Scalar) -> Bool, with spelling: (Unicode.Scalar) -> String
  ) -> String {
    // Most have nothing odd, and making a text anew is most of the work of a file.
    guard text.unicodeScalars.contains(where: isOdd) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if isOdd(scalar) {
        result += spelling(scalar)
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
