/// Text that a service sends from a list that it may lengthen at any time.
///
/// The known values are static members; an unknown one survives with its `rawValue`.
public protocol OpenValue: RawRepresentable<String>, Hashable, Codable, JSONConvertible,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// Creates a value, known or not.
  init(rawValue: String)
}

extension OpenValue {
  /// Creates a word, known or not.
  @_semantics("optimize.no.crossmodule")
  public init(stringLiteral value: String) { self.init(rawValue: value) }
  /// Reads the value.
  ///
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  @_semantics("optimize.no.crossmodule")
  public init(json: JSON) throws { self.init(rawValue: try String._decode(json)) }
  /// Reads the value.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  @_semantics("optimize.no.crossmodule")
  public static func _decode(_ json: JSON) throws -> Self { try Self(json: json) }
  /// The value as it is sent.
  @_semantics("optimize.no.crossmodule")
  public var json: JSON { .string(rawValue) }
  /// The value as it is sent.
  @_semantics("optimize.no.crossmodule")
  public var _json: JSON { .string(rawValue) }
  /// The word, as the service spells it.
  @_semantics("optimize.no.crossmodule")
  public var description: String { rawValue }
}
