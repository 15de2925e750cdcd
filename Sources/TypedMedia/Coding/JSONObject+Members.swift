/// How generated types write and read their members.
extension JSONObject {
  /// Sets the member `key`.
  public mutating func set(_ key: String, _ value: some JSONConvertible) {
    self[key] = value.json
  }

  /// Sets the member `key`, or leaves it out when `value` is `nil`.
  public mutating func set<Value: JSONConvertible>(_ key: String, _ value: Value?) {
    guard let value else { return }
    self[key] = value.json
  }

  /// Sets the member `key` to a list of the one `value`.
  public mutating func setElement(_ key: String, _ value: some JSONConvertible) {
    self[key] = .array([value.json])
  }

  /// Sets the member `key` to a list of the one `value`, or leaves it out when that is `nil`.
  public mutating func setElement<Value: JSONConvertible>(_ key: String, _ value: Value?) {
    guard let value else { return }
    self[key] = .array([value.json])
  }

  /// Sets the members that `group` stands for, if there is one.
  public mutating func setMembers<Group: JSONObjectConvertible>(_ group: Group?) {
    group?.encode(to: &self)
  }

  /// The member `key`, which must be there.
  ///
  /// - Throws: ``JSONMismatch``, also when the member is missing.
  public func required<Value: JSONConvertible>(_ key: String) throws -> Value {
    guard let value = self[key] else {
      throw JSONMismatch(problem: "lacks \"\(key)\", which is required")
    }
    return try JSONMismatch.prefixing(key) { try Value(json: value) }
  }

  /// The member `key`; `nil` when it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  public func optional<Value: JSONConvertible>(_ key: String) throws -> Value? {
    guard let value = self[key], !value.isNull else { return nil }
    return try JSONMismatch.prefixing(key) { try Value(json: value) }
  }

  /// The only element of the list `key`, which must be there.
  ///
  /// - Throws: ``JSONMismatch``, also when the list has none or several.
  public func requiredElement<Value: JSONConvertible>(_ key: String) throws -> Value {
    guard let value: Value = try optionalElement(key) else {
      throw JSONMismatch(problem: "lacks an element of \"\(key)\", which is required")
    }
    return value
  }

  /// The only element of the list `key`; `nil` when the list is missing, `null` or empty.
  ///
  /// - Throws: ``JSONMismatch`` when the list has several, or one that is no such value.
  public func optionalElement<Value: JSONConvertible>(_ key: String) throws -> Value? {
    guard let values: [Value] = try optional(key) else { return nil }
    guard values.count <= 1 else {
      throw JSONMismatch(
        problem: "has \(values.count) elements in \"\(key)\", and at most one is allowed")
    }
    return values.first
  }

  /// The group of members `keys`, read as one value; `nil` when none of them is there.
  ///
  /// - Throws: ``JSONMismatch`` when they are not a combination that is allowed.
  public func members<Group: JSONObjectConvertible>(_ keys: String...) throws -> Group? {
    guard keys.contains(where: { !(self[$0]?.isNull ?? true) }) else { return nil }
    return try Group(from: self)
  }
}

extension JSONObject {
  /// Whether all members `keys` are there, and not `null`.
  public func hasMembers(_ keys: String...) -> Bool {
    keys.allSatisfy { self[$0].map { !$0.isNull } ?? false }
  }
}
