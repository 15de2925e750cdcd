/// Text that a service sends from a list that it may lengthen at any time.
///
/// The known values are static members; an unknown one survives with its ``RawRepresentable/rawValue``.
public protocol OpenValue: RawRepresentable<String>, Hashable, Codable, JSONConvertible,
  ExpressibleByStringLiteral, CustomStringConvertible
{
  /// Creates a value, known or not.
  init(rawValue: String)
}

extension OpenValue {
  public init(stringLiteral value: String) { self.init(rawValue: value) }
  public init(json: JSON) throws { self.init(rawValue: try String(json: json)) }
  public var json: JSON { .string(rawValue) }
  public var description: String { rawValue }
}
