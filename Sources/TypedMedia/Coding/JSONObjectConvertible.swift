/// A value that is a JSON object, or some of the members of one.
public protocol JSONObjectConvertible: JSONCodable {
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

  /// The value as it is sent.
  @_semantics("optimize.no.crossmodule")
  public var json: JSON { .object(JSONObject(self)) }

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
}

extension JSONObject {
  /// The members of `value`.
  package init(_ value: some JSONObjectConvertible) {
    var members = JSONMembers()
    value.encode(to: &members)
    self = members.object
  }
}
