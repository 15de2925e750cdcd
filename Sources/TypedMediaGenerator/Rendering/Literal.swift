import TypedMediaSchema

/// Values of JSON as Swift.
enum Literal {
  /// A text or a number, as the raw value of a case.
  static func value(_ value: JSON) -> Code {
    switch value {
    case .string(let text): "\(literal: text)"
    // `1e3` is an integer in JSON, and none in Swift.
    case .number(let number): number.int.map { "\($0)" } ?? "\(number: number)"
    default: json(value)
    }
  }

  /// Any JSON, as an expression of the type `JSON`.
  static func json(_ value: JSON) -> Code {
    value.isNested(deeperThan: greatestDepth)
      ? "(try? TypedMedia.JSON(parsing: \(json: value.text()))) ?? .null" : expression(value)
  }

  /// How deeply an expression may be nested: the compiler takes 256 brackets, and a level needs two.
  private static let greatestDepth = 64

  private static func expression(_ value: JSON) -> Code {
    switch value {
    case .null: return ".null"
    case .bool(let value): return ".bool(\(value))"
    case .string(let text): return ".string(\(literal: text))"
    case .number(let number): return ".number(\(self.number(number)))"
    case .array(let values):
      return ".array([\(values.map(expression).joined(separator: ", "))])"
    case .object(let object):
      guard !object.isEmpty else { return ".object([:])" }
      let members = object.map { key, value -> Code in "\(literal: key): \(expression(value))" }
      return ".object([\(members.joined(separator: ", "))])"
    }
  }

  /// A number, as an expression of the type `JSONNumber`.
  private static func number(_ number: JSONNumber) -> Code {
    if let integer = number.int { return "\(integer)" }
    // What is more than a `Double` can say is read from its text, and is a number there too.
    return number.isDouble
      ? "\(number.double)" : "TypedMedia.JSONNumber(\(literal: number.text)) ?? 0"
  }
}

extension JSON {
  /// Tells whether there are more than `depth` lists and objects one in another.
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
