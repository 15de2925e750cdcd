/// A value that is a JSON object, or some of the members of one.
///
/// A generated type says which members it has, and what else one expects of a value (that it can be
/// compared, hashed, coded and printed) follows from that, here, once: synthesised conformances
/// would be most of what a request costs to compile.
public protocol JSONObjectConvertible: JSONConvertible, Hashable, Codable, CustomStringConvertible {
  /// Reads a value from the members of `object`.
  ///
  /// Members that the type does not know are ignored. To refuse them, as a server should, decode
  /// with `init(json:)` or a `Decoder`.
  ///
  /// - Throws: ``JSONMismatch`` when a member is missing or is not what it has to be.
  init(from object: JSONObject) throws

  /// Writes the value's members into `object`.
  func encode(to object: inout JSONObject)
}

extension JSONObjectConvertible {
  /// Reads a value strictly: what it would lose of `json` is an error.
  ///
  /// - Throws: ``JSONMismatch``.
  public init(json: JSON) throws {
    guard case .object(let object) = json else {
      throw JSONMismatch(expected: "an object", found: json)
    }
    try self.init(from: object)
    if let loss = JSONMismatch.loss(of: json, in: self.json) { throw loss }
  }

  /// The value as it is sent.
  public var json: JSON { .object(object) }

  private var object: JSONObject {
    var object = JSONObject()
    encode(to: &object)
    return object
  }

  /// Whether both are sent as the same JSON.
  public static func == (first: Self, second: Self) -> Bool { first.object == second.object }

  /// Hashes what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(object) }

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
