/// A value that is a JSON object, or some of the members of one.
public protocol JSONObjectConvertible: JSONCodable {
  /// Reads a value from the members of `object`.
  ///
  /// Members that the type does not know are ignored. To refuse them, as a server should, decode
  /// with `init(json:)` or a `Decoder`.
  ///
  /// - Throws: ``JSONMismatch`` when a member is missing or is not what it has to be.
  init(from object: borrowing JSONObject) throws

  /// Writes the value's members into `object`.
  func encode(to object: inout JSONObject)
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
    if let loss = JSONMismatch.loss(of: json, in: self.json) { throw loss }
  }

  /// The value as it is sent.
  @_semantics("optimize.no.crossmodule")
  public var json: JSON { .object(JSONObject(self)) }
}

extension JSONObject {
  /// The members of `value`.
  package init(_ value: some JSONObjectConvertible) {
    self.init()
    value.encode(to: &self)
  }
}
