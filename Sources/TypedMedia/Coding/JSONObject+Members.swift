// Keys are `StaticString`s, as all are literals: the compiler passes such a literal on as it is, and
// of a `String` it makes instructions anew at each place, which were an eighth of the time that a
// release build of requests took.

/// How generated types write and read their members.
extension JSONObject {
  /// Sets the member `key`.
  @_semantics("optimize.no.crossmodule")
  public mutating func set(_ key: StaticString, _ value: some JSONConvertible) {
    self[key.description] = value.json
  }

  /// Sets the member `key`, or leaves it out when `value` is `nil`.
  @_semantics("optimize.no.crossmodule")
  public mutating func set<Value: JSONConvertible>(_ key: StaticString, _ value: Value?) {
    guard let value else { return }
    self[key.description] = value.json
  }

  /// Sets the member `key`, or leaves it out when `value` is `nil`.
  ///
  /// Where the type is known, nothing is asked of the Swift runtime.
  @_semantics("optimize.no.crossmodule")
  public mutating func set(_ key: StaticString, _ value: String?) {
    if let value { self[key.description] = value.json }
  }

  /// Sets the member `key`, or leaves it out when `value` is `nil`.
  @_semantics("optimize.no.crossmodule")
  public mutating func set(_ key: StaticString, _ value: Int?) {
    if let value { self[key.description] = value.json }
  }

  /// Sets the member `key`, or leaves it out when `value` is `nil`.
  @_semantics("optimize.no.crossmodule")
  public mutating func set(_ key: StaticString, _ value: Double?) {
    if let value { self[key.description] = value.json }
  }

  /// Sets the member `key`, or leaves it out when `value` is `nil`.
  @_semantics("optimize.no.crossmodule")
  public mutating func set(_ key: StaticString, _ value: Bool?) {
    if let value { self[key.description] = value.json }
  }

  /// Sets the member `key`, to `null` when `value` is `nil`.
  @_semantics("optimize.no.crossmodule")
  public mutating func setNullable<Value: JSONConvertible>(_ key: StaticString, _ value: Value?) {
    self[key.description] = value?.json ?? .null
  }

  /// Sets all of `members`, if there are any.
  @_semantics("optimize.no.crossmodule")
  public mutating func setRest<Value: JSONConvertible>(_ members: [String: Value]?) {
    for (key, value) in (members ?? [:]).sorted(by: { $0.key < $1.key }) { self[key] = value.json }
  }

  /// Sets the member `key` to a list of the one `value`.
  @_semantics("optimize.no.crossmodule")
  public mutating func setElement(_ key: StaticString, _ value: some JSONConvertible) {
    self[key.description] = .array([value.json])
  }

  /// Sets the member `key` to a list of the one `value`, or leaves it out when that is `nil`.
  @_semantics("optimize.no.crossmodule")
  public mutating func setElement<Value: JSONConvertible>(_ key: StaticString, _ value: Value?) {
    guard let value else { return }
    self[key.description] = .array([value.json])
  }

  /// Sets the member `key` to a list of the one `value`, or to an empty one when that is `nil`.
  @_semantics("optimize.no.crossmodule")
  public mutating func setEmptiableElement<Value: JSONConvertible>(
    _ key: StaticString, _ value: Value?
  ) {
    self[key.description] = .array(value.map { [$0.json] } ?? [])
  }

  /// Sets members of the object `key`, which is there afterwards.
  @_semantics("optimize.no.crossmodule")
  public mutating func setInside(_ key: StaticString, _ write: (inout JSONObject) -> Void) {
    let key = key.description
    var object = self[key]?.object ?? [:]
    write(&object)
    self[key] = .object(object)
  }

  /// Sets the members that `group` stands for, if there is one.
  @_semantics("optimize.no.crossmodule")
  public mutating func setMembers<Group: JSONObjectConvertible>(_ group: Group?) {
    group?.encode(to: &self)
  }

  /// The member `key`, which must be there.
  ///
  /// - Throws: ``JSONMismatch``, also when the member is missing.
  public func required<Value: JSONConvertible>(_ key: StaticString) throws -> Value {
    let key = key.description
    guard let value = self[key] else {
      throw JSONMismatch(problem: "lacks \"\(key)\", which is required")
    }
    return try JSONMismatch.prefixing(key) { try Value(json: value) }
  }

  /// The member `key`; `nil` when it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  public func optional<Value: JSONConvertible>(_ key: StaticString) throws -> Value? {
    let key = key.description
    guard let value = self[key], !value.isNull else { return nil }
    return try JSONMismatch.prefixing(key) { try Value(json: value) }
  }

  /// The member `key`; `nil` when it is missing. `null` is no value of most types.
  ///
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  public func present<Value: JSONConvertible>(_ key: StaticString) throws -> Value? {
    let key = key.description
    guard let value = self[key] else { return nil }
    return try JSONMismatch.prefixing(key) { try Value(json: value) }
  }

  /// The member `key`, which must be there; `nil` when it is `null`.
  ///
  /// - Throws: ``JSONMismatch``, also when the member is missing.
  public func requiredNullable<Value: JSONConvertible>(_ key: StaticString) throws -> Value? {
    let value: Nullable<Value> = try required(key)
    return value.value
  }

  /// Reads the member `key` into `value`, which becomes `nil` when it is missing.
  ///
  /// In an initializer this compiles faster, and to less, than an assignment does.
  ///
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  @_semantics("optimize.no.crossmodule")
  public func read<Value: JSONConvertible>(_ key: StaticString, into value: inout Value?) throws {
    value = try present(key)
  }

  /// Reads the member `key` into `value`, which becomes `nil` when it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  @_semantics("optimize.no.crossmodule")
  public func readNullable<Value: JSONConvertible>(
    _ key: StaticString, into value: inout Value?
  ) throws {
    value = try optional(key)
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

  /// The member `key`, of which an explicit `null` is told from one that is missing.
  ///
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  public func explicit<Value: JSONConvertible>(_ key: StaticString) throws -> Nullable<Value>? {
    let key = key.description
    guard let value = self[key] else { return nil }
    return try JSONMismatch.prefixing(key) { try Nullable(json: value) }
  }

  /// The members other than `keys`; `nil` when there are none.
  ///
  /// - Throws: ``JSONMismatch`` when one of them is no such value.
  public func rest<Value: JSONConvertible>(except keys: StaticString...) throws -> [String: Value]?
  {
    try rest(except: keys.map(\.description))
  }

  /// All members; `nil` when there are none.
  ///
  /// - Throws: ``JSONMismatch`` when one of them is no such value.
  public func rest<Value: JSONConvertible>() throws -> [String: Value]? { try rest(except: []) }

  private func rest<Value: JSONConvertible>(except keys: [String]) throws -> [String: Value]? {
    let others = filter { !keys.contains($0.key) }
    guard !others.isEmpty else { return nil }
    return try Dictionary(
      others.map { key, value in
        (key, try JSONMismatch.prefixing(key) { try Value(json: value) })
      },
      uniquingKeysWith: { _, last in last })
  }

  /// The only element of the list `key`, which must be there.
  ///
  /// - Throws: ``JSONMismatch``, also when the list has none or several.
  public func requiredElement<Value: JSONConvertible>(_ key: StaticString) throws -> Value {
    guard let value: Value = try optionalElement(key) else {
      throw JSONMismatch(problem: "lacks an element of \"\(key)\", which is required")
    }
    return value
  }

  /// The only element of the list `key`; `nil` when the list is missing.
  ///
  /// - Throws: ``JSONMismatch`` when the list has none or several, or one that is no such value.
  public func presentElement<Value: JSONConvertible>(_ key: StaticString) throws -> Value? {
    contains(key.description) ? try requiredElement(key) : nil
  }

  /// The only element of the list `key`; `nil` when the list is missing, `null` or empty.
  ///
  /// - Throws: ``JSONMismatch`` when the list has several, or one that is no such value.
  public func optionalElement<Value: JSONConvertible>(_ key: StaticString) throws -> Value? {
    guard let values: [Value] = try optional(key) else { return nil }
    guard values.count <= 1 else {
      throw JSONMismatch(
        problem: "has \(values.count) elements in \"\(key)\", and at most one is allowed")
    }
    return values.first
  }

  /// The only element of the list `key`, which must be there; `nil` when it is empty.
  ///
  /// - Throws: ``JSONMismatch``, also when the member is missing or the list has several.
  public func emptiableElement<Value: JSONConvertible>(_ key: StaticString) throws -> Value? {
    let _: [Value] = try required(key)
    return try optionalElement(key)
  }

  /// What `read` reads from the object `key`, which must be there.
  ///
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

  /// The group of members `keys`, read as one value; `nil` when none of them is there.
  ///
  /// - Throws: ``JSONMismatch`` when they are not a combination that is allowed.
  public func members<Group: JSONObjectConvertible>(_ keys: StaticString...) throws -> Group? {
    guard keys.contains(where: hasMember) else { return nil }
    return try Group(from: self)
  }
}

extension JSONObject {
  /// Whether all members `keys` are there, and not `null`.
  public func hasMembers(_ keys: StaticString...) -> Bool { keys.allSatisfy(hasMember) }

  /// Whether one of the members `keys` is there, and not `null`.
  public func hasMember(among keys: StaticString...) -> Bool { keys.contains(where: hasMember) }

  /// The members `keys`, as far as they are there, as an object of their own.
  public func only(_ keys: StaticString...) -> JSON {
    let keys = Set(keys.map(\.description))
    return selected { keys.contains($0) }
  }

  /// The members other than `keys`, as an object of their own.
  public func except(_ keys: StaticString...) -> JSON {
    let keys = Set(keys.map(\.description))
    return selected { !keys.contains($0) }
  }

  private func selected(_ isWanted: (String) -> Bool) -> JSON {
    var members = JSONObject()
    for (key, value) in self where isWanted(key) { members[key] = value }
    return .object(members)
  }

  private func hasMember(_ key: StaticString) -> Bool {
    self[key.description].map { !$0.isNull } ?? false
  }
}
