import Foundation

/// The way that a service tells what happens as it happens.
extension ServiceConnection {
  /// Opens the stream of events that `call` asks for.
  ///
  /// It is tried once: whoever reads a stream has to go on from where it breaks off anyway. While it is open
  /// it takes no turn from other calls.
  ///
  /// - Parameter call: A call that only asks. It may say by `Last-Event-Id` in ``ServiceCall/headers`` where
  ///   to go on.
  /// - Returns: The events.
  /// - Throws: ``MediaError``, with the code ``MediaError/Code/malformedResponse`` where the answer is no
  ///   stream of events; or `CancellationError`.
  public func events(_ call: ServiceCall) async throws -> ServerSentEvents {
    var call = call
    call.headers["Accept"] = "text/event-stream"
    let url = try checkedURL(for: call)
    let prepared = try await prepared(call, at: url)
    try await gate.enter(call.priority)
    let response: TransportResponse
    do {
      response = try await configuration.transport.send(prepared.request)
    } catch {
      gate.leave(rateLimit: nil, retryAfter: nil)
      throw failure(
        of: call, CallOutcome(error, hasBody: false), because: error, prepared.secrets)
    }
    gate.leave(rateLimit: RateLimit(response.headers), retryAfter: nil)
    let type = response.headers["Content-Type"]?.lowercased() ?? ""
    guard (200..<300).contains(response.status), type.hasPrefix("text/event-stream") else {
      let received = await Received(
        response, upTo: configuration.maximumAnswerSize, hiding: prepared.secrets)
      guard (200..<300).contains(response.status) else { throw refusal(of: call, received).error }
      throw unreadable(
        call, received, because: JSONMismatch(problem: "is no stream of events")
      ).error
    }
    return ServerSentEvents(response.body)
  }
}
