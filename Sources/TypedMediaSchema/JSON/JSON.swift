/// A JSON value that keeps the order of keys and the text of numbers.
///
/// ```swift
/// let body = try JSON(parsing: #"{"prompt": "A fox", "duration": 8}"#)
/// body["duration"]?.int  // 8
/// ```
///
/// Two values are equal when JSON Schema calls them equal: objects whatever the order of their
/// keys, numbers by what they amount to (`1`, `1.0` and `1e0` are one value), strings by their
/// Unicode scalars. The last differs from Swift's `String`, for which the two spellings of `é`
/// are equal.
///
/// A value of up to 300 levels can be compared, printed and let go on any thread. To read a text makes none
/// deeper than ``JSONLimits/maximumDepth``; one that is made deeper in code may exhaust the stack, if only when
/// it is let go.
public enum JSON: Sendable {
  /// The value `null`.
  case null
  /// The value `true` or `false`.
  case bool(Bool)
  /// A number, as it was written.
  case number(JSONNumber)
  /// A string.
  case string(String)
  /// An array.
  case array([JSON])
  /// An object, its keys in order.
  case object(JSONObject)
}

extension JSON {
  /// The six kinds of JSON value, spelled as JSON Schema spells them.
  public enum Kind: String, CaseIterable, Sendable {
    /// The kind of `null`.
    case null
    /// The kind of `true` and `false`.
    case boolean
    /// The kind of every number, whole or not.
    case number
    /// The kind of text.
    case string
    /// The kind of a list of values.
    case array
    /// The kind of a collection of named values.
    case object
  }

  /// The kind of value.
  public var kind: Kind {
    switch self {
    case .null: .null
    case .bool: .boolean
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }
}

extension JSON: Hashable {
  /// Tells whether both are the same value, as JSON Schema has it.
  ///
  /// - Returns: `true` if they are.
  public static func == (left: JSON, right: JSON) -> Bool {
    switch (left, right) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    case (.string(let left), .string(let right)): left.hasSameScalars(as: right)
    case (.array(let left), .array(let right)): areEqual(left, right)
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }

  // A plain loop keeps the stack small where arrays are nested deeply.
  private static func areEqual(_ left: [JSON], _ right: [JSON]) -> Bool {
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }

  /// Feeds the value to `hasher`, so that equal values feed the same.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null:
      hasher.combine(0 as UInt8)
    case .bool(let value):
      hasher.combine(value)
    case .number(let number):
      hasher.combine(number)
    case .string(let string):
      hasher.combine(ScalarString(string))
    case .array(let elements):
      hasher.combine(elements)
    case .object(let object):
      hasher.combine(object)
    }
  }
}

extension JSON: CustomStringConvertible {
  /// The value's compact text.
  public var description: String { text() }
}
