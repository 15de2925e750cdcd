/// A request to a model that the program has no type for: JSON, checked against the schema that the
/// service has of it now.
///
/// ```swift
/// let model = try await hoox.model("brand-new-1.0")
/// let request = try RawRequest(["prompt": "A tide pool at dawn", "duration": 9], to: model)
/// try request.validate()
/// ```
///
/// Prefer a generated type where there is one: what is wrong with it does not compile.
public struct RawRequest: Sendable, CustomStringConvertible, CustomReflectable {
  /// The service's record of the model.
  public let snapshot: ModelSnapshot
  /// The request's members, as the model takes them.
  public var body: JSONObject

  /// Creates a request.
  ///
  /// - Parameters:
  ///   - body: The request's members.
  ///   - model: The model's record, with its schema.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/malformedSnapshot`` when the record has
  ///   no schema, as those of a list of models, or one that is neither an object nor a boolean.
  public init(_ body: JSONObject, to model: ModelRecord) throws {
    snapshot = try ModelSnapshot(model.json)
    self.body = body
  }

  /// Creates a request to a model as its service's client looks it up.
  ///
  /// - Throws: As for a record.
  public init(_ body: JSONObject, to model: some ModelView) throws {
    try self.init(body, to: model.record)
  }

  /// The service's record of the model.
  public var model: ModelRecord { snapshot.model }

  /// Everything in which the request breaks the model's schema; empty when it is valid.
  ///
  /// - Returns: Everything in which the request breaks the model's schema; empty when it is valid.
  public func violations() -> [SchemaViolation] { snapshot.violations(in: .object(body)) }

  /// Checks the request against the model's schema.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/invalidRequest`` and every violation.
  public func validate() throws { _ = try validatedBody() }

  /// The members that are sent, checked against the model's schema.
  ///
  /// - Returns: The members that are sent, checked against the model's schema.
  /// - Throws: As ``validate()``.
  public func validatedBody() throws -> JSONObject {
    try snapshot.validate(.object(body))
    return body
  }

  /// The model's name and the JSON that is sent, without what is in members that are named as keys are.
  public var description: String {
    "\(model.name) \(JSON.object(body).withoutCredentials.text())"
  }
  /// The same as ``description``.
  public var customMirror: Mirror { Mirror(self, children: ["request": description]) }
}

extension JSON {
  /// The value with a word in place of each member that is named as a key or a password is.
  fileprivate var withoutCredentials: JSON {
    hidingMembers { name in
      let name = name.lowercased().filter(\.isLetter)
      return ["apikey", "accesskey", "secret", "secretkey", "password", "token", "authorization"]
        .contains { name.hasSuffix($0) }
    }
  }
}
