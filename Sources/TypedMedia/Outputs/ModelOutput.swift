/// An answer of a model: a view of its JSON, in which each thing that the model's schema speaks of
/// has a property.
///
/// Types that conform are generated from the snapshots of models that say what they answer. They are open:
/// nothing of an answer is lost or refused. A list that is missing is empty, and whatever else is missing, or
/// is something other than the schema says, is `nil`; ``violations()`` tells what that is.
public protocol ModelOutput: JSONCodable, Hashable, Codable, CustomStringConvertible {
  /// The schema of the answer; `nil` where the service has none.
  static var schema: JSON? { get }

  /// Creates a view of an answer.
  init(json: JSON)
}

extension ModelOutput {
  /// The schema, where that of what it is a part of says it.
  public static var schema: JSON? { nil }

  /// The files in the answer, wherever they are, in its order.
  public var files: [MediaFile] { json.files }

  /// Finds what the schema says otherwise of the answer; empty where it is as it should be.
  ///
  /// It is for people who wonder why a property is `nil`: a service may change its answers at any time.
  ///
  /// - Returns: What the schema says otherwise of the answer; empty where it is as it should be.
  public func violations() -> [SchemaViolation] {
    guard let schema = Self.schema else { return [] }
    let compiled = try? JSONSchema(schema, options: JSONSchema.Options(lenient: true))
    return compiled?.violations(in: json) ?? []
  }
}

/// What generated outputs read. Nothing of it fails: what is missing, or something else, is not there.
@_spi(Generated) extension JSON {
  /// The member `key`, as far as it is what is wanted.
  ///
  /// - Returns: The member `key`, as far as it is what is wanted.
  @_semantics("optimize.no.crossmodule")
  public func readValue<Value: JSONConvertible>(_ key: StaticString) -> Value? {
    guard let member = object?[key.description], !member.isNull else { return nil }
    return try? Value._decode(member)
  }

  /// The elements of the member `key` that are what is wanted; a single one is a list of it.
  ///
  /// - Returns: The elements of the member `key` that are what is wanted; a single one is a list of
  ///   it.
  @_semantics("optimize.no.crossmodule")
  public func readList<Value: JSONConvertible>(_ key: StaticString) -> [Value] {
    object?[key.description]?.readElements() ?? []
  }

  /// The members of the object `key` that are what is wanted, by their names.
  ///
  /// - Returns: The members of the object `key` that are what is wanted, by their names.
  @_semantics("optimize.no.crossmodule")
  public func readMembers<Value: JSONConvertible>(_ key: StaticString) -> [String: Value] {
    object?[key.description]?.readMembers() ?? [:]
  }

  /// The text of the member `key`, which may come in pieces; `nil` where there is none.
  ///
  /// - Returns: The text of the member `key`, which may come in pieces; `nil` where there is none.
  @_semantics("optimize.no.crossmodule")
  public func readText(_ key: StaticString) -> String? { object?[key.description]?.readText() }

  /// All of it, as far as it is what is wanted.
  ///
  /// - Returns: The value; `nil` where it is not what is wanted.
  @_semantics("optimize.no.crossmodule")
  public func readValue<Value: JSONConvertible>() -> Value? {
    isNull ? nil : try? Value._decode(self)
  }

  /// The members that are what is wanted, by their names.
  ///
  /// - Returns: The members that are what is wanted, by their names.
  @_semantics("optimize.no.crossmodule")
  public func readMembers<Value: JSONConvertible>() -> [String: Value] {
    (object ?? [:]).reduce(into: [:]) { $0[$1.key] = try? Value._decode($1.value) }
  }

  /// The elements that are what is wanted; what is no list is a list of one.
  ///
  /// - Returns: The elements that are what is wanted; what is no list is a list of one.
  @_semantics("optimize.no.crossmodule")
  public func readElements<Value: JSONConvertible>() -> [Value] {
    if isNull { return [] }
    return (array ?? [self]).compactMap { $0.isNull ? nil : try? Value._decode($0) }
  }

  /// The text, whose pieces are joined; `nil` where there is none.
  ///
  /// - Returns: The text, whose pieces are joined; `nil` where there is none.
  @_semantics("optimize.no.crossmodule")
  public func readText() -> String? {
    string ?? array.map { $0.compactMap(\.string).joined() }
  }
}
