import Foundation
public import TypedMedia

/// What every sandbox does before its service answers: it keeps what arrives, and lets go wrong what is
/// scripted.
public struct SandboxFront<Endpoint: Hashable & Sendable>: Sendable {
  /// The requests that arrived, in their order.
  public private(set) var received: [SandboxRequest<Endpoint>] = []
  private var faults = FaultScript<Endpoint>()

  /// Creates the front of a sandbox at which nothing has arrived.
  public init() {}

  /// Lets something go wrong with the next `count` requests, after what was scripted before.
  ///
  /// - Parameters:
  ///   - fault: What goes wrong.
  ///   - endpoint: With which requests; `nil` for the next, whatever it is.
  ///   - count: How often.
  public mutating func script(
    _ fault: SandboxFault, for endpoint: Endpoint? = nil, times count: Int = 1
  ) {
    faults.add(fault, for: endpoint, times: count)
  }

  /// Takes a request.
  ///
  /// - Returns: What goes wrong with it; `nil` when nothing does.
  public mutating func receive(
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
  public func answer(
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
  public func talking(
    to sandbox: any Transport, on clock: any Clock<Duration>
  ) -> ClientConfiguration {
    var configuration = self
    configuration.transport = sandbox
    configuration.clock = clock
    return configuration
  }
}
