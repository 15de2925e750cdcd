/// One of the values that a model takes for a property, and no other.
///
/// ```swift
/// ForEach(Veo3_1.AspectRatio.allCases, id: \.self) { Text($0.rawValue) }
/// ```
///
/// An enum that is written by hand conforms as a generated one does, and has from here what the protocols
/// ask for:
///
/// ```swift
/// enum Quality: String, ClosedValue {
///   case draft, final
/// }
/// ```
public typealias ClosedValue = _ClosedValue & CaseIterable & Hashable & Codable
  & CustomStringConvertible

/// What makes a raw value one of a list, as ``ClosedValue`` names it together with what else each such value
/// is.
///
/// A protocol that refines protocols of the standard library has a table for each type that conforms,
/// which is put together when the program runs: a function for each protocol that it refines, and one for
/// each that an associated type has to conform to. That was a sixth of what an enum costs to compile. So this
/// one refines the single one without which Swift would take its own way to read and to write raw values.
public protocol _ClosedValue: RawRepresentable, JSONConvertible {}

// What Swift would otherwise derive for each enum, or take from the standard library and compile anew
// for it, is here once. `JSONCodable` says what `optimize.no.crossmodule` is for. In documentation, each
// value has these members as its own, in whatever module it is: so nothing here links to a symbol.

extension _ClosedValue where Self: CaseIterable, RawValue: JSONConvertible & Equatable {
  /// The value that is sent as `rawValue`; `nil` when there is none.
  @_semantics("optimize.no.crossmodule")
  public init?(rawValue: RawValue) {
    guard let value = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = value
  }

  /// Reads the value.
  ///
  /// - Throws: `JSONMismatch` when `json` is no such value.
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
  /// - Throws: `JSONMismatch` when `json` is no such value.
  @_semantics("optimize.no.crossmodule")
  public static func _decode(_ json: JSON) throws -> Self { try Self(json: json) }
}

extension _ClosedValue where RawValue: JSONConvertible & Hashable {
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

  /// The value as it is sent.
  @_semantics("optimize.no.crossmodule")
  public var description: String { "\(rawValue)" }
}

extension _ClosedValue {
  /// Reads the value.
  ///
  /// - Throws: `DecodingError`.
  @_documentation(visibility: internal)
  @_semantics("optimize.no.crossmodule")
  public init(from decoder: any Decoder) throws { try self.init(decodingJSONFrom: decoder) }

  /// Writes the value as it is sent.
  @_documentation(visibility: internal)
  @_semantics("optimize.no.crossmodule")
  public func encode(to encoder: any Encoder) throws { try _json.encode(to: encoder) }
}
