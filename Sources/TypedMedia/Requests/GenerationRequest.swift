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
  /// The service's record of the model.
  public static var model: ModelRecord { snapshot.model }

  /// Everything in which the request breaks the model's schema; empty when it is valid. Where the service
  /// takes files, that is also what is wrong with those that it names.
  ///
  /// - Returns: Everything in which the request breaks the model's schema; empty when it is valid.
  public func violations() -> [SchemaViolation] {
    guard ServiceClient.self is any UploadingService.Type else {
      return Self.snapshot.violations(in: json)
    }
    let (body, files) = LocalFiles.collecting { json }
    return Self.snapshot.violations(in: body) + Self.snapshot.violations(in: body, naming: files)
  }

  /// Checks the request against the model's schema, and the files that it names.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/invalidRequest`` and every violation; or
  ///   `CancellationError`, when the task was cancelled before all was checked.
  public func validate() throws {
    guard ServiceClient.self is any UploadingService.Type else {
      return try Self.snapshot.validate(json)
    }
    let (body, files) = LocalFiles.collecting { json }
    try Self.snapshot.validate(body, naming: files)
  }

  /// The members that are sent, checked against the model's schema. A client sends these and makes them
  /// no second time. A file is not an address that could be sent.
  ///
  /// - Returns: The members that are sent, checked against the model's schema.
  /// - Throws: As ``validate()``.
  public func validatedBody() throws -> JSONObject {
    let body = JSONObject(self)
    try Self.snapshot.validate(.object(body))
    return body
  }
}
