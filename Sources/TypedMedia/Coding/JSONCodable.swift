public import Foundation

/// A value that is coded, compared and printed as the JSON that it is sent as.
///
/// Conform a type of your own when a rename in `typed-media.json` points a property at it. One that names
/// `Hashable`, `Codable` and `CustomStringConvertible` beside it has all that they ask for from here.
///
/// ```swift
/// struct Seed: JSONCodable, Hashable, Codable, CustomStringConvertible {
///   var value: Int
///
///   init(json: JSON) throws { value = try json.decoded() }
///   var json: JSON { JSON(value) }
/// }
/// ```
///
/// Synthesised conformances would be most of what a request costs to compile.
public protocol JSONCodable: JSONConvertible {
  /// Reads a value.
  ///
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  init(json: JSON) throws

  /// The value as it is sent.
  var json: JSON { get }
}

// This protocol refines none of the standard library's, for the table of a conformance that refines
// one of them can only be put together when the program runs, by code of which each type has its own.
//
// `optimize.no.crossmodule` keeps a function from being compiled again in the users' modules, once
// for each type that is generated there. That was a fifth of the time of a release build, and what a
// request gains by it is nothing beside the call that it is for.

extension JSONCodable {
  /// Reads a value.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch`` when `json` is no such value.
  @_semantics("optimize.no.crossmodule")
  public static func _decode(_ json: JSON) throws -> Self { try Self(json: json) }

  /// The value as it is sent.
  @_semantics("optimize.no.crossmodule")
  public var _json: JSON { json }

  /// Tells whether both are sent as the same JSON.
  ///
  /// - Returns: `true` if they are.
  @_semantics("optimize.no.crossmodule")
  public static func == (first: Self, second: Self) -> Bool { first.json == second.json }

  /// Hashes what ``==(_:_:)`` compares.
  @_semantics("optimize.no.crossmodule")
  public func hash(into hasher: inout Hasher) { hasher.combine(json) }

  /// The hash of what ``==(_:_:)`` compares.
  @_semantics("optimize.no.crossmodule")
  public var hashValue: Int { json.hashValue }

  /// Reads the value, strictly.
  ///
  /// - Throws: `DecodingError`.
  @_documentation(visibility: internal)
  @_semantics("optimize.no.crossmodule")
  public init(from decoder: any Decoder) throws { try self.init(decodingJSONFrom: decoder) }

  /// Writes the value as the JSON that is sent.
  @_documentation(visibility: internal)
  @_semantics("optimize.no.crossmodule")
  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }

  /// The type's name and the JSON that is sent.
  @_semantics("optimize.no.crossmodule")
  public var description: String { "\(Self.self) \(json.text())" }
}

extension JSONConvertible {
  init(decodingJSONFrom decoder: any Decoder) throws {
    var kinds = KnownKinds.shared[Self.self, decoder]
    let json = try JSON(from: decoder, expecting: &kinds)
    do {
      try self.init(json: json)
      // What is refused teaches nothing.
      if kinds.isNew { KnownKinds.shared[Self.self, decoder] = kinds.known }
    } catch let mismatch as JSONMismatch {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          // Decoding errors are printed with a full stop behind this.
          debugDescription: "\(Self.self): \(mismatch.description.dropLast())",
          underlyingError: mismatch
        ))
    }
  }
}

@_spi(Generated) extension JSON {
  /// Reads the JSON as a value of one of a union's types.
  ///
  /// - Returns: The value; `nil` when it is none, or would lose something.
  public func lossless<Value: JSONConvertible>(_ type: Value.Type = Value.self) -> Value? {
    guard let value = try? Value._decode(self), JSONMismatch.loss(of: self, in: value._json) == nil
    else { return nil }
    return value
  }

  /// Reads the JSON as an address. A text without a scheme is none, where it may be something else.
  ///
  /// - Returns: The address; `nil` when it is none.
  public func lossless(_ type: URL.Type = URL.self) -> URL? {
    guard let url = try? URL(json: self), url.scheme != nil, url.json == self else { return nil }
    return url
  }
}
