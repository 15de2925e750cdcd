/// A value or an explicit `null`, where sending `null` and sending nothing are two things.
///
/// That is so for a property that may be `null` and has another default: what is left out gets the
/// default.
///
/// ```swift
/// request.strength = nil         // left out: the service's default holds
/// request.strength = .null       // sent as null
/// request.strength = .value(0.5)
/// ```
public enum Nullable<Value: JSONConvertible>: JSONConvertible {
  /// An explicit `null`.
  case null
  /// A value.
  case value(Value)

  /// Reads the value.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when `json` is neither `null` nor such a value.
  public static func _decode(_ json: JSON) throws -> Nullable {
    json.isNull ? .null : .value(try Value._decode(json))
  }

  /// The value as it is sent.
  public var _json: JSON {
    switch self {
    case .null: .null
    case .value(let value): value._json
    }
  }

  /// The value; `nil` for `null`.
  public var value: Value? {
    if case .value(let value) = self { value } else { nil }
  }
}

extension Nullable: Equatable where Value: Equatable {}
extension Nullable: Hashable where Value: Hashable {}
