/// The settings of how a client sends, waits, and keeps books. Every client takes one.
///
/// ```swift
/// let ledger = try FileLedger(at: folder.appending(path: "jobs.jsonl"))
/// let hoox = HooxClient(apiKey: key, configuration: ClientConfiguration(ledger: ledger))
/// ```
public struct ClientConfiguration: Sendable {
  /// Sends the requests.
  public var transport: any Transport
  /// Keeps what is submitted; `nil` to keep nothing.
  public var ledger: (any JobLedger)?
  /// The account that the key belongs to, by any name that is no secret: `"studio"`.
  ///
  /// Name it where clients with keys of several accounts share one ledger. Each then recovers, settles
  /// and acknowledges what was submitted under the same name, and a client without one what was
  /// submitted without. The ledger keeps it.
  public var account: String?
  /// The policy of how to wait for a job; `nil` for what the service advises.
  public var polling: PollingPolicy?
  /// The policy of when to try a call again.
  public var retries: RetryPolicy
  /// The pace at which requests may follow each other; `nil` for what the service documents.
  public var pace: RequestPace?
  /// The most bytes that an answer may have. 10 MB by default.
  public var maximumAnswerSize: Int
  /// Measures the waits. A test passes one that does not wait.
  public var clock: any Clock<Duration>
  /// Sees each attempt at a call after it has ended; see ``CallAttempt``.
  public var observer: (@Sendable (CallAttempt) -> Void)?

  /// Creates a configuration. What is left out is as most apps want it.
  public init(
    transport: any Transport = URLSessionTransport(),
    ledger: (any JobLedger)? = nil,
    account: String? = nil,
    polling: PollingPolicy? = nil,
    retries: RetryPolicy = RetryPolicy(),
    pace: RequestPace? = nil,
    maximumAnswerSize: Int = 10_000_000,
    clock: any Clock<Duration> = ContinuousClock(),
    observer: (@Sendable (CallAttempt) -> Void)? = nil
  ) {
    self.transport = transport
    self.ledger = ledger
    self.account = account
    self.polling = polling
    self.retries = retries
    self.pace = pace
    self.maximumAnswerSize = maximumAnswerSize
    self.clock = clock
    self.observer = observer
  }
}
