public import Foundation
public import Replicate
public import TypedMedia
public import TypedMediaTesting

/// Plays Replicate in process: no key, no network, no cost.
///
/// It keeps to what the service documents: it checks the token and each request against the model's schema, takes
/// its time, deletes what a prediction took and made an hour after it ended, and signs what it tells webhooks.
///
/// ```swift
/// let sandbox = ReplicateSandbox()
/// let replicate = sandbox.client()
/// let output = try await replicate.submit(SDXLLightning4step(prompt: "A tide pool at dawn")).job.result()
/// ```
///
/// What a model makes is anything that its schema allows, with small files. Where the documentation leaves
/// something open, the sandbox has its own answer, which says nothing of the service's.
public actor ReplicateSandbox: Sandbox {
  /// The token that a sandbox takes unless it is given another.
  public static let apiKey = "r8_" + String(repeating: "0", count: 37)
  /// The secret with which webhooks are signed unless it is given another.
  public static let webhookSecret = "whsec_" + Data(repeating: 7, count: 24).base64EncodedString()

  /// The times that a prediction takes.
  public struct Pace: Hashable, Sendable {
    /// The time that it waits for a machine.
    public var starting: Duration
    /// The time that the work itself takes.
    public var processing: Duration

    /// Creates a pace.
    public init(starting: Duration = .seconds(1), processing: Duration = .seconds(10)) {
      self.starting = starting
      self.processing = processing
    }
  }

  /// One of the calls that the service takes, or where outputs are served.
  public enum Endpoint: Hashable, Sendable {
    case listModels, getModel, getVersion, createFromModel, createFromVersion, createFromDeployment
    case listPredictions, getPrediction, cancel, createFile, listFiles, getFile, deleteFile
    case getWebhookSecret, output
  }

  /// The front of the service.
  public var front: SandboxFront<Endpoint>

  var service: ReplicateService
  private let clock: any Clock<Duration>
  private let webhooks: (any Transport)?
  private let sign: @Sendable (_ message: Data, _ secret: Data) -> Data
  /// What is on its way to webhooks, by the prediction.
  private var deliveries: [String: Task<Void, any Error>] = [:]
  private var deliveryCount = 0

  /// Creates a sandbox.
  ///
  /// - Parameters:
  ///   - apiKey: The only token that it takes.
  ///   - models: The models that it offers; by default those of the snapshots.
  ///   - deployments: The names of models by those of deployments, as in `["studio/fast": "suno-ai/bark"]`.
  ///   - pace: How long a prediction takes. One whose request waits for its result as long is done at once.
  ///   - pageSize: How many predictions, files or models are on a page.
  ///   - requestsPerMinute: How many requests it takes in a minute; `nil` for any number.
  ///   - webhooks: Delivers what is for webhooks, which on a clock that does not wait is at once; `nil` to
  ///     deliver nothing.
  ///   - webhookSecret: The secret with which what is delivered is signed.
  ///   - clock: Measures the time.
  ///   - sign: Makes the code of a message, by HMAC with SHA-256. By default a code is 32 zeros.
  public init(
    apiKey: String = ReplicateSandbox.apiKey,
    models: [ModelRecord] = ReplicateModels.all.map { $0.model },
    deployments: [String: String] = [:],
    pace: Pace = Pace(),
    pageSize: Int = 100,
    requestsPerMinute: Int? = 600,
    webhooks: (any Transport)? = nil,
    webhookSecret: String = ReplicateSandbox.webhookSecret,
    clock: any Clock<Duration> = ContinuousClock(),
    signingWith sign: @escaping @Sendable (_ message: Data, _ secret: Data) -> Data = { _, _ in
      Data(count: 32)
    }
  ) {
    front = SandboxFront(apiKey: apiKey, requestsPerMinute: requestsPerMinute, clock: clock)
    service = ReplicateService(
      models: models, pace: pace, pageSize: pageSize, secret: webhookSecret,
      deployments: deployments)
    self.clock = clock
    self.webhooks = webhooks
    self.sign = sign
  }

  /// A client that talks to the sandbox, on the sandbox's clock.
  ///
  /// - Parameters:
  ///   - apiKey: The token that it shows.
  ///   - configuration: How to wait and keep books; its transport and its clock are not used.
  public nonisolated func client(
    apiKey: APIKey = APIKey(ReplicateSandbox.apiKey),
    configuration: ClientConfiguration = ClientConfiguration()
  ) -> ReplicateClient {
    ReplicateClient(
      apiKey: apiKey, configuration: configuration.talking(to: self, on: clock))
  }

  /// Lets the next `count` predictions that are created make nothing.
  public func failNextPredictions(
    _ count: Int = 1, error: String = "The model failed. (E004)"
  ) {
    service.comingFailures += Array(repeating: error, count: count)
  }

  /// Makes what the service says of the prediction `id` now, which is what a webhook is told; `nil`
  /// where there is none.
  public func prediction(_ id: String) -> ReplicatePrediction? {
    let record = try? service.prediction(id).record(in: service, at: front.time)
    return record?.object.flatMap { try? ReplicatePrediction($0) }
  }

  /// Finds the file that was handed over, by its address; `nil` where there is none.
  public func uploadedData(at url: URL) -> Data? {
    service.files.first { url.lastPathComponent == $0.id }?.data
  }

  /// The time on the sandbox's clock.
  public var now: Date { service.date(at: front.time) }

  /// Waits until no webhook is on its way any more: what was to be told was taken, or given up.
  public func finishWebhooks() async {
    while let delivery = deliveries.first { _ = await delivery.value.result }
  }

  /// Finds out what a request asks for; `nil` when there is nothing at its address.
  public nonisolated func endpoint(of request: TransportRequest) -> Endpoint? {
    ReplicateCall(request).endpoint
  }

  /// Tells whether it is where outputs are served.
  public nonisolated func isOpen(_ endpoint: Endpoint) -> Bool { endpoint == .output }

  /// The header fields of an answer to a request too many: the service says how long to wait.
  public var rateHeaders: HeaderFields { [:] }

  /// An error in the service's form.
  public func refusal(
    status: Int, code: String, message: String, headers: HeaderFields
  ) -> TransportResponse {
    ReplicateRefusal(status: status, code: code, message: message, headers: headers)
      .response(headers: headers)
  }

  /// Answers a request as the service would.
  public func answer(to request: TransportRequest, at endpoint: Endpoint?) -> TransportResponse {
    let (call, now) = (ReplicateCall(request), front.time)
    if endpoint == .output { return service.output(at: request.url, at: now) }
    do throws(ReplicateRefusal) {
      let count = service.predictions.count
      let (status, body) = try service.answer(to: call, at: now)
      if service.predictions.count > count, let prediction = service.predictions.last {
        deliverWebhooks(of: prediction)
      }
      guard let body else { return TransportResponse(status: status) }
      return TransportResponse(status: status, json: body)
    } catch {
      return error.response(headers: [:])
    }
  }

  /// Tells the webhook of a prediction what happens to it.
  private func deliverWebhooks(of prediction: SandboxPrediction) {
    guard let webhooks, let url = prediction.webhook.flatMap({ URL(string: $0) }) else { return }
    let id = prediction.id
    deliveries[id] = Task {
      defer { deliveries[id] = nil }
      if prediction.events.contains("start") {
        try await sleep(until: prediction.start)
        try await deliver(id, to: url, over: webhooks)
      }
      // It may be cancelled meanwhile; then it has ended by the time that it would have.
      try await sleep(until: prediction.end.time)
      for event in ["output", "completed"] where prediction.events.contains(event) {
        let hasOutput = (try? service.prediction(id))?.end.status == .succeeded
        if event == "output", !hasOutput { continue }
        try await deliver(id, to: url, over: webhooks)
      }
    }
  }

  private func sleep(until time: Duration) async throws {
    let wait = time - front.time
    if wait > .zero { try await clock.sleep(for: wait) }
  }

  /// Sends what the service says of a prediction, a few times where it is not taken.
  private func deliver(_ id: String, to url: URL, over webhooks: any Transport) async throws {
    guard let prediction = prediction(id) else { return }
    deliveryCount += 1
    let messageID = "msg_\(deliveryCount)"
    let body = JSON.object(prediction.object).data()
    for delay in [1, 2, 4, nil] as [Int?] {
      let time = "\(Int64(now.timeIntervalSince1970))"
      let secret = Data(base64Encoded: String(service.secret.dropFirst("whsec_".count))) ?? Data()
      let code = sign(Data("\(messageID).\(time).".utf8) + body, secret)
      let request = TransportRequest(
        method: "POST", url: url,
        headers: [
          "Content-Type": "application/json", "webhook-id": messageID, "webhook-timestamp": time,
          "webhook-signature": "v1,\(code.base64EncodedString())",
        ],
        body: body)
      let status = try? await webhooks.send(request).status
      guard let delay, !(200..<300).contains(status ?? 0) else { return }
      try await clock.sleep(for: .seconds(delay))
    }
  }
}
