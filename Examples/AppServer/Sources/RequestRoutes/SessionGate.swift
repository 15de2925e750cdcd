import Foundation
import Hoox
public import Hummingbird

/// Lets through whoever shows a session that the app's server gave out, and nobody else.
///
/// An app sends it as `Authorization: Bearer SESSION`. What signs people in, and keeps their sessions, is the
/// app's own.
public struct SessionGate<Context: RequestContext>: RouterMiddleware {
  private let isKnown: @Sendable (_ session: String) async throws -> Bool

  /// Creates a gate.
  ///
  /// - Parameter isKnown: Whether a session is one that was given out and has not ended.
  public init(_ isKnown: @escaping @Sendable (_ session: String) async throws -> Bool) {
    self.isKnown = isKnown
  }

  /// Passes a request on, or answers it with status 401.
  public func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let field = request.headers[.authorization] ?? ""
    let word = "Bearer "
    guard field.hasPrefix(word), try await isKnown(String(field.dropFirst(word.count))) else {
      // The app tells it from a key that the service refuses, for which its person can do nothing.
      return Refusal(
        .unauthorized, "Sign in again: the session is not known, or has ended.",
        code: MediaError.Code(rawValue: "sessionExpired")
      ).response
    }
    return try await next(request, context)
  }
}
