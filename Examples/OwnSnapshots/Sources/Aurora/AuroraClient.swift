public import Foundation
public import TypedMedia

/// A client for a service that TypedMedia knows nothing of, on the same runtime.
public struct AuroraClient: MediaService, CatalogService, PricedService, CancellingService {
  /// The list of the models, which has their schemas.
  public static let catalog = ModelCatalog(name: "aurora", list: .get("models"))
  /// Where the service is.
  public static let defaultURL = URL(string: "https://aurora.example/v1") ?? URL(filePath: "/")
  /// Makes the calls.
  public let connection: ServiceConnection

  /// Creates a client.
  public init(
    apiKey: APIKey, baseURL: URL = defaultURL, configuration: ClientConfiguration = .init()
  ) {
    connection = ServiceConnection(
      profile: ServiceProfile(
        name: "Aurora", authorization: { ("X-API-Key", $0) },
        polling: PollingPolicy(first: .seconds(1), longest: .seconds(4)),
        failure: { answer in answer["detail"]?.string.map { ServiceFailure(message: $0) } }),
      baseURL: baseURL, key: apiKey, configuration: configuration)
  }

  /// How a request becomes a call.
  public func submission(
    of members: JSONObject, to snapshot: ModelSnapshot, options: NoOptions
  ) throws -> SubmissionCall {
    var body: JSONObject = ["model": .string(snapshot.model.name)]
    for (key, value) in members { body[key] = value }
    return SubmissionCall(
      .post("jobs", body: .object(body), effect: .spends, model: snapshot.model.name))
  }

  /// How an answer names its job.
  public static func jobs(in answer: ServiceResponse) throws -> [AcceptedJob] {
    [AcceptedJob(id: try answer.object.id("id"))]
  }

  /// How a status is read.
  public func status(of job: JobHandle) async throws -> JobStatus<AuroraClip> {
    try await connection.send(.get("jobs", job.id)) { answer in
      let object = try answer.object
      let word: String = try object.required("status")
      let state: JobStatus<AuroraClip>.State =
        switch word {
        case "done": .completed(AuroraClip(url: try object.required("url")))
        case "error": .failed(JobFailure(message: object["detail"]?.string ?? "No reason given."))
        case "cancelled": .cancelled
        default: .running
        }
      return JobStatus(state, rawStatus: word, progress: try object.optional("progress"))
    }
  }

  /// Asks for the price, which the service tells beforehand.
  public func price(of members: JSONObject, to model: ModelRecord) async throws -> Cost {
    let call = ServiceCall.post("price", body: .object(members), effect: .reads, model: model.name)
    return try await connection.send(call) { Cost(try $0.object.required("cents"), "cents") }
  }

  /// Cancels a job that has not ended.
  @discardableResult
  public func cancel(_ job: JobHandle) async throws -> String? {
    let call = ServiceCall("POST", ["jobs", job.id, "cancel"], effect: .writes)
    return try await connection.send(call) { try $0.object["message"]?.string }
  }
}

/// What a job makes.
public struct AuroraClip: JobOutput {
  /// The client whose jobs make it.
  public typealias ServiceClient = AuroraClient
  /// Where it is.
  public let url: URL
}

/// A request to a model that the service offers.
public protocol AuroraRequest: GenerationRequest
where ServiceClient == AuroraClient, Output == AuroraClip {}
