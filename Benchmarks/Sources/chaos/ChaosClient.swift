import Foundation
import TypedMedia

/// A client that submits numbers to a service that ``FaultyService`` plays.
protocol ChaosClient: Sendable {
  associatedtype Service: ReportingService

  /// The client itself.
  var service: Service { get }

  /// Submits a number.
  func submit(_ number: Int) async throws -> [Job<Service.Output>]

  /// Sends again what the service knows again.
  func resubmit(_ submission: LedgerSubmission) async throws -> [Job<Service.Output>]
}

/// A client of a service that is made up.
struct PlainClient: ChaosClient, ReportingService {
  let connection: ServiceConnection
  /// Whether requests have an ID by which the service knows them again.
  let isDeduplicated: Bool

  init(
    at address: URL, key: APIKey, isDeduplicated: Bool, configuration: ClientConfiguration
  ) {
    self.isDeduplicated = isDeduplicated
    connection = ServiceConnection(
      profile: ServiceProfile(name: "Chaos") { answer in
        answer["error"]?.string.map { ServiceFailure(message: $0) }
      },
      baseURL: address, key: key, configuration: configuration)
  }

  var service: Self { self }

  func submit(_ number: Int) async throws -> [Job<String>] {
    var body: JSONObject = ["number": .number(JSONNumber(number))]
    let id = UUID().uuidString
    if isDeduplicated { body["generation_id"] = .string(id) }
    let call = ServiceCall.post("jobs", body: .object(body), effect: .spends, model: "chaos")
    return try await connection.submit(
      call, deduplicatedBy: isDeduplicated ? [id] : [], readingJobIDs: Self.jobIDs
    ).jobs.map(job)
  }

  func resubmit(_ submission: LedgerSubmission) async throws -> [Job<String>] {
    try await connection.resubmit(
      submission, readingJobs: { try Self.jobIDs($0).map { AcceptedJob(id: $0) } }
    ).jobs.map(job)
  }

  func status(of job: JobHandle) async throws -> JobStatus<String> {
    try await connection.send(.get("jobs", job.id, priority: .background)) { answer in
      let word: String = try answer.object.required("status")
      return JobStatus(word == "done" ? .completed(job.id) : .running, rawStatus: word)
    }
  }

  @Sendable private static func jobIDs(_ answer: ServiceResponse) throws -> [String] {
    [try answer.object.required("id")]
  }
}
