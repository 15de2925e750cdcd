/// How initializers that are generated read their members.
///
/// In an initializer this compiles faster, and to less, than an assignment does. Where the type is known,
/// nothing is asked of the Swift runtime.
@_spi(Generated) extension JSONObject {
  /// Reads the member `key` into `value`, which becomes `nil` when it is missing.
  ///
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  @_semantics("optimize.no.crossmodule")
  public func read(_ key: StaticString, into value: inout String?) throws {
    value = try present(key)
  }

  /// Reads the member `key` into `value`, which becomes `nil` when it is missing.
  ///
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  @_semantics("optimize.no.crossmodule")
  public func read(_ key: StaticString, into value: inout Int?) throws {
    value = try present(key)
  }

  /// Reads the member `key` into `value`, which becomes `nil` when it is missing.
  ///
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  @_semantics("optimize.no.crossmodule")
  public func read(_ key: StaticString, into value: inout Double?) throws {
    value = try present(key)
  }

  /// Reads the member `key` into `value`, which becomes `nil` when it is missing.
  ///
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  @_semantics("optimize.no.crossmodule")
  public func read(_ key: StaticString, into value: inout Bool?) throws {
    value = try present(key)
  }

  /// Reads the member `key` into `value`, which becomes `nil` when it is missing.
  ///
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  @_semantics("optimize.no.crossmodule")
  public func read<Value: JSONConvertible>(_ key: StaticString, into value: inout Value?) throws {
    if let place = position(of: key) { value = try self.value(at: place) } else { value = nil }
  }

  /// Reads the member `key` into `value`, which becomes `nil` when it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  @_semantics("optimize.no.crossmodule")
  public func readNullable(_ key: StaticString, into value: inout String?) throws {
    value = try optional(key)
  }

  /// Reads the member `key` into `value`, which becomes `nil` when it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  @_semantics("optimize.no.crossmodule")
  public func readNullable(_ key: StaticString, into value: inout Int?) throws {
    value = try optional(key)
  }

  /// Reads the member `key` into `value`, which becomes `nil` when it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  @_semantics("optimize.no.crossmodule")
  public func readNullable(_ key: StaticString, into value: inout Double?) throws {
    value = try optional(key)
  }

  /// Reads the member `key` into `value`, which becomes `nil` when it is missing or `null`.
  ///
  /// - Throws: ``JSONMismatch`` when it is there and is no such value.
  @_semantics("optimize.no.crossmodule")
  public func readNullable(_ key: StaticString, into value: inout Bool?) throws {
    value = try optional(key)
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
}
