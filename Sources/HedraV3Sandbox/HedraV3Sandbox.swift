public import Foundation
public import HedraV3
public import TypedMedia
public import TypedMediaTesting

/// Plays Hedra's API v3 in process: no key, no network, no cost.
///
/// It keeps to what the service documents: it checks the key and each request against the model's schema, knows
/// requests again by their idempotency keys, debits dollars and gives them back when a job fails, and takes its
/// time.
///
/// ```swift
/// let sandbox = HedraV3Sandbox(balance: 10)
/// let hedra = sandbox.client()
/// let request = Flux2Pro(prompt: "A tide pool at dawn", aspectRatio: .ratio16x9)
/// let result = try await hedra.submit(request).job.result()
/// ```
///
/// Where the documentation leaves something open, such as prices, the sandbox has its own answer, which says
/// nothing of the service's.
public actor HedraV3Sandbox: Sandbox {
  /// The key that a sandbox takes unless it is given another.
  public static let apiKey = "sandbox:" + String(repeating: "0", count: 48)

  /// The times that a job takes.
  public struct Pace: Hashable, Sendable {
    /// The time that it waits for its turn.
    public var queued: Duration
    /// The time that the work itself takes.
    public var working: Duration

    /// Creates a pace.
    public init(queued: Duration = .seconds(1), working: Duration = .seconds(10)) {
      self.queued = queued
      self.working = working
    }
  }

  /// One of the calls that the service takes.
  public enum Endpoint: Hashable, Sendable {
    case listModels, getModel, openAPI, listVoices, searchVoices, estimate, submit, listJobs, getJob
    case status, listLogs, stream, upload, balance, usage, listTransactions, publicKey, getWebhook
    case setWebhook, removeWebhook, testWebhook, listDeliveries, redeliver, file
  }

  /// The front of the service.
  public var front: SandboxFront<Endpoint>

  var service: HedraV3Service
  private let clock: any Clock<Duration>
  private let webhooks: (any Transport)?
  private let sign: @Sendable (Data) -> Data
  /// After how many events the next streams break off.
  private var comingBreaks: [Int] = []
  /// What is on its way to webhooks, by the job.
  private var deliveries: [String: Task<Void, any Error>] = [:]

  /// Creates a sandbox.
  ///
  /// - Parameters:
  ///   - apiKey: The only key that it takes.
  ///   - balance: How many US dollars there are.
  ///   - models: The models that it offers; by default those of the snapshots.
  ///   - pace: How long a job takes.
  ///   - requestsPerMinute: How many requests it takes in a minute; `nil` for any number.
  ///   - webhooks: Delivers what is for webhooks, which on a clock that does not wait is at once; `nil` to
  ///     deliver nothing.
  ///   - publicKey: The key by which what is delivered can be checked.
  ///   - clock: Measures the time.
  ///   - sign: Signs what is delivered, by Ed25519. By default a signature is 64 zeros.
  public init(
    apiKey: String = HedraV3Sandbox.apiKey,
    balance: Decimal = 100,
    models: [ModelRecord] = HedraV3Models.all.map { $0.model },
    pace: Pace = Pace(),
    requestsPerMinute: Int? = 60,
    webhooks: (any Transport)? = nil,
    publicKey: Data = Data(count: 32),
    clock: any Clock<Duration> = ContinuousClock(),
    signingWith sign: @escaping @Sendable (Data) -> Data = { _ in Data(count: 64) }
  ) {
    front = SandboxFront(apiKey: apiKey, requestsPerMinute: requestsPerMinute, clock: clock)
    service = HedraV3Service(
      models: models, balance: balance, pace: pace, publicKey: publicKey)
    self.clock = clock
    self.webhooks = webhooks
    self.sign = sign
  }

  /// A client that talks to the sandbox, on the sandbox's clock.
  ///
  /// - Parameters:
  ///   - apiKey: The key that it shows.
  ///   - configuration: How to wait and keep books; its transport and its clock are not used.
  /// - Returns: A client that talks to the sandbox, on the sandbox's clock.
  public nonisolated func client(
    apiKey: APIKey = APIKey(HedraV3Sandbox.apiKey),
    configuration: ClientConfiguration = ClientConfiguration()
  ) -> HedraV3Client {
    HedraV3Client(
      apiKey: apiKey, configuration: configuration.talking(to: self, on: clock))
  }

  /// The balance in US dollars.
  public var balance: Decimal {
    service.settle(at: front.time)
    return service.balance
  }

  /// Sets how many US dollars there are.
  public func setBalance(_ balance: Decimal) { service.balance = balance }

  /// Sets what a request to `model` costs, in US dollars.
  public func setCost(_ cost: Decimal, of model: String) { service.costs[model] = cost }

  /// Lets the next `count` jobs that are submitted make nothing.
  public func failNextJobs(
    _ count: Int = 1, code: HedraV3ErrorCode = .internalError,
    message: String = "The provider failed."
  ) {
    service.comingFailures += Array(
      repeating: HedraV3Refusal(status: 500, code: code, message: message), count: count)
  }

  /// Lets the first `count` outputs of the next job fail, although the job is completed.
  public func failNextOutputs(_ count: Int = 1) { service.comingOutputFailures = count }

  /// Lets the next stream break off after so many events, in the middle of another.
  public func breakNextStream(afterEvents count: Int) { comingBreaks.append(count) }

  /// Makes what the service would tell a webhook of the job `id`; `nil` until it has ended.
  ///
  /// - Returns: What the service would tell a webhook of the job `id`; `nil` until it has ended.
  public func webhookPayload(of id: String) -> Data? {
    service.webhookPayload(of: id, at: front.time)?.1
  }

  /// The time on the sandbox's clock.
  public var now: Date { service.date(at: front.time) }

  /// Waits until no webhook is on its way any more: what was to be told was taken, or given up.
  public func finishWebhooks() async {
    while let delivery = deliveries.first { _ = await delivery.value.result }
  }

  /// Finds out what a request asks for; `nil` when there is nothing at its address.
  ///
  /// - Returns: What a request asks for; `nil` when there is nothing at its address.
  public nonisolated func endpoint(of request: TransportRequest) -> Endpoint? {
    HedraV3Call(request).endpoint
  }

  /// The key that a request shows, by either scheme.
  ///
  /// - Returns: The key that a request shows, by either scheme.
  public nonisolated func key(of request: TransportRequest) -> String? {
    HedraV3Call.key(of: request)
  }

  /// Tells whether whoever has no key is answered: about models, voices and the key of webhooks,
  /// and where files are.
  ///
  /// - Returns: `true` if whoever has no key is answered: about models, voices and the key of
  ///   webhooks, and where files are.
  public nonisolated func isOpen(_ endpoint: Endpoint) -> Bool {
    [.file, .listModels, .getModel, .openAPI, .listVoices, .publicKey].contains(endpoint)
  }

  /// An error in the service's form.
  ///
  /// - Returns: An error in the service's form.
  public func refusal(
    status: Int, code: String, message: String, headers: HeaderFields
  ) -> TransportResponse {
    var refusal = HedraV3Refusal(status: status, code: code, message: message, headers: headers)
    if code == "invalid_api_key" { refusal = .unknownKey }
    if refusal.code == .insufficientBalance {
      refusal = .insufficientBalance(service.balance, nil)
    }
    if code == "rate_limit_exceeded", refusal.retryAfter == nil { refusal.retryAfter = 30 }
    return refusal.response(headers: headers)
  }

  /// Answers a request as the service would.
  ///
  /// - Returns: The answer.
  public func answer(to request: TransportRequest, at endpoint: Endpoint?) -> TransportResponse {
    let (call, now) = (HedraV3Call(request), front.time)
    service.settle(at: now)
    let headers = front.rateHeaders
    do throws(HedraV3Refusal) {
      switch endpoint {
      case .file: return service.file(call)
      case .stream: return stream(of: try service.job(call.subject), call)
      case .testWebhook: return try testWebhook(headers)
      default: break
      }
      var (status, body, fields) = try service.answer(to: call, at: now)
      for (name, value) in headers { fields[name] = value }
      if endpoint == .submit { deliver(body?["job_id"]?.string, isRedelivery: false) }
      if endpoint == .redeliver { deliver(call.subject, isRedelivery: true) }
      guard let body else { return TransportResponse(status: status, headers: fields) }
      return TransportResponse(status: status, json: body, headers: fields)
    } catch {
      return error.response(headers: headers)
    }
  }

  private func testWebhook(_ headers: HeaderFields) throws(HedraV3Refusal) -> TransportResponse {
    guard service.webhook != nil else { throw .notFound("No default webhook.") }
    let answer: JSON = ["ok": true, "response_status": 200, "error": .null]
    return TransportResponse(status: 200, json: answer, headers: headers)
  }
}

/// Streams and webhooks: what the sandbox does by and by.
extension HedraV3Sandbox {
  /// The progress of a job, and then what happens to it as the clock goes on.
  private func stream(of job: SandboxJob, _ call: HedraV3Call) -> TransportResponse {
    let known = call.request.headers["Last-Event-Id"].flatMap { Int($0) } ?? 0
    var stream = SandboxStream(
      job.events(in: service).filter { event in
        event.id.flatMap { Int($0) }.map { $0 > known } ?? true
      })
    if let status = try? job.status(in: service, at: front.time) {
      stream.events.insert(.init(status.text(), at: front.time, name: "status"), at: 0)
    }
    stream.opening = ": hello\nretry: 2000\n\n"
    stream.breakingPoint = comingBreaks.isEmpty ? nil : comingBreaks.removeFirst()
    return stream.response(at: { [front] in front.time }, on: clock)
  }

  /// Waits for a job's end, and tells its webhook.
  private func deliver(_ id: String?, isRedelivery: Bool) {
    guard let webhooks, let id, deliveries[id] == nil,
      let delivery = service.deliveries.first(where: { $0.jobID == id }),
      let url = URL(string: delivery.url), let job = service.jobs.first(where: { $0.id == id })
    else { return }
    deliveries[id] = Task {
      defer { deliveries[id] = nil }
      let wait = job.end(service.pace) - front.time
      if wait > .zero { try await clock.sleep(for: wait) }
      let delays = HedraV3WebhookPost.delays.map(Optional.some) + [nil]
      for (index, delay) in delays.enumerated() {
        guard let (event, body) = service.webhookPayload(of: id, at: front.time) else { return }
        let post = HedraV3WebhookPost(
          url: url, id: id, event: event, isRedelivery: isRedelivery, attempt: index + 1,
          body: body, date: now, sign: sign)
        let status = try? await webhooks.send(post.request).status
        service.note(event, of: id, answered: status, isLast: delay == nil, at: front.time)
        guard let delay, !(200..<300).contains(status ?? 0) else { return }
        try await clock.sleep(for: delay)
      }
    }
  }
}
