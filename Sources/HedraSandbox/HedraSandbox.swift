public import Foundation
public import Hedra
public import TypedMedia
public import TypedMediaTesting

/// Plays Hedra in process: no key, no network, no cost.
///
/// It keeps to what the service documents: it checks the key and each request, against the model's schema
/// where there is one; makes generations under the IDs that come with a request; takes uploads both ways;
/// and takes its time.
///
/// ```swift
/// let sandbox = HedraSandbox(credits: 100, clock: VirtualClock())
/// let hedra = sandbox.client()
/// let portrait = try await hedra.upload(photo, as: .image)
/// let result = try await hedra.submit(request).job.result()
/// ```
///
/// Where the documentation leaves something open, such as what is answered to an ID that is known or to an
/// account without credits, whether credits are given back, or what a model without a price costs, the
/// sandbox has its own answer, which says nothing of the service's. It makes and debits nothing for an ID
/// that it knows, and gives no credits back.
public actor HedraSandbox: Sandbox {
  /// The key that a sandbox takes unless it is given another.
  public static let apiKey = "sk_hedra_" + String(repeating: "0", count: 48)

  /// The times that a generation takes.
  public struct Pace: Hashable, Sendable {
    /// The time that it waits to begin.
    public var queued: Duration
    /// The time that the work itself takes.
    public var processing: Duration
    /// The time that the result takes to be stored.
    public var finalizing: Duration
    /// For how long the service knows nothing of what it just accepted.
    public var unknown: Duration

    /// Creates a pace.
    public init(
      queued: Duration = .seconds(2), processing: Duration = .seconds(40),
      finalizing: Duration = .seconds(3), unknown: Duration = .zero
    ) {
      self.queued = queued
      self.processing = processing
      self.finalizing = finalizing
      self.unknown = unknown
    }
  }

  /// One of the calls that the service takes.
  public enum Endpoint: Hashable, Sendable {
    case listModels, listVoices, listAssets, createAsset, uploadAsset, presignedUpload
    case listGenerations, generate, status, credits, file
  }

  /// The front of the service.
  public var front: SandboxFront<Endpoint>

  var service: HedraService
  private let clock: any Clock<Duration>

  /// Creates a sandbox.
  ///
  /// - Parameters:
  ///   - apiKey: The only key that it takes.
  ///   - credits: How many credits there are.
  ///   - models: The models that it offers; by default those of the snapshots. A request to another is
  ///     refused where it offers one that makes such things, and else checked as far as all requests are
  ///     alike.
  ///   - pace: How long a generation takes.
  ///   - saysWhereImagesAre: Whether the status of a complete image has its address, which has been seen
  ///     to be missing.
  ///   - requestsPerMinute: How many requests it takes in a minute; `nil` for any number.
  ///   - clock: Measures the time.
  public init(
    apiKey: String = HedraSandbox.apiKey,
    credits: Decimal = 10_000,
    models: [ModelRecord] = HedraModels.all.map { $0.model },
    pace: Pace = Pace(),
    saysWhereImagesAre: Bool = true,
    requestsPerMinute: Int? = nil,
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    front = SandboxFront(apiKey: apiKey, requestsPerMinute: requestsPerMinute, clock: clock)
    service = HedraService(
      models: models, credits: credits, pace: pace, saysWhereImagesAre: saysWhereImagesAre)
    self.clock = clock
  }

  /// A client that talks to the sandbox, on the sandbox's clock.
  ///
  /// - Parameters:
  ///   - apiKey: The key that it shows.
  ///   - configuration: How to wait and keep books; its transport and its clock are not used.
  /// - Returns: A client that talks to the sandbox, on the sandbox's clock.
  public nonisolated func client(
    apiKey: APIKey = APIKey(HedraSandbox.apiKey),
    configuration: ClientConfiguration = ClientConfiguration()
  ) -> HedraClient {
    HedraClient(apiKey: apiKey, configuration: configuration.talking(to: self, on: clock))
  }

  /// The credits that are left.
  public var credits: Decimal { service.credits }

  /// Sets how many credits are left.
  public func setCredits(_ credits: Decimal) { service.credits = credits }

  /// Sets what each generation by a model costs, in credits.
  ///
  /// - Parameters:
  ///   - cost: The credits.
  ///   - model: The model's slug or ID, as requests send it.
  public func setCost(_ cost: Decimal, of model: String) { service.costs[model] = cost }

  /// Lets the next `count` generations that are submitted end without a result.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - code: The class of the error, as the list of generations has it.
  ///   - reasonCode: Which of several situations of that class it is; `nil` for one that has no name.
  ///   - message: Why.
  ///   - atOnce: Whether they fail when they are submitted and get no ID, rather than when the work is
  ///     done.
  public func failNextGenerations(
    _ count: Int = 1, code: String = "UNKNOWN", reasonCode: String? = nil,
    message: String = "The provider failed", atOnce: Bool = false
  ) {
    let failure = HedraService.Failure(
      code: code, message: message, reasonCode: reasonCode, isAtOnce: atOnce)
    service.comingFailures += Array(repeating: failure, count: count)
  }

  /// Finds out what a request asks for; `nil` when there is nothing at its address.
  ///
  /// - Returns: What a request asks for; `nil` when there is nothing at its address.
  public nonisolated func endpoint(of request: TransportRequest) -> Endpoint? {
    HedraCall(request).endpoint
  }

  /// Tells whether it is where files are served and taken.
  ///
  /// - Returns: `true` if it is where files are served and taken.
  public nonisolated func isOpen(_ endpoint: Endpoint) -> Bool {
    endpoint == .file || endpoint == .presignedUpload
  }

  /// The key that a request shows.
  ///
  /// - Returns: The key that a request shows.
  public nonisolated func key(of request: TransportRequest) -> String? { HedraCall(request).key }

  /// The header fields of an answer to a request too many: how long to wait.
  public var rateHeaders: HeaderFields { ["Retry-After": "2"] }

  /// An error in the service's form, which has no code.
  ///
  /// - Returns: An error in the service's form, which has no code.
  public func refusal(
    status: Int, code: String, message: String, headers: HeaderFields
  ) -> TransportResponse {
    HedraRefusal(status: status, message: message).response(headers: headers)
  }

  /// Answers a request as the service would.
  ///
  /// - Returns: The answer.
  public func answer(to request: TransportRequest, at endpoint: Endpoint?) -> TransportResponse {
    let (call, now) = (HedraCall(request), front.time)
    if endpoint.map(isOpen) == true { return service.exchangeFile(call, at: now) }
    do throws(HedraRefusal) {
      return TransportResponse(
        status: 200, json: try service.answer(to: call, at: now), headers: [:])
    } catch {
      return error.response(headers: [:])
    }
  }
}
