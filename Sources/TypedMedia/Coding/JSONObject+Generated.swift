/// The way that generated types read their members beside what `JSONObject+Members.swift` has.
@_spi(Generated) extension JSONObject {
  /// Reads the member `key`. `null` is no value of most types.
  ///
  /// - Returns: The value; `nil` when the member is missing.
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  public func present<Value: JSONConvertible>(_ key: StaticString) throws -> Value? {
    guard let place = position(of: key) else { return nil }
    return try value(at: place)
  }

  /// Reads the member `key`, which must be there.
  ///
  /// - Returns: The value; `nil` when it is `null`.
  /// - Throws: ``JSONMismatch``, also when the member is missing.
  public func requiredNullable<Value: JSONConvertible>(_ key: StaticString) throws -> Value? {
    let value: Nullable<Value> = try required(key)
    return value.value
  }

  /// Looks whether the member `key` has the only value that it may have.
  ///
  /// - Throws: ``JSONMismatch`` when it is missing or has another.
  @_semantics("optimize.no.crossmodule")
  public func constant(_ key: StaticString, _ value: JSON) throws {
    let found: JSON = try required(key)
    guard found == value else {
      throw JSONMismatch(expected: value.text(), found: found).below(key.description)
    }
  }

  /// Reads the member `key`, of which an explicit `null` is told from one that is missing.
  ///
  /// - Returns: The value or `null`; `nil` when the member is missing.
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  public func explicit<Value: JSONConvertible>(_ key: StaticString) throws -> Nullable<Value>? {
    try present(key)
  }

  /// Reads the members other than `keys`.
  ///
  /// - Returns: Their values; `nil` when there are none.
  /// - Throws: ``JSONMismatch`` when one of them is no such value.
  public func rest<Value: JSONConvertible>(except keys: StaticString...) throws -> [String: Value]?
  {
    try rest(except: keys.map(\.description))
  }

  /// Reads all members.
  ///
  /// - Returns: Their values; `nil` when there are none.
  /// - Throws: ``JSONMismatch`` when one of them is no such value.
  public func rest<Value: JSONConvertible>() throws -> [String: Value]? { try rest(except: []) }

  private func rest<Value: JSONConvertible>(except keys: [String]) throws -> [String: Value]? {
    let others = filter { !keys.contains($0.key) }
    guard !others.isEmpty else { return nil }
    return try Dictionary(
      others.map { key, value in
        (key, try JSONMismatch.prefixing(key) { try Value._decode(value) })
      },
      uniquingKeysWith: { _, last in last })
  }

  /// Reads the only element of the list `key`, which must be there.
  ///
  /// - Returns: The element.
  /// - Throws: ``JSONMismatch``, also when the list has none or several.
  public func requiredElement<Value: JSONConvertible>(_ key: StaticString) throws -> Value {
    guard let value: Value = try optionalElement(key) else {
      throw JSONMismatch(problem: "lacks an element of \"\(key)\", which is required")
    }
    return value
  }

  /// Reads the only element of the list `key`.
  ///
  /// - Returns: The element; `nil` when the list is missing.
  /// - Throws: ``JSONMismatch`` when the list has none or several, or one that is no such value.
  public func presentElement<Value: JSONConvertible>(_ key: StaticString) throws -> Value? {
    contains(key.description) ? try requiredElement(key) : nil
  }

  /// Reads the only element of the list `key`.
  ///
  /// - Returns: The element; `nil` when the list is missing, `null` or empty.
  /// - Throws: ``JSONMismatch`` when the list has several, or one that is no such value.
  public func optionalElement<Value: JSONConvertible>(_ key: StaticString) throws -> Value? {
    guard let values: [Value] = try optional(key) else { return nil }
    guard values.count <= 1 else {
      throw JSONMismatch(
        problem: "has \(values.count) elements in \"\(key)\", and at most one is allowed")
    }
    return values.first
  }

  /// Reads the only element of the list `key`, which must be there.
  ///
  /// - Returns: The element; `nil` when the list is empty.
  /// - Throws: ``JSONMismatch``, also when the member is missing or the list has several.
  public func emptiableElement<Value: JSONConvertible>(_ key: StaticString) throws -> Value? {
    let _: [Value] = try required(key)
    return try optionalElement(key)
  }

  /// Reads the members `keys` as one value.
  ///
  /// - Returns: The value; `nil` when none of the members is there.
  /// - Throws: ``JSONMismatch`` when they are not a combination that is allowed.
  public func members<Group: JSONObjectConvertible>(_ keys: StaticString...) throws -> Group? {
    guard keys.contains(where: hasMember) else { return nil }
    return try Group(from: self)
  }

  /// Looks whether one of the members `keys` is there.
  ///
  /// - Returns: Whether one is, and is not `null`.
  public func hasMember(among keys: StaticString...) -> Bool { keys.contains(where: hasMember) }

  /// Makes an object of the members `keys`, as far as they are there.
  ///
  /// - Returns: The object.
  public func only(_ keys: StaticString...) -> JSON {
    let keys = Set(keys.map(\.description))
    return selected { keys.contains($0) }
  }

  /// Makes an object of the members other than `keys`.
  ///
  /// - Returns: The object.
  public func except(_ keys: StaticString...) -> JSON {
    let keys = Set(keys.map(\.description))
    return selected { !keys.contains($0) }
  }

  private func selected(_ isWanted: (String) -> Bool) -> JSON {
    var members = JSONObject()
    for (key, value) in self where isWanted(key) { members[key] = value }
    return .object(members)
  }
}
