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
    configuration: ClientConfiguration = ClientConfiguration(),
    stamp: SnapshotStamp? = nil
  ) {
    storage = Storage(
      profile: profile, baseURL: baseURL, key: key, configuration: configuration, stamp: stamp)
  }

  /// How the service speaks.
  public var profile: ServiceProfile { storage.profile }
  /// Where it is.
  public var baseURL: URL { storage.baseURL }
  /// How to send, wait, and keep books.
  public var configuration: ClientConfiguration { storage.configuration }
  /// Where the snapshots of the service's models are from; `nil` when they have no stamp.
  public var stamp: SnapshotStamp? { storage.stamp }

  package var gate: RequestGate { storage.gate }
  var scheduler: JobScheduler { storage.scheduler }
  var stopwatch: Stopwatch { storage.stopwatch }
  var book: SubmissionBook { storage.book }

  /// What the copies share, so that each of thousands of jobs can have one.
  private final class Storage: Sendable {
    let profile: ServiceProfile
    let baseURL: URL
    let isSecure: Bool
    let configuration: ClientConfiguration
    let stamp: SnapshotStamp?
    let key: APIKey
    let gate: RequestGate
    let scheduler: JobScheduler
    let stopwatch: Stopwatch
    let book: SubmissionBook

    init(
      profile: ServiceProfile, baseURL: URL, key: APIKey, configuration: ClientConfiguration,
      stamp: SnapshotStamp?
    ) {
      self.profile = profile
      self.baseURL = baseURL
      isSecure = ServiceAddress.isSecure(baseURL)
      self.configuration = configuration
      self.key = key
      self.stamp = stamp
      let pace = configuration.pace ?? profile.pace
      stopwatch = Stopwatch(configuration.clock)
      gate = RequestGate(pace: pace, stopwatch: stopwatch)
      // One question waits for its turn behind each that is under way.
      scheduler = JobScheduler(
        stopwatch: stopwatch, maximumConcurrency: 2 * pace.maximumConcurrency)
      book = SubmissionBook(service: profile.name, ledger: configuration.ledger)
    }
  }

  /// Makes `call`.
  ///
  /// - Throws: ``MediaError``, or `CancellationError` when the task was cancelled before anything was
  ///   spent.
  public func send(_ call: ServiceCall) async throws -> ServiceAnswer {
    try await send(call, isDeduplicated: false)
  }

  /// Makes `call` and reads the answer.
  ///
  /// - Throws: ``MediaError``, also when `read` throws; or `CancellationError`.
  public func send<Value>(
    _ call: ServiceCall, reading read: (ServiceAnswer) throws -> Value
  ) async throws -> Value {
    let answer = try await send(call)
    do {
      return try read(answer)
    } catch let mismatch as JSONMismatch {
      throw malformed(answer, to: call, because: mismatch)
    }
  }

  /// The error for an answer that is JSON, but lacks what the service documents.
  public func malformed(
    _ answer: ServiceAnswer, to call: ServiceCall, because reason: any Error
  ) -> MediaError {
    let response = TransportResponse(status: answer.status, headers: answer.headers)
    return problem(
      .malformedResponse, "\(profile.name)'s answer is not what is documented. \(reason)", call,
      response, answer.json.data(), underlyingError: reason
    ).hiding(answer.secrets)
  }
}

extension ServiceConnection {
  /// What is sent for `call`, with the secrets that are in it.
  ///
  /// - Throws: ``MediaError`` when it must not be sent, or what looking up the key throws.
  func prepared(_ call: ServiceCall) async throws -> (TransportRequest, Secrets) {
    guard storage.isSecure else {
      throw MediaError(
        .insecureAddress,
        """
        \(baseURL.absoluteString) would send the key in the clear. Use an https address, or http on \
        this machine only.
        """,
        service: profile.name)
    }
    let key = try await storage.key.value()
    if let problem = profile.problem(ofKey: key) {
      throw MediaError(
        .invalidKey, "The API key for \(profile.name) \(problem).", service: profile.name)
    }
    let (body, secrets) = try await body(of: call)
    return (try request(for: call, body: body, key: key), Secrets([key] + secrets))
  }

  /// The body of `call`, with the members that are secret.
  private func body(of call: ServiceCall) async throws -> (body: JSON?, secrets: [String]) {
    guard !call.secrets.isEmpty else { return (call.body, []) }
    var body = call.body?.object ?? [:]
    var secrets: [String] = []
    for (name, secret) in call.secrets.sorted(by: { $0.key < $1.key }) {
      let value = try await secret.value()
      guard !value.isEmpty else {
        throw MediaError(.invalidKey, "The secret \"\(name)\" is empty.", service: profile.name)
      }
      body[name] = .string(value)
      secrets.append(value)
    }
    return (.object(body), secrets)
  }

  private func request(
    for call: ServiceCall, body: JSON?, key: String
  ) throws -> TransportRequest {
    var headers: HTTPHeaders = ["Accept": "application/json", "User-Agent": userAgent]
    let authorization = profile.authorization(key)
    headers[authorization.name] = authorization.value
    if body != nil { headers["Content-Type"] = "application/json" }
    guard !headers.canSplit else {
      throw MediaError(
        .invalidRequest, "A header field has a line break or another control character.",
        service: profile.name)
    }
    var request = TransportRequest(
      method: call.method, url: try url(for: call), headers: headers, body: body?.data())
    request.timeout = call.timeout
    return request
  }

  private func url(for call: ServiceCall) throws -> URL {
    let wrong = call.path.first { part in
      part.isEmpty || part == "." || part == ".." || part.utf8.contains(UInt8(ascii: "/"))
    }
    if let wrong {
      throw MediaError(
        .invalidRequest, "\"\(wrong)\" is not a name or an ID.", service: profile.name)
    }
    let url = baseURL.appending(
      path: call.path.joined(separator: "/"),
      directoryHint: call.endsInSlash ? .isDirectory : .notDirectory)
    let query = call.query.compactMap { item in
      item.value.map { URLQueryItem(name: item.name, value: $0) }
    }
    return query.isEmpty ? url : url.appending(queryItems: query)
  }

  private var userAgent: String {
    "TypedMedia/\(TypedMediaVersion.current)" + (stamp.map { " (\($0))" } ?? "")
  }
}
