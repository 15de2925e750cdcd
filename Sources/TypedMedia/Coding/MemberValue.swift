import TypedMediaSchema

/// A member's value, of which no JSON has to be made to compare it.
///
/// Two are equal where their JSON is, whatever their cases.
enum MemberValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A finite number.
  case number(Double)
  case text(String)
  case json(JSON)

  init(_ value: Double) { self = value.isFinite ? .number(value) : .null }

  init(_ json: JSON) {
    switch json {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .string(let text): self = .text(text)
    case .number, .array, .object: self = .json(json)
    }
  }

  /// The value as it is sent.
  var json: JSON {
    switch self {
    case .null: .null
    case .bool(let value): .bool(value)
    case .integer(let value): .number(JSONNumber(value))
    case .number(let value): value._json
    case .text(let text): .string(text)
    case .json(let json): json
    }
  }

  /// Tells whether `json` is this value, as it is most often spelled.
  func isSpelled(_ json: JSON) -> Bool {
    switch (self, json) {
    case (.null, .null): true
    case (.bool(let value), .bool(let other)): value == other
    case (.integer(let value), .number(let number)): Int(number.text) == value
    case (.text(let text), .string(let other)): text.hasSameScalars(as: other)
    case (.json(let json), let other):
      // What is in lists and objects may be left out, which the comparison of the whole knows.
      JSONMismatch.loss(of: other, in: json) == nil
    default: self.json == json
    }
  }
}

extension MemberValue: Hashable {
  static func == (first: MemberValue, second: MemberValue) -> Bool {
    switch (first, second) {
    case (.bool(let first), .bool(let second)): first == second
    case (.integer(let first), .integer(let second)): first == second
    // Each `Double` has a text of its own.
    case (.number(let first), .number(let second)): first == second
    case (.text(let first), .text(let second)): first.hasSameScalars(as: second)
    default: first.json == second.json
    }
  }

  func hash(into hasher: inout Hasher) {
    switch self {
    case .integer(let value): hasher.combine(value)
    case .number(let value): JSONNumber.hash(value, into: &hasher)
    case .text(let text): hasher.combine(scalars: text)
    case .null, .bool, .json: hasher.combine(json)
    }
  }
}
