public import Foundation
public import TypedMedia

/// Something that goes wrong once, in place of the sandbox's own answer.
public enum SandboxFault: Sendable {
  /// An answer with this status, these header fields and this body. The request has no effect.
  case answer(status: Int, headers: HeaderFields, body: Data)
  /// An error in the shape that the sandbox's service documents. The request has no effect.
  case error(_ status: Int, code: String, _ message: String, headers: HeaderFields = [:])
  /// The connection breaks before the request arrives. It has no effect.
  case noConnection
  /// The request has its effect, but its answer is lost on the way back.
  case lostAnswer

  /// Status 401: the key is not known.
  public static let unauthorized = error(
    401, code: "invalid_api_key", "The API key is invalid or has been revoked")
  /// Status 402: there are not enough credits.
  public static let insufficientCredits = error(
    402, code: "insufficient_credits", "There are not enough credits")
  /// Status 404.
  public static let notFound = error(404, code: "not_found", "Not found")
  /// Status 500.
  public static let serverError = error(500, code: "internal_error", "Internal server error")
  /// Status 200 with a body that is not JSON.
  public static let garbage = answer(
    status: 200, headers: ["Content-Type": "text/html"], body: Data("<html>502</html>".utf8))

  /// An answer of success with this body, whatever the service makes of it.
  ///
  /// - Returns: An answer of success with this body, whatever the service makes of it.
  public static func body(_ text: String) -> SandboxFault {
    .answer(status: 200, headers: [:], body: Data(text.utf8))
  }

  /// Status 429, with the header fields that go with it.
  ///
  /// - Returns: Status 429, with the header fields that go with it.
  public static func rateLimited(headers: HeaderFields = ["Retry-After": "2"]) -> SandboxFault {
    error(429, code: "rate_limit_exceeded", "Rate limit exceeded", headers: headers)
  }
}
