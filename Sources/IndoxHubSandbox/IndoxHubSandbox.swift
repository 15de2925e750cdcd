public import Foundation
public import IndoxHub
public import TypedMedia
public import TypedMediaTesting

/// Plays IndoxHub in process: no key, no network, no cost.
///
/// It keeps to what the service documents: it checks the key and each request against the model's
/// schema, debits credits unless you bring your own key, answers with results or with jobs, and
/// takes its time.
///
/// ```swift
/// let sandbox = IndoxHubSandbox(credits: 500)
/// let indoxhub = sandbox.client()
/// let submission = try await indoxhub.submit(RayV2(prompt: "A tide pool at dawn"))
/// let generation = try await submission.job.result()
/// ```
///
/// It speaks one second of silence, and hears the same words in whatever it is sent.
///
/// Where the documentation leaves something open, such as prices, the word for a job that was
/// cancelled, or whether credits are given back, the sandbox has its own answer, which says nothing
/// of the service's. It gives none back.
public actor IndoxHubSandbox: Sandbox {
  /// The key that a sandbox takes unless it is given another.
  public static let apiKey = "indox-" + String(repeating: "0", count: 32)

  /// The times that a job takes.
  public struct Pace: Hashable, Sendable {
    /// The time that it waits to begin.
    public var pending: Duration
    /// The time that the work itself takes.
    public var inProgress: Duration

    /// Creates a pace.
    public init(pending: Duration = .seconds(2), inProgress: Duration = .seconds(30)) {
      self.pending = pending
      self.inProgress = inProgress
    }
  }

  /// A place of the result in a finished job. The documentation has all four.
  public enum ResultForm: CaseIterable, Sendable {
    /// `result.url`.
    case url
    /// `result.video_url`.
    case videoURL
    /// `result.data[0].url`.
    case dataInResult
    /// `data.url`.
    case dataBesideResult
  }

  /// Where the answer to a text that is spoken has the file. The documentation has both.
  public enum SpeechForm: CaseIterable, Sendable {
    /// `data.audio_url`.
    case url
    /// `data.audio`, as Base64.
    case base64
  }

  /// One of the calls that the service takes.
  public enum Endpoint: Hashable, Sendable {
    case generateVideo, generateImage, jobStatus, listJobs, cancelJob
    case speak, transcribe, translate
    case models, trendingModels, account, usage, transactions, analytics, file
  }

  /// The front of the service.
  public var front: SandboxFront<Endpoint>

  var service: IndoxHubService
  private let clock: any Clock<Duration>

  /// Creates a sandbox.
  ///
  /// - Parameters:
  ///   - apiKey: The only key that it takes.
  ///   - credits: How many credits there are, of which 1,000 are a US dollar.
  ///   - models: The models that it offers; by default those of the snapshots.
  ///   - pace: How long a job takes.
  ///   - immediateProviders: Whose videos are there at once; those of the others are jobs.
  ///   - resultForm: Where a finished job has its result.
  ///   - speechForm: Where the answer to a text that is spoken has the file.
  ///   - requestsPerMinute: How many requests it takes in a minute; `nil` for any number.
  ///   - clock: Measures the time.
  public init(
    apiKey: String = IndoxHubSandbox.apiKey,
    credits: Decimal = 100_000,
    models: [ModelRecord] = IndoxHubModels.all.map { $0.model },
    pace: Pace = Pace(),
    immediateProviders: Set<String> = ["google"],
    resultForm: ResultForm = .url,
    speechForm: SpeechForm = .url,
    requestsPerMinute: Int? = 60,
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    front = SandboxFront(apiKey: apiKey, requestsPerMinute: requestsPerMinute, clock: clock)
    service = IndoxHubService(
      models: models, credits: credits, pace: pace, immediateProviders: immediateProviders,
      resultForm: resultForm, speechForm: speechForm)
    self.clock = clock
  }

  /// A client that talks to the sandbox, on the sandbox's clock.
  ///
  /// - Parameters:
  ///   - apiKey: The key that it shows.
  ///   - configuration: How to wait and keep books; its transport and its clock are not used.
  /// - Returns: A client that talks to the sandbox, on the sandbox's clock.
  public nonisolated func client(
    apiKey: APIKey = APIKey(IndoxHubSandbox.apiKey),
    configuration: ClientConfiguration = ClientConfiguration()
  ) -> IndoxHubClient {
    IndoxHubClient(
      apiKey: apiKey, configuration: configuration.talking(to: self, on: clock))
  }

  /// The credits that are left.
  public var credits: Decimal { service.credits }

  /// Sets how many credits are left.
  public func setCredits(_ credits: Decimal) { service.credits = credits }

  /// Sets what each image, video or sound of `model` costs, in credits.
  public func setCost(_ cost: Decimal, of model: String) { service.costs[model] = cost }

  /// Lets the next `count` generations end without a result: those that are jobs fail after a
  /// while, the others at once, with status 500.
  public func failNextGenerations(_ count: Int = 1, message: String = "The provider failed") {
    service.comingFailures += Array(repeating: message, count: count)
  }

  /// Finds out what a request asks for; `nil` when there is nothing at its address.
  ///
  /// - Returns: What a request asks for; `nil` when there is nothing at its address.
  public nonisolated func endpoint(of request: TransportRequest) -> Endpoint? {
    IndoxHubCall(request).endpoint
  }

  /// Tells whether it is where files are served, or the list of what is asked for most.
  ///
  /// - Returns: `true` if it is where files are served, or the list of what is asked for most.
  public nonisolated func isOpen(_ endpoint: Endpoint) -> Bool {
    endpoint == .file || endpoint == .trendingModels
  }

  /// The header fields of an answer to a request too many: none are documented.
  public var rateHeaders: HeaderFields { [:] }

  /// An error in the service's form.
  ///
  /// - Returns: An error in the service's form.
  public func refusal(
    status: Int, code: String, message: String, headers: HeaderFields
  ) -> TransportResponse {
    let id = service.newID()
    var headers = headers
    headers["X-Request-ID"] = headers["X-Request-ID"] ?? id
    let refusal: IndoxHubRefusal =
      switch status {
      case 401: .unknownKey
      case 429: .rateLimited
      default: IndoxHubRefusal(status: status, message: message, code: code)
      }
    return refusal.response(id: id, headers: headers)
  }

  /// Answers a request as the service would.
  ///
  /// - Returns: The answer.
  public func answer(to request: TransportRequest, at endpoint: Endpoint?) -> TransportResponse {
    let (call, now) = (IndoxHubCall(request), front.time)
    if endpoint == .file { return service.file(call) }
    let id = service.newID()
    let headers: HeaderFields = ["X-Request-ID": id]
    do throws(IndoxHubRefusal) {
      let body = try service.answer(to: call, id: id, at: now)
      return TransportResponse(status: 200, json: body, headers: headers)
    } catch {
      return error.response(id: id, headers: headers)
    }
  }
}
