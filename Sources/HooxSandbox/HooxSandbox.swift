public import Foundation
public import Hoox
public import TypedMedia
public import TypedMediaTesting

/// Plays Hoox in process: no key, no network, no cost.
///
/// It keeps to what the service documents: it checks the key and each request against the model's
/// schema, debits credits and gives them back when a generation fails, and takes its time.
///
/// ```swift
/// let sandbox = HooxSandbox(credits: 100)
/// let hoox = sandbox.client()
/// let asset = try await hoox.submit(ZImageTurbo(prompt: "A tide pool at dawn")).job.result()
/// ```
///
/// Where the documentation leaves something open, such as most models' prices, the sandbox has its own
/// answer, which says nothing of the service's.
public actor HooxSandbox: Transport {
  /// The key that a sandbox takes unless it is given another.
  public static let apiKey = "hx_live_" + String(repeating: "0", count: 64)

  /// How long a generation takes.
  public struct Pace: Hashable, Sendable {
    /// How long it waits to begin.
    public var pending: Duration
    /// How long the work itself takes.
    public var generating: Duration

    /// Creates a pace.
    public init(pending: Duration = .seconds(1), generating: Duration = .seconds(10)) {
      self.pending = pending
      self.generating = generating
    }
  }

  /// One of the calls that the service takes.
  public enum Endpoint: Hashable, Sendable {
    case listModels, getModel, price, start, status, createFolder, listFolders, file
  }

  /// A request that arrived.
  public typealias ReceivedRequest = SandboxRequest<Endpoint>

  /// The requests that arrived, in their order.
  public var receivedRequests: [ReceivedRequest] { front.received }

  var service: HooxService
  private let key: String
  private let clock: any Clock<Duration>
  private let stopwatch: Stopwatch
  private let sender: WebhookSender?
  /// What is on its way to webhooks, by the asset.
  private var deliveries: [String: Task<Void, any Error>] = [:]
  private var limiter: RateWindow
  private var front = SandboxFront<Endpoint>()

  /// Creates a sandbox.
  ///
  /// - Parameters:
  ///   - apiKey: The only key that it takes.
  ///   - credits: How many credits there are.
  ///   - models: The models that it offers; by default those of the snapshots.
  ///   - pace: How long a generation takes.
  ///   - requestsPerMinute: How many requests it takes in a minute; `nil` for any number.
  ///   - webhooks: Delivers what is for a job's webhook when the job has ended, which on a clock that
  ///     does not wait is at once; `nil` to deliver nothing.
  ///   - clock: Measures the time.
  public init(
    apiKey: String = HooxSandbox.apiKey,
    credits: Decimal = 1_000,
    models: [ModelRecord] = HooxModels.all.map { $0.model },
    pace: Pace = Pace(),
    requestsPerMinute: Int? = 100,
    webhooks: (any Transport)? = nil,
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    key = apiKey
    service = HooxService(models: models, credits: credits, pace: pace)
    self.clock = clock
    let stopwatch = Stopwatch(clock)
    self.stopwatch = stopwatch
    sender = webhooks.map { WebhookSender(transport: $0, stopwatch: stopwatch) }
    limiter = RateWindow(limit: requestsPerMinute)
  }

  /// A client that talks to the sandbox, on the sandbox's clock.
  ///
  /// - Parameters:
  ///   - apiKey: The key that it shows.
  ///   - configuration: How to wait and keep books; its transport and its clock are not used.
  public nonisolated func client(
    apiKey: APIKey = APIKey(HooxSandbox.apiKey),
    configuration: ClientConfiguration = ClientConfiguration()
  ) -> HooxClient {
    HooxClient(
      apiKey: apiKey, configuration: configuration.talking(to: self, on: clock))
  }

  /// How many credits are left.
  public var credits: Decimal {
    service.settle(at: stopwatch.elapsed())
    return service.credits
  }

  /// Sets how many credits are left.
  public func setCredits(_ credits: Decimal) { service.credits = credits }

  /// Sets what a plain request to `model` costs, in credits.
  public func setBaseCost(_ cost: Decimal, of model: String) { service.baseCosts[model] = cost }

  /// Lets something go wrong with the next `count` requests, after what was scripted before.
  ///
  /// - Parameters:
  ///   - fault: What goes wrong.
  ///   - endpoint: With which requests; `nil` for the next, whatever it is.
  ///   - count: How often.
  public func script(_ fault: SandboxFault, for endpoint: Endpoint? = nil, times count: Int = 1) {
    front.script(fault, for: endpoint, times: count)
  }

  /// Lets the next `count` generations that are submitted end without a result.
  public func failNextGenerations(
    _ count: Int = 1, code: String = "generation_failed", message: String = "The provider failed"
  ) {
    service.comingFailures += Array(
      repeating: JobFailure(code: code, message: message), count: count)
  }

  /// What the service would send to a webhook for the asset `id`; `nil` until it has ended.
  public func webhookPayload(for id: String) -> Data? {
    service.webhookPayload(for: id, at: stopwatch.elapsed())?.data()
  }

  /// Waits until no webhook is on its way any more: those of the jobs that were accepted were taken, or
  /// given up.
  public func finishWebhooks() async {
    while let delivery = deliveries.first { _ = await delivery.value.result }
  }

  /// Answers `request` as the service would, or as it was scripted.
  public func send(_ request: TransportRequest) async throws -> TransportResponse {
    try Task.checkCancellation()
    let call = HooxCall(request)
    let fault = front.receive(request, for: call.endpoint, body: call.body)
    return try fault.answer(
      refusing: {
        HooxRefusal(status: $0, message: $2, code: $1).response(headers: $3)
      }, otherwise: { answer(to: call) })
  }

  private func answer(to call: HooxCall) -> TransportResponse {
    let now = stopwatch.elapsed()
    service.settle(at: now)
    if call.endpoint == .file { return service.file(call) }
    guard call.key == key else {
      return HooxRefusal.unknownKey.response(headers: [:])
    }
    let isWithinLimit = limiter.take(at: now)
    let headers = limiter.headers(at: now)
    guard isWithinLimit else { return HooxRefusal.rateLimited.response(headers: headers) }
    do throws(HooxRefusal) {
      let (status, body) = try service.answer(to: call, at: now)
      if call.endpoint == .start { deliverWebhooks(of: body["asset_ids"]?.array ?? []) }
      return TransportResponse(status: status, json: body, headers: headers)
    } catch {
      return error.response(headers: headers)
    }
  }

  /// Waits for the jobs that were accepted, and tells their webhooks.
  private func deliverWebhooks(of ids: [JSON]) {
    guard let sender else { return }
    for id in ids.compactMap(\.string) {
      guard let url = service.webhookURL(of: id) else { continue }
      deliveries[id] = Task {
        defer { deliveries[id] = nil }
        try await stopwatch.sleep(for: service.pace.pending + service.pace.generating)
        guard let payload = webhookPayload(for: id) else { return }
        try await sender.send(payload, to: url)
      }
    }
  }
}
