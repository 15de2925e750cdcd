public import Foundation

/// Makes calls to one service: adds the key, keeps to the service's pace, tries again what may be tried
/// again, reads JSON, and turns whatever goes wrong into a ``MediaError``.
///
/// The clients of this package are written on it, and so can yours be. Its copies share one pace and
/// one ledger.
public struct ServiceConnection: Sendable {
  private let storage: Storage

  /// Creates a connection.
  public init(
    profile: ServiceProfile,
    baseURL: URL,
    key: APIKey,
    configuration: ClientConfiguration = ClientConfiguration()
  ) {
    storage = Storage(
      profile: profile, baseURL: baseURL, key: key, configuration: configuration)
  }

  /// The particulars of how the service speaks.
  public var profile: ServiceProfile { storage.profile }
  /// The address.
  public var baseURL: URL { storage.baseURL }
  /// The settings of how to send, wait, and keep books.
  public var configuration: ClientConfiguration { storage.configuration }

  /// The time on the configuration's clock, which was set right when the connection was created. A
  /// job's ``JobHandle/submittedAt`` is of it.
  public var now: Date { storage.start.addingTimeInterval(stopwatch.elapsed() / .seconds(1)) }

  package var gate: RequestGate { storage.gate }
  var key: APIKey { storage.key }
  var addressPrefix: String? { storage.addressPrefix }
  var isSecure: Bool { storage.isSecure }
  var scheduler: JobScheduler { storage.scheduler }
  var stopwatch: Stopwatch { storage.stopwatch }
  var book: SubmissionBook { storage.book }

  /// What the copies share, so that each of thousands of jobs can have one.
  private final class Storage: Sendable {
    let profile: ServiceProfile
    let baseURL: URL
    /// The address as text, up to the path of a call; `nil` where more comes behind that.
    let addressPrefix: String?
    let isSecure: Bool
    let configuration: ClientConfiguration
    let key: APIKey
    let gate: RequestGate
    let scheduler: JobScheduler
    let stopwatch: Stopwatch
    /// The date when the stopwatch was started.
    let start: Date
    let book: SubmissionBook

    init(
      profile: ServiceProfile, baseURL: URL, key: APIKey, configuration: ClientConfiguration
    ) {
      self.profile = profile
      self.baseURL = baseURL
      let example = baseURL.appending(path: "x", directoryHint: .notDirectory).absoluteString
      let isPrefix = baseURL.query == nil && baseURL.fragment == nil && example.hasSuffix("/x")
      addressPrefix = isPrefix ? String(example.dropLast()) : nil
      isSecure = ServiceAddress.isSecure(baseURL)
      self.configuration = configuration
      self.key = key
      let pace = configuration.pace ?? profile.pace
      stopwatch = Stopwatch(configuration.clock)
      start = .now
      gate = RequestGate(pace: pace, stopwatch: stopwatch)
      // One question waits for its turn behind each that is under way.
      scheduler = JobScheduler(
        stopwatch: stopwatch, maximumConcurrency: 2 * pace.maximumConcurrency)
      book = SubmissionBook(
        service: profile.name, account: configuration.account, ledger: configuration.ledger)
    }
  }

  /// Makes `call`, and returns whatever answer of success comes, with a body or without.
  ///
  /// - Returns: The answer.
  /// - Throws: ``MediaError``, or `CancellationError` when the task was cancelled before anything was
  ///   spent.
  public func send(_ call: ServiceCall) async throws -> ServiceResponse {
    try await attempt(call) { $0 }
  }

  /// Makes `call` and reads the answer.
  ///
  /// - Returns: What was read.
  /// - Throws: ``MediaError``, also when `read` throws ``JSONMismatch``; what else `read` throws; or
  ///   `CancellationError`. A ``MediaError`` that `read` throws itself is passed on: that is how a service is
  ///   read that refuses with a status of success.
  public func send<Value>(
    _ call: ServiceCall, reading read: (ServiceResponse) throws -> Value
  ) async throws -> Value {
    try await attempt(call, reading: read)
  }

  /// Makes `call`, which asks about a job, and reads its status. Where the answer says when to ask again,
  /// the status does too.
  ///
  /// - Returns: The status.
  /// - Throws: As ``send(_:reading:)``.
  public func send<Output>(
    _ call: ServiceCall, reading read: (ServiceResponse) throws -> JobStatus<Output>
  ) async throws -> JobStatus<Output> {
    try await attempt(call) { answer in
      var status = try read(answer)
      status.retryAfter = status.retryAfter ?? answer.retryAfter
      if case .failed(var failure) = status.state {
        failure.message = answer.secrets.hidden(in: failure.message)
        status.state = .failed(failure)
      }
      return status
    }
  }
}
