public import Foundation
public import TypedMedia

/// A client for a service that TypedMedia knows nothing of, on the same runtime.
public struct AuroraClient: JobService {
  /// Makes the calls.
  public let connection: ServiceConnection

  /// Creates a client.
  public init(
    apiKey: APIKey, baseURL: URL, configuration: ClientConfiguration = ClientConfiguration()
  ) {
    connection = ServiceConnection(
      profile: ServiceProfile(
        name: "Aurora",
        authorization: { ("X-API-Key", $0) },
        polling: PollingPolicy(first: .seconds(1), longest: .seconds(4)),
        failure: { answer in answer["detail"]?.string.map { ServiceFailure(message: $0) } }),
      baseURL: baseURL, key: apiKey, configuration: configuration)
  }

  /// Submits `request`, after checking it.
  public func submit(_ request: AuroraVideo) async throws -> Job<AuroraClient> {
    let body = try request.validatedBody()
    let call = ServiceCall.post(
      "jobs", body: .object(body), effect: .spends, model: AuroraVideo.model.name)
    let accepted = try await connection.submit(call) { answer in
      [try answer.object.id("id")]
    }
    // There is a job for each ID that was read.
    return job(accepted.jobs[0])
  }

  /// Asks once how far a job is.
  public func status(of job: JobHandle) async throws -> JobStatus<URL> {
    try await connection.send(.get("jobs", job.id)) { answer in
      let object = try answer.object
      let word: String = try object.required("status")
      let progress: Double? = try object.optional("progress")
      let state: JobStatus<URL>.State =
        switch word {
        case "done": .completed(try object.required("url"))
        case "error": .failed(JobFailure(message: object["detail"]?.string ?? "No reason given."))
        default: .running
        }
      return JobStatus(state, rawStatus: word, progress: progress)
    }
  }
}
