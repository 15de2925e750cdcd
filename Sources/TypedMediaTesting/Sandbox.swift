import Foundation
public import TypedMedia

/// A service that is played in process: no key, no network, no cost.
///
/// Say what a request asks for, what the service answers and how it refuses: that a key is checked,
/// requests are counted and kept, and things go wrong where it is scripted, is there then. Give it to a
/// client as its transport, with the clock of its ``front``.
///
/// ```swift
/// actor AuroraSandbox: Sandbox {
///   enum Endpoint { case submit, status }
///
///   var front = SandboxFront<Endpoint>(apiKey: "secret", clock: VirtualClock())
///
///   nonisolated func endpoint(of request: TransportRequest) -> Endpoint? {
///     request.method == "POST" ? .submit : .status
///   }
///
///   func answer(to request: TransportRequest, at endpoint: Endpoint?) -> TransportResponse {
///     endpoint == .submit
///       ? TransportResponse(status: 202, json: ["id": "j1"])
///       : TransportResponse(status: 200, json: ["status": "done", "url": "https://example.com/a.mp4"])
///   }
///
///   func refusal(
///     status: Int, code: String, message: String, headers: HeaderFields
///   ) -> TransportResponse {
///     TransportResponse(status: status, json: ["detail": .string(message)], headers: headers)
///   }
/// }
/// ```
public protocol Sandbox: Actor, Transport {
  /// One of the calls that the service takes.
  associatedtype Endpoint: Hashable & Sendable

  /// The front of the service: its key, its limit, and what arrived.
  var front: SandboxFront<Endpoint> { get set }

  /// Finds out what a request asks for; `nil` when there is nothing at its address.
  nonisolated func endpoint(of request: TransportRequest) -> Endpoint?

  /// The key that a request shows; by default the bearer token.
  nonisolated func key(of request: TransportRequest) -> String?

  /// Tells whether whoever has no key is answered too, as where files are served; by default nobody
  /// is.
  nonisolated func isOpen(_ endpoint: Endpoint) -> Bool

  /// The header fields of an answer to a request too many; by default how many more are taken, and when.
  var rateHeaders: HeaderFields { get }

  /// Answers a request that shows the right key, or needs none.
  func answer(to request: TransportRequest, at endpoint: Endpoint?) -> TransportResponse

  /// The service's own form of an error: a scripted one, or one with the code `invalid_api_key` or
  /// `rate_limit_exceeded`.
  func refusal(
    status: Int, code: String, message: String, headers: HeaderFields
  ) -> TransportResponse
}

extension Sandbox {
  /// The bearer token.
  ///
  /// - Returns: The bearer token.
  public nonisolated func key(of request: TransportRequest) -> String? { request.bearerKey }

  /// Tells whether whoever has no key is answered: nobody is.
  ///
  /// - Returns: `true` if whoever has no key is answered: nobody is.
  public nonisolated func isOpen(_ endpoint: Endpoint) -> Bool { false }

  /// The header fields that tell how many more requests are taken, and when the next minute begins.
  public var rateHeaders: HeaderFields { front.rateHeaders }

  /// The requests that arrived, in their order.
  public var receivedRequests: [SandboxRequest<Endpoint>] { front.received }

  /// Lets something go wrong with the next `count` requests, after what was scripted before.
  ///
  /// - Parameters:
  ///   - fault: What goes wrong.
  ///   - endpoint: With which requests; `nil` for the next, whatever it is.
  ///   - count: How often.
  public func script(_ fault: SandboxFault, for endpoint: Endpoint? = nil, times count: Int = 1) {
    front.script(fault, for: endpoint, times: count)
  }

  /// Answers `request` as the service would, or as it was scripted.
  ///
  /// - Returns: The answer.
  /// - Throws: `TransportError` where it is scripted that there is no answer; or `CancellationError`.
  public func send(_ request: TransportRequest) async throws -> TransportResponse {
    try Task.checkCancellation()
    let endpoint = endpoint(of: request)
    switch front.receive(request, for: endpoint) {
    case .noConnection?:
      throw TransportError(
        "The sandbox took no connection.", isBeforeConnecting: true, sentBodyBytes: 0)
    case .answer(let status, let headers, let body)?:
      return TransportResponse(status: status, headers: headers, body: .data(body))
    case .error(let status, let code, let message, let headers)?:
      return refusal(status: status, code: code, message: message, headers: headers)
    case .lostAnswer?:
      _ = serve(request, endpoint)
      throw TransportError("The sandbox lost the answer.")
    case nil: return serve(request, endpoint)
    }
  }

  private func serve(_ request: TransportRequest, _ endpoint: Endpoint?) -> TransportResponse {
    guard endpoint.map(isOpen) != true else { return answer(to: request, at: endpoint) }
    guard key(of: request) == front.apiKey else {
      return refusal(
        status: 401, code: "invalid_api_key", message: "Invalid API key", headers: [:])
    }
    guard front.takesOneMore() else {
      return refusal(
        status: 429, code: "rate_limit_exceeded", message: "Rate limit exceeded",
        headers: rateHeaders)
    }
    return answer(to: request, at: endpoint)
  }
}

extension ClientConfiguration {
  /// The same, for a client of `sandbox` on its clock.
  ///
  /// - Returns: The same, for a client of `sandbox` on its clock.
  public func talking(
    to sandbox: any Transport, on clock: any Clock<Duration>
  ) -> ClientConfiguration {
    var configuration = self
    configuration.transport = sandbox
    configuration.clock = clock
    return configuration
  }
}
