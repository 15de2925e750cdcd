/// A value that is coded, compared and printed as the JSON that it is sent as.
///
/// A generated type says how it is read and written, and what else one expects of a value (that it can
/// be compared, hashed, coded and printed) follows from that, here, once: synthesised conformances
/// would be most of what a request costs to compile.
public protocol JSONCodable: JSONConvertible, Hashable, Codable, CustomStringConvertible {}

extension JSONCodable {
  /// Whether both are sent as the same JSON.
  public static func == (first: Self, second: Self) -> Bool { first.json == second.json }

  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(json) }

  /// Reads the value, strictly.
  ///
  /// - Throws: `DecodingError`.
  public init(from decoder: any Decoder) throws {
    let json = try JSON(from: decoder)
    do {
      try self.init(json: json)
    } catch let mismatch as JSONMismatch {
      throw DecodingError.dataCorrupted(
        .init(
          codingPath: decoder.codingPath,
          debugDescription: "\(Self.self): \(mismatch.description)",
          underlyingError: mismatch
        ))
    }
  }

  /// Writes the value as the JSON that is sent.
  public func encode(to encoder: any Encoder) throws { try json.encode(to: encoder) }

  /// The type's name and the JSON that is sent.
  public var description: String { "\(Self.self) \(json.text())" }
}

extension JSON {
  /// The JSON as a value of one of a union's types; `nil` when it is none, or would lose something.
  public func lossless<Value: JSONConvertible>(_ type: Value.Type = Value.self) -> Value? {
    guard let value = try? Value(json: self), JSONMismatch.loss(of: self, in: value.json) == nil
    else { return nil }
    return value
  }
}
