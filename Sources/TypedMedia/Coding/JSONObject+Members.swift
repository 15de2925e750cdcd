// Keys are `StaticString`s, as all are literals: the compiler passes such a literal on as it is, and
// of a `String` it makes instructions anew at each place, which were an eighth of the time that a
// release build of requests took.

/// How clients write members, and how they and requests read them.
extension JSONObject {
  /// Sets the member `key`.
  @_semantics("optimize.no.crossmodule")
  public mutating func set(_ key: StaticString, _ value: some JSONConvertible) {
    self[key.description] = value._json
  }

  /// Sets the member `key`, or leaves it out when `value` is `nil`.
  @_semantics("optimize.no.crossmodule")
  public mutating func set<Value: JSONConvertible>(_ key: StaticString, _ value: Value?) {
    guard let value else { return }
    self[key.description] = value._json
  }

  /// Reads the member `key`, which must be there.
  ///
  /// - Returns: The value.
  /// - Throws: ``JSONMismatch``, also when the member is missing.
  public func required<Value: JSONConvertible>(_ key: StaticString) throws -> Value {
    guard let place = position(of: key) else {
      throw JSONMismatch(problem: "lacks \"\(key)\", which is required")
    }
    return try value(at: place)
  }

  /// Reads the member `key`.
  ///
  /// - Returns: The value; `nil` when the member is missing or `null`.
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  public func optional<Value: JSONConvertible>(_ key: StaticString) throws -> Value? {
    guard let place = position(of: key), !value(at: place).isNull else { return nil }
    return try value(at: place)
  }

  /// Calls `read` with the object `key`, which must be there.
  ///
  /// - Returns: What `read` returns.
  /// - Throws: ``JSONMismatch``, also when the member is missing or no object.
  public func inside<Value>(
    _ key: StaticString, _ read: (JSONObject) throws -> Value
  ) throws -> Value {
    let member: JSON = try required(key)
    return try JSONMismatch.prefixing(key.description) {
      guard case .object(let object) = member else {
        throw JSONMismatch(expected: "an object", found: member)
      }
      return try read(object)
    }
  }

  /// Looks whether all members `keys` are there.
  ///
  /// - Returns: Whether they are, and none of them is `null`.
  public func hasMembers(_ keys: StaticString...) -> Bool { keys.allSatisfy(hasMember) }

  /// Tells whether the member `key` is there, and not `null`.
  func hasMember(_ key: StaticString) -> Bool {
    position(of: key).map { !self[$0].value.isNull } ?? false
  }

  /// Reads the member at a place.
  func value<Value: JSONConvertible>(at place: Int) throws -> Value {
    do {
      return try Value._decode(value(at: place))
    } catch let mismatch as JSONMismatch {
      throw mismatch.below(self[place].key)
    }
  }
}
