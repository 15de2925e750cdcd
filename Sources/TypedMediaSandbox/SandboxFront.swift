import Foundation
import TypedMedia

/// What every sandbox does before its service answers: it keeps what arrives, and lets go wrong what is
/// scripted.
struct SandboxFront<Endpoint: Hashable & Sendable>: Sendable {
  /// The requests that arrived, in their order.
  private(set) var received: [SandboxRequest<Endpoint>] = []
  var faults = FaultScript<Endpoint>()

  /// Takes a request.
  ///
  /// - Returns: What goes wrong with it; `nil` when nothing does.
  mutating func receive(
    _ request: TransportRequest, for endpoint: Endpoint?, body: JSON?
  ) -> SandboxFault? {
    let fault = faults.take(for: endpoint)
    if case .noConnection? = fault { return fault }
    received.append(
      SandboxRequest(endpoint: endpoint, method: request.method, url: request.url, body: body))
    return fault
  }
}

extension SandboxFault? {
  /// The answer to a request with which this goes wrong.
  ///
  /// - Parameters:
  ///   - refuse: The service's own form of an error.
  ///   - serve: What the service does and answers when nothing goes wrong.
  /// - Throws: `TransportError` when there is no answer.
  func answer(
    refusing refuse:
      (_ status: Int, _ code: String, _ message: String, _ headers: HTTPHeaders) ->
      TransportResponse,
    otherwise serve: () -> TransportResponse
  ) throws -> TransportResponse {
    switch self {
    case .noConnection?:
      throw TransportError(
        "The sandbox took no connection.", isBeforeConnecting: true, sentBodyBytes: 0)
    case .answer(let status, let headers, let body)?:
      return TransportResponse(status: status, headers: headers, body: .data(body))
    case .error(let status, let code, let message, let headers)?:
      return refuse(status, code, message, headers)
    case .lostAnswer?:
      _ = serve()
      throw TransportError("The sandbox lost the answer.")
    case nil: return serve()
    }
  }
}

extension ClientConfiguration {
  /// The same, for a client of `sandbox` on its clock.
  func talking(to sandbox: any Transport, on clock: any Clock<Duration>) -> ClientConfiguration {
    var configuration = self
    configuration.transport = sandbox
    configuration.clock = clock
    return configuration
  }
}
