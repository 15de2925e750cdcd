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
/// Where the documentation leaves something open, such as most models' prices, or whether the
/// credits of a look that fails come back, the sandbox has its own answer, which says nothing of
/// the service's. It gives them back.
public actor HooxSandbox: Sandbox {
  /// The key that a sandbox takes unless it is given another.
  public static let apiKey = "hx_live_" + String(repeating: "0", count: 64)

  /// The times that a generation takes, or a look.
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
    case listLooks, getAvatar, getLook, createAvatar, editAvatar, lookStatus, listVoices, getVoice
  }

  /// The front of the service.
  public var front: SandboxFront<Endpoint>

  var service: HooxService
  private let clock: any Clock<Duration>
  private let stopwatch: Stopwatch
  private let sender: WebhookSender?
  /// What is on its way to webhooks, by what it is about.
  private var deliveries: [String: Task<Void, any Error>] = [:]

  /// Creates a sandbox.
  ///
  /// - Parameters:
  ///   - apiKey: The only key that it takes.
  ///   - credits: How many credits there are.
  ///   - models: The models that it offers; by default those of the snapshots. Where a record has
  ///     no labels and descriptions, as those of generated types, it answers with the
  ///     documentation's.
  ///   - pace: How long a generation takes.
  ///   - requestsPerMinute: How many requests it takes in a minute; `nil` for any number.
  ///   - webhooks: Delivers what is for a job's webhook when the job has ended, which on a clock
  ///     that does not wait is at once; `nil` to deliver nothing.
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

  /// Lets the next `count` generations or looks that are submitted end without a result.
  public func failNextGenerations(
    _ count: Int = 1, code: String = "generation_failed", message: String = "The provider failed"
  ) {
    service.comingFailures += Array(
      repeating: JobFailure(code: code, message: message), count: count)
  }

  /// Makes what the service would send to a webhook for an asset or a look; `nil` until it has ended.
  ///
  /// - Parameter id: The ID of the asset, or of the look.
  /// - Returns: The payload.
  public func webhookPayload(for id: String) -> Data? {
    service.webhookPayload(for: id, at: stopwatch.elapsed())?.data()
  }

  /// Tells a webhook that a whole video has ended, or a file of one: the sandbox does not make
  /// those.
  ///
  /// What is in a result is not documented; it has none.
  ///
  /// - Parameters:
  ///   - task: `HooxWebhook.Task.videoGenerate` or `HooxWebhook.Task.videoExport`.
  ///   - jobID: The service's ID for what makes it.
  ///   - failure: Why there is none; `nil` where there is one.
  ///   - url: The webhook.
  public func announce(
    _ task: HooxWebhook.Task, of jobID: String, failure: JobFailure? = nil, to url: URL
  ) {
    deliver(to: url, about: jobID, after: .zero) {
      HooxService.videoPayload(task.rawValue, of: jobID, failure: failure).data()
    }
  }

  /// Waits until no webhook is on its way any more: those of the jobs that were accepted were
  /// taken, or given up.
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
      for id in (body["asset_ids"]?.array ?? [body["look_id"] ?? .null]).compactMap(\.string)
      where status == 201 { deliverWebhook(of: id) }
      return TransportResponse(status: status, json: body, headers: headers)
    } catch {
      return error.response(headers: headers)
    }
  }

  /// Waits for a job that was accepted, and tells its webhook.
  private func deliverWebhook(of id: String) {
    guard let url = service.webhookURL(of: id) else { return }
    let duration = service.pace.pending + service.pace.generating
    deliver(to: url, about: id, after: duration) { self.webhookPayload(for: id) }
  }

  private func deliver(
    to url: URL, about id: String, after duration: Duration, _ payload: @escaping () -> Data?
  ) {
    guard let sender else { return }
    deliveries[id] = Task {
      defer { deliveries[id] = nil }
      try await stopwatch.sleep(for: duration)
      guard let payload = payload() else { return }
      try await sender.send(payload, to: url)
    }
  }
}
