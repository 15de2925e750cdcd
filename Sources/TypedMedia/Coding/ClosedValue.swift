/// One of the values that a model takes for a property, and no other.
///
/// ```swift
/// ForEach(Veo3_1.AspectRatio.allCases, id: \.self) { Text($0.rawValue) }
/// ```
public protocol ClosedValue: RawRepresentable, CaseIterable, Hashable, Codable, JSONConvertible,
  CustomStringConvertible
where RawValue: JSONConvertible & Codable & Hashable {}

// What Swift would otherwise derive for each enum, or take from the standard library and compile anew
// for it, is here once. `JSONCodable` says what `optimize.no.crossmodule` is for.

extension ClosedValue {
  /// The value that is sent as `rawValue`; `nil` when there is none.
  @_semantics("optimize.no.crossmodule")
  public init?(rawValue: RawValue) {
    guard let value = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = value
  }

  /// Reads the value.
  ///
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  @_semantics("optimize.no.crossmodule")
  public init(json: JSON) throws {
    guard let raw = try? RawValue._decode(json), let value = Self(rawValue: raw) else {
      let allowed = Self.allCases.map { $0._json.text() }.joined(separator: ", ")
      throw JSONMismatch(expected: "one of \(allowed)", found: json)
    }
    self = value
  }

  /// Reads the value.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  @_semantics("optimize.no.crossmodule")
  public static func _decode(_ json: JSON) throws -> Self { try Self(json: json) }

  /// The value as it is sent.
  @_semantics("optimize.no.crossmodule")
  public var json: JSON { rawValue._json }

  /// The value as it is sent.
  @_semantics("optimize.no.crossmodule")
  public var _json: JSON { rawValue._json }

  /// Tells whether both are the same value.
  ///
  /// - Returns: `true` if they are.
  @_semantics("optimize.no.crossmodule")
  public static func == (first: Self, second: Self) -> Bool { first.rawValue == second.rawValue }

  /// Hashes the value as it is sent.
  @_semantics("optimize.no.crossmodule")
  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }

  /// The hash of the value as it is sent.
  @_semantics("optimize.no.crossmodule")
  public var hashValue: Int { rawValue.hashValue }

  /// Reads the value.
  ///
  /// - Throws: `DecodingError`.
  @_documentation(visibility: internal)
  @_semantics("optimize.no.crossmodule")
  public init(from decoder: any Decoder) throws { try self.init(decodingJSONFrom: decoder) }

  /// Writes the value as it is sent.
  @_documentation(visibility: internal)
  @_semantics("optimize.no.crossmodule")
  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }

  /// The value as it is sent.
  @_semantics("optimize.no.crossmodule")
  public var description: String { "\(rawValue)" }
}
