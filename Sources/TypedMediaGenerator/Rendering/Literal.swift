package import TypedMediaSchema

/// Swift literals.
package enum Literal {
  /// `text` as a literal in quotes.
  static func string(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": literal += "\\\""
      case "\\": literal += "\\\\"
      case "\n": literal += "\\n"
      case "\r": literal += "\\r"
      case "\t": literal += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7f:
        literal += "\\u{\(String(scalar.value, radix: 16))}"
      default: literal.unicodeScalars.append(scalar)
      }
    }
    return literal + "\""
  }

  /// `text`, which is JSON without a line break, as a raw literal: as readable as it is.
  static func raw(_ text: String) -> String {
    // JSON takes this character as it is, and the compiler takes it for an accident.
    let text = text.utf8.contains(0x7f) ? text.replacing("\u{7f}", with: #"\u007f"#) : text
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

  /// A text as it is, anything else as JSON.
  package static func text(_ value: JSON) -> String { value.string ?? value.text() }

  /// The texts of values; of those that come out the same, like `1` and `"1"`, as JSON.
  package static func texts(_ values: [JSON]) -> [String] {
    let counts = Dictionary(Set(values).map { (text($0), 1) }, uniquingKeysWith: +)
    return values.map { value in
      counts[text(value), default: 1] > 1 ? value.text() : text(value)
    }
  }

  /// A text or a number, as the raw value of a case.
  static func value(_ value: JSON) -> String {
    // `1e3` is an integer in JSON, and none in Swift.
    value.string.map(string) ?? value.int.map { String($0) } ?? value.text()
  }

  /// Any JSON, as an expression of the type `JSON`.
  static func json(_ value: JSON) -> String {
    value.isNested(deeperThan: greatestDepth)
      ? "(try? JSON(parsing: \(raw(value.text())))) ?? .null" : expression(value)
  }

  /// How deeply an expression may be nested: the compiler takes 256 brackets, and a level needs two.
  private static let greatestDepth = 64

  private static func expression(_ value: JSON) -> String {
    switch value {
    case .null: ".null"
    case .bool(let value): ".bool(\(value))"
    case .string(let text): ".string(\(string(text)))"
    case .number(let number): ".number(\(self.number(number)))"
    case .array(let values): ".array([\(values.map(expression).joined(separator: ", "))])"
    case .object(let object):
      object.isEmpty
        ? ".object([:])"
        : ".object([\(object.map { "\(string($0.key)): \(expression($0.value))" }.joined(separator: ", "))])"
    }
  }

  /// A number, as an expression of the type `JSONNumber`.
  private static func number(_ number: JSONNumber) -> String {
    if let integer = number.int { return String(integer) }
    // What is more than a `Double` can say is read from its text, and is a number there too.
    return number.isDouble ? "\(number.double)" : "JSONNumber(\(string(number.text))) ?? 0"
  }
}

extension JSONNumber {
  /// Whether a `Double` says the same.
  var isDouble: Bool { JSONNumber(double) == self }
}

extension JSON {
  /// Whether there are more than `depth` lists and objects one in another.
  fileprivate func isNested(deeperThan depth: Int) -> Bool {
    let parts: [JSON]
    switch self {
    case .array(let elements): parts = elements
    case .object(let object): parts = object.values
    default: return false
    }
    return depth <= 0 || parts.contains { $0.isNested(deeperThan: depth - 1) }
  }
}
