public import TypedMedia

/// The front of a service that a ``Sandbox`` plays: it knows the key, counts what arrives, and lets
/// go wrong what is scripted.
public struct SandboxFront<Endpoint: Hashable & Sendable>: Sendable {
  /// The only key that is taken.
  public let apiKey: String
  /// The requests that arrived, in their order.
  public private(set) var received: [SandboxRequest<Endpoint>] = []
  private let stopwatch: Stopwatch
  private var window: RateWindow
  private var faults = FaultScript<Endpoint>()

  /// Creates a front at which nothing has arrived.
  ///
  /// - Parameters:
  ///   - apiKey: The only key that is taken.
  ///   - requestsPerMinute: How many requests are taken in a minute; `nil` for any number.
  ///   - clock: Measures the time.
  public init(
    apiKey: String, requestsPerMinute: Int? = nil, clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.apiKey = apiKey
    stopwatch = Stopwatch(clock)
    window = RateWindow(limit: requestsPerMinute)
  }

  /// The time since it was created, on its clock.
  public var time: Duration { stopwatch.elapsed() }

  /// The header fields that say how many more requests are taken, and when the next minute begins; none
  /// where any number is.
  public var rateHeaders: HeaderFields { window.headers(at: time) }

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
  mutating func receive(_ request: TransportRequest, for endpoint: Endpoint?) -> SandboxFault? {
    let fault = faults.take(for: endpoint)
    if case .noConnection? = fault { return fault }
    received.append(
      SandboxRequest(
        endpoint: endpoint, method: request.method, url: request.url, headers: request.headers,
        body: request.json))
    return fault
  }

  /// Counts a request, and returns whether it is within the limit.
  mutating func takesOneMore() -> Bool { window.take(at: time) }
}
