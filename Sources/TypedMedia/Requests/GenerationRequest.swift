/// A request to one model: what the model takes, and nothing else.
///
/// Types that conform are generated from snapshots of the models' schemas, by the build-tool plugin
/// `GenerateRequests`. What a model does not take does not compile; what the schema says beyond
/// types (lengths, ranges, conditions) is checked by ``validate()``, which a client calls before it
/// sends anything.
///
/// A request is a value: it can be compared, stored, and sent to a server of your own as JSON. It
/// decodes strictly, so that a server refuses what the model would.
public protocol GenerationRequest: JSONObjectConvertible, Hashable, Codable,
  CustomStringConvertible
{
  /// The client that takes it; `Never` where the request is to no service that is known. The protocol of a
  /// service's requests says it.
  associatedtype ServiceClient = Never

  /// What a job of it makes; `Never` where the request is to no service that is known.
  associatedtype Output = Never

  /// What the service says of the model, as of when its snapshot was taken.
  static var snapshot: ModelSnapshot { get }
}

extension GenerationRequest {
  /// What the service says of the model.
  public static var model: ModelRecord { snapshot.model }

  /// Everything in which the request breaks the model's schema; empty when it is valid.
  public func violations() -> [SchemaViolation] { Self.snapshot.violations(in: json) }

  /// Checks the request against the model's schema.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/invalidRequest`` and every violation; or
  ///   `CancellationError`, when the task was cancelled before all was checked.
  public func validate() throws { _ = try validatedBody() }

  /// The members that are sent, checked against the model's schema. A client sends these and makes them
  /// no second time.
  ///
  /// - Throws: As ``validate()``.
  public func validatedBody() throws -> JSONObject {
    let body = JSONObject(self)
    try Self.snapshot.validate(.object(body))
    return body
  }
}
