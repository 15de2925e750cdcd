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
public actor HooxSandbox: Sandbox {
  /// The key that a sandbox takes unless it is given another.
  public static let apiKey = "hx_live_" + String(repeating: "0", count: 64)

  /// The times that a generation takes.
  public struct Pace: Hashable, Sendable {
    /// The time that it waits to begin.
    public var pending: Duration
    /// The time that the work itself takes.
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

  /// The front of the service.
  public var front: SandboxFront<Endpoint>

  var service: HooxService
  private let clock: any Clock<Duration>
  private let stopwatch: Stopwatch
  private let sender: WebhookSender?
  /// What is on its way to webhooks, by the asset.
  private var deliveries: [String: Task<Void, any Error>] = [:]

  /// Creates a sandbox.
  ///
  /// - Parameters:
  ///   - apiKey: The only key that it takes.
  ///   - credits: How many credits there are.
  ///   - models: The models that it offers; by default those of the snapshots. Where a record has no labels and
  ///     descriptions, as those of generated types, it answers with the documentation's.
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
    front = SandboxFront(apiKey: apiKey, requestsPerMinute: requestsPerMinute, clock: clock)
    service = HooxService(models: models, credits: credits, pace: pace)
    self.clock = clock
    let stopwatch = Stopwatch(clock)
    self.stopwatch = stopwatch
    sender = webhooks.map { WebhookSender(transport: $0, stopwatch: stopwatch) }
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

  /// The credits that are left.
  public var credits: Decimal {
    service.settle(at: stopwatch.elapsed())
    return service.credits
  }

  /// Sets how many credits are left.
  public func setCredits(_ credits: Decimal) { service.credits = credits }

  /// Sets what a plain request to `model` costs, in credits.
  public func setBaseCost(_ cost: Decimal, of model: String) { service.baseCosts[model] = cost }

  /// Lets the next `count` generations that are submitted end without a result.
  public func failNextGenerations(
    _ count: Int = 1, code: String = "generation_failed", message: String = "The provider failed"
  ) {
    service.comingFailures += Array(
      repeating: JobFailure(code: code, message: message), count: count)
  }

  /// Makes what the service would send to a webhook for the asset `id`; `nil` until it has ended.
  public func webhookPayload(for id: String) -> Data? {
    service.webhookPayload(for: id, at: stopwatch.elapsed())?.data()
  }

  /// Waits until no webhook is on its way any more: those of the jobs that were accepted were taken, or
  /// given up.
  public func finishWebhooks() async {
    while let delivery = deliveries.first { _ = await delivery.value.result }
  }

  /// Finds out what a request asks for; `nil` when there is nothing at its address.
  public nonisolated func endpoint(of request: TransportRequest) -> Endpoint? {
    HooxCall(request).endpoint
  }

  /// Tells whether it is where files are served.
  public nonisolated func isOpen(_ endpoint: Endpoint) -> Bool { endpoint == .file }

  /// An error in the service's form.
  public func refusal(
    status: Int, code: String, message: String, headers: HeaderFields
  ) -> TransportResponse {
    let refusal =
      code == HooxRefusal.unknownKey.code
      ? .unknownKey : HooxRefusal(status: status, message: message, code: code)
    return refusal.response(headers: headers)
  }

  /// Answers a request as the service would.
  public func answer(to request: TransportRequest, at endpoint: Endpoint?) -> TransportResponse {
    let (call, now) = (HooxCall(request), front.time)
    service.settle(at: now)
    if endpoint == .file { return service.file(call) }
    let headers = front.rateHeaders
    do throws(HooxRefusal) {
      let (status, body) = try service.answer(to: call, at: now)
      if endpoint == .start { deliverWebhooks(of: body["asset_ids"]?.array ?? []) }
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
