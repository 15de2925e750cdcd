public import Fal
public import Foundation
public import TypedMedia
public import TypedMediaTesting

/// Plays fal in process: no key, no network, no cost.
///
/// It keeps to what the service documents: it checks the key and each request against the model's schema, takes
/// its time, answers as the model's schema says, and forgets an answer after an hour.
///
/// ```swift
/// let sandbox = FalSandbox()
/// let fal = sandbox.client()
/// let request = Flux2Edit(prompt: "At night", imageURLs: [photo])
/// let output = try await fal.submit(request).job.result()
/// ```
///
/// Where the documentation leaves something open, such as what an answer that is gone is answered with, the
/// sandbox has its own answer, which says nothing of the service's.
public actor FalSandbox: Sandbox {
  /// The key that a sandbox takes unless it is given another.
  public static let apiKey = "sandbox:" + String(repeating: "0", count: 32)

  /// The times that a request takes.
  public struct Pace: Hashable, Sendable {
    /// The time that it waits for its turn.
    public var queued: Duration
    /// The time that the work itself takes.
    public var working: Duration
    /// The time that its answer is kept.
    public var kept: Duration

    /// Creates a pace.
    public init(
      queued: Duration = .seconds(1), working: Duration = .seconds(5),
      kept: Duration = .seconds(3_600)
    ) {
      self.queued = queued
      self.working = working
      self.kept = kept
    }
  }

  /// One of the calls that the service takes.
  public enum Endpoint: Hashable, Sendable {
    case submit, run, status, stream, result, cancel, models, prices, estimate, keys, requests
    case initiateUpload, initiateParts, uploadFile, uploadPart, completeParts, file
  }

  /// The front of the service.
  public var front: SandboxFront<Endpoint>

  var service: FalService
  private let clock: any Clock<Duration>
  private let webhooks: WebhookSender?
  private let sign: @Sendable (Data) -> Data
  /// After how many events the next streams break off.
  private var comingBreaks: [Int] = []
  /// What is on its way to webhooks, by the request.
  private var deliveries: [String: Task<Void, any Error>] = [:]

  /// Creates a sandbox.
  ///
  /// - Parameters:
  ///   - apiKey: The only key that it takes.
  ///   - models: The models that it offers; by default those of the snapshots.
  ///   - pace: How long a request takes.
  ///   - webhooks: Delivers what is for webhooks, which on a clock that does not wait is at once; `nil` to
  ///     deliver nothing.
  ///   - publicKey: The key by which what is delivered can be checked.
  ///   - clock: Measures the time.
  ///   - sign: Signs what is delivered, by Ed25519. By default a signature is 64 zeros.
  public init(
    apiKey: String = FalSandbox.apiKey,
    models: [ModelRecord] = FalModels.all.map { $0.model },
    pace: Pace = Pace(),
    webhooks: (any Transport)? = nil,
    publicKey: Data = Data(count: 32),
    clock: any Clock<Duration> = ContinuousClock(),
    signingWith sign: @escaping @Sendable (Data) -> Data = { _ in Data(count: 64) }
  ) {
    front = SandboxFront(apiKey: apiKey, clock: clock)
    service = FalService(models: models, pace: pace, publicKey: publicKey)
    self.clock = clock
    self.sign = sign
    self.webhooks = webhooks.map { WebhookSender(transport: $0, stopwatch: Stopwatch(clock)) }
  }

  /// A client that talks to the sandbox, on the sandbox's clock.
  ///
  /// - Parameters:
  ///   - apiKey: The key that it shows.
  ///   - configuration: How to wait and keep books; its transport and its clock are not used.
  /// - Returns: A client that talks to the sandbox, on the sandbox's clock.
  public nonisolated func client(
    apiKey: APIKey = APIKey(FalSandbox.apiKey),
    configuration: ClientConfiguration = ClientConfiguration()
  ) -> FalClient {
    FalClient(apiKey: apiKey, configuration: configuration.talking(to: self, on: clock))
  }

  /// Lets the next `count` requests end without an answer.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - status: The status of what is answered in place of the result.
  ///   - type: The type of the error.
  ///   - message: Why.
  public func failNextRequests(
    _ count: Int = 1, status: Int = 422, type: String = "content_policy_violation",
    message: String = "The prompt was refused"
  ) {
    let failure = FalService.Failure(status: status, type: type, message: message)
    service.comingFailures += Array(repeating: failure, count: count)
  }

  /// Lets the next stream of a status break off after so many events, in the middle of another.
  public func breakNextStream(afterEvents count: Int) { comingBreaks.append(count) }

  /// Waits until no webhook is on its way any more.
  public func finishWebhooks() async {
    while let delivery = deliveries.first { _ = await delivery.value.result }
  }

  /// Finds out what a request asks for; `nil` when there is nothing at its address.
  ///
  /// - Returns: What a request asks for; `nil` when there is nothing at its address.
  public nonisolated func endpoint(of request: TransportRequest) -> Endpoint? {
    FalCall(request).endpoint
  }

  /// The key that a request shows.
  ///
  /// - Returns: The key that a request shows.
  public nonisolated func key(of request: TransportRequest) -> String? {
    let field = request.headers["Authorization"] ?? ""
    return field.hasPrefix("Key ") ? String(field.dropFirst(4)) : nil
  }

  /// Tells whether whoever has no key is answered too: where files are served and taken, models are
  /// listed and keys are published.
  ///
  /// - Returns: `true` if whoever has no key is answered too: where files are served and taken,
  ///   models are listed and keys are published.
  public nonisolated func isOpen(_ endpoint: Endpoint) -> Bool {
    switch endpoint {
    case .file, .uploadFile, .uploadPart, .completeParts, .models, .keys: true
    default: false
    }
  }

  /// An error in the service's form.
  ///
  /// - Returns: An error in the service's form.
  public func refusal(
    status: Int, code: String, message: String, headers: HeaderFields
  ) -> TransportResponse {
    TransportResponse(
      status: status, json: ["detail": .string(message), "error_type": .string(code)],
      headers: headers)
  }

  /// Answers a request as the service would.
  ///
  /// - Returns: The answer.
  public func answer(to request: TransportRequest, at endpoint: Endpoint?) -> TransportResponse {
    if endpoint == .stream { return stream(FalCall(request)) }
    let response = service.answer(to: FalCall(request), at: front.time)
    if endpoint == .submit, response.status == 200 { deliverWebhook(of: FalCall(request)) }
    return response
  }

  /// How far a request is, and then what becomes of it as the clock goes on.
  private func stream(_ call: FalCall) -> TransportResponse {
    guard let events = service.events(of: call, at: front.time) else {
      return TransportResponse(status: 404, json: ["status": "NOT_FOUND"])
    }
    let stream = SandboxStream(
      events, breakingAfter: comingBreaks.isEmpty ? nil : comingBreaks.removeFirst())
    return stream.response(at: { [front] in front.time }, on: clock)
  }

  private func deliverWebhook(of call: FalCall) {
    guard let webhooks, let id = service.lastID,
      let url = call.query["fal_webhook"].flatMap({ URL(string: $0) })
    else { return }
    deliveries[id] = Task {
      defer { deliveries[id] = nil }
      try await clock.sleep(for: service.pace.queued + service.pace.working)
      guard let payload = service.webhookPayload(of: id, at: front.time) else { return }
      let body = payload.data()
      let time = String(Int(Date.now.timeIntervalSince1970))
      let message = [id, "sandbox", time, ContentDigest.sha256(of: body)].joined(separator: "\n")
      try await webhooks.send(
        body, to: url,
        headers: [
          "X-Fal-Webhook-Request-Id": id, "X-Fal-Webhook-User-Id": "sandbox",
          "X-Fal-Webhook-Timestamp": time,
          "X-Fal-Webhook-Signature": sign(Data(message.utf8)).hexadecimal,
        ])
    }
  }
}
