/// How values give their members.
extension JSONMembers {
  /// Sets the member `key`.
  @_semantics("optimize.no.crossmodule")
  public mutating func set(_ key: StaticString, _ value: some JSONConvertible) {
    add(key, MemberValue(value._json))
  }

  /// Sets the member `key`, or leaves it out when `value` is `nil`.
  @_semantics("optimize.no.crossmodule")
  public mutating func set<Value: JSONConvertible>(_ key: StaticString, _ value: Value?) {
    if let value { add(key, MemberValue(value._json)) }
  }
}

@_spi(Generated) extension JSONMembers {
  /// Sets the member `key`, or leaves it out when `value` is `nil`.
  ///
  /// Where the type is known, nothing is asked of the Swift runtime.
  @_semantics("optimize.no.crossmodule")
  public mutating func set(_ key: StaticString, _ value: String?) {
    if let value { add(key, .text(value)) }
  }

  /// Sets the member `key`, or leaves it out when `value` is `nil`.
  @_semantics("optimize.no.crossmodule")
  public mutating func set(_ key: StaticString, _ value: Int?) {
    if let value { add(key, .integer(value)) }
  }

  /// Sets the member `key`, or leaves it out when `value` is `nil`.
  @_semantics("optimize.no.crossmodule")
  public mutating func set(_ key: StaticString, _ value: Double?) {
    if let value { add(key, MemberValue(value)) }
  }

  /// Sets the member `key`, or leaves it out when `value` is `nil`.
  @_semantics("optimize.no.crossmodule")
  public mutating func set(_ key: StaticString, _ value: Bool?) {
    if let value { add(key, .bool(value)) }
  }

  /// Sets the member `key`, which has no other value.
  @_semantics("optimize.no.crossmodule")
  public mutating func setConstant(_ key: StaticString, _ value: JSON) {
    add(key, MemberValue(value))
  }

  /// Sets the member `key`, to `null` when `value` is `nil`.
  @_semantics("optimize.no.crossmodule")
  public mutating func setNullable<Value: JSONConvertible>(_ key: StaticString, _ value: Value?) {
    add(key, value.map { MemberValue($0._json) } ?? .null)
  }

  /// Sets all of `members`, if there are any.
  @_semantics("optimize.no.crossmodule")
  public mutating func setRest<Value: JSONConvertible>(_ members: [String: Value]?) {
    guard let members, !members.isEmpty else { return }
    change { object in
      for (key, value) in members.sorted(by: { $0.key < $1.key }) { object[key] = value._json }
    }
  }

  /// Sets the member `key` to a list of the one `value`.
  @_semantics("optimize.no.crossmodule")
  public mutating func setElement(_ key: StaticString, _ value: some JSONConvertible) {
    add(key, .json(.array([value._json])))
  }

  /// Sets the member `key` to a list of the one `value`, or leaves it out when that is `nil`.
  @_semantics("optimize.no.crossmodule")
  public mutating func setElement<Value: JSONConvertible>(_ key: StaticString, _ value: Value?) {
    if let value { add(key, .json(.array([value._json]))) }
  }

  /// Sets the member `key` to a list of the one `value`, or to an empty one when that is `nil`.
  @_semantics("optimize.no.crossmodule")
  public mutating func setEmptiableElement<Value: JSONConvertible>(
    _ key: StaticString, _ value: Value?
  ) {
    add(key, .json(.array(value.map { [$0._json] } ?? [])))
  }

  /// Sets members of the object `key`, which is there afterwards.
  @_semantics("optimize.no.crossmodule")
  public mutating func setInside(_ key: StaticString, _ write: (inout JSONMembers) -> Void) {
    change { object in
      let key = key.description
      var members = JSONMembers(.object, object[key]?.object ?? [:])
      write(&members)
      object[key] = .object(members.object)
    }
  }

  /// Sets the members that `group` stands for, if there is one.
  @_semantics("optimize.no.crossmodule")
  public mutating func setMembers<Group: JSONObjectConvertible>(_ group: Group?) {
    group?.encode(to: &self)
  }
}
