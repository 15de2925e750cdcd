public import Foundation

extension JSON {
  /// The value of `key`, or `nil` if this is not an object or has no such key.
  public subscript(key: String) -> JSON? { object?[key] }

  /// The element at `index`, or `nil` if this is not an array or has no such element.
  public subscript(index: Int) -> JSON? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// The value that `pointer` leads to, or `nil` if it leads nowhere.
  ///
  /// A string literal in the brackets is a key, not a pointer.
  public subscript(pointer: JSONPointer) -> JSON? {
    var value = self
    for token in pointer.tokens {
      guard let next = value.member(at: token) else { return nil }
      value = next
    }
    return value
  }

  /// The value one step of a pointer away.
  func member(at token: String) -> JSON? {
    switch self {
    case .object(let object): object[token]
    case .array: JSONPointer.arrayIndex(token).flatMap { self[$0] }
    default: nil
    }
  }

  /// The string, or `nil` if this is something else.
  public var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  /// The boolean, or `nil` if this is something else.
  public var bool: Bool? {
    if case .bool(let bool) = self { bool } else { nil }
  }

  /// The number as it was written, or `nil` if this is something else.
  public var number: JSONNumber? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The number as an integer, or `nil` if this is something else or not exactly an `Int`.
  ///
  /// `4.0` and `4e0` are 4.
  public var int: Int? { number?.int }

  /// The number as the nearest `Double`, infinite where it is too large for one, or `nil` if this is
  /// something else.
  public var double: Double? { number?.double }

  /// The number as a `Decimal`, or `nil` if this is something else or no `Decimal` is exactly it.
  public var decimal: Decimal? { number?.decimal }

  /// The elements, or `nil` if this is something else.
  public var array: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The object, or `nil` if this is something else.
  public var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// Tells whether this is `null`.
  public var isNull: Bool {
    if case .null = self { true } else { false }
  }
}
