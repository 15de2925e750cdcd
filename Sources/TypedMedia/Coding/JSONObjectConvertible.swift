/// A value that is a JSON object, or some of the members of one.
///
/// One that names `Hashable`, `Codable` and `CustomStringConvertible` beside it has all that they ask for from
/// here.
public protocol JSONObjectConvertible: JSONConvertible {
  /// Reads a value from the members of `object`.
  ///
  /// Members that the type does not know are ignored. To refuse them, as a server should, decode
  /// with `init(json:)` or a `Decoder`.
  ///
  /// - Throws: ``JSONMismatch`` when a member is missing or is not what it has to be.
  init(from object: borrowing JSONObject) throws

  /// Gives the value's members to `object`.
  func encode(to object: inout JSONMembers)
}

// It does not refine `JSONCodable`, whose table each request would have beside its own: two functions for
// what the same extension gives.
extension JSONObjectConvertible {
  /// Reads a value strictly: what it would lose of `json` is an error.
  ///
  /// - Throws: ``JSONMismatch``.
  @_semantics("optimize.no.crossmodule")
  public init(json: JSON) throws {
    guard case .object(let object) = json else {
      throw JSONMismatch(expected: "an object", found: json)
    }
    try self.init(from: object)
    guard !JSONMembers.hasAll(of: object, self) else { return }
    if let loss = JSONMismatch.loss(of: json, in: self.json) { throw loss }
  }

  /// Reads a value strictly, as ``init(json:)`` does.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch``.
  @_semantics("optimize.no.crossmodule")
  public static func _decode(_ json: JSON) throws -> Self { try Self(json: json) }

  /// The value as it is sent.
  @_semantics("optimize.no.crossmodule")
  public var json: JSON { .object(JSONObject(self)) }

  /// The value as it is sent.
  @_semantics("optimize.no.crossmodule")
  public var _json: JSON { json }

  /// Tells whether both are sent as the same JSON.
  ///
  /// - Returns: `true` if they are.
  @_semantics("optimize.no.crossmodule")
  public static func == (first: Self, second: Self) -> Bool {
    JSONMembers.areEqual(first, second)
  }

  /// Hashes what ``==(_:_:)`` compares.
  @_semantics("optimize.no.crossmodule")
  public func hash(into hasher: inout Hasher) { JSONMembers.hash(self, into: &hasher) }

  /// The hash of what ``==(_:_:)`` compares.
  @_semantics("optimize.no.crossmodule")
  public var hashValue: Int {
    var hasher = Hasher()
    JSONMembers.hash(self, into: &hasher)
    return hasher.finalize()
  }

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

extension JSONObject {
  /// The members of `value`.
  package init(_ value: some JSONObjectConvertible) {
    var members = JSONMembers()
    value.encode(to: &members)
    self = members.object
  }
}
