import Foundation
import TypedMedia

/// A client for the service that ``FaultyService`` plays.
struct ChaosClient: JobService {
  /// A key that is found again wherever it leaks to.
  static let key = "sk_chaos_5ecre7"

  let connection: ServiceConnection
  /// Whether requests have an ID by which the service knows them again.
  let isDeduplicated: Bool

  init(
    at address: URL, isDeduplicated: Bool, ledger: any JobLedger, transport: any Transport,
    concurrency: Int
  ) {
    self.isDeduplicated = isDeduplicated
    connection = ServiceConnection(
      profile: ServiceProfile(name: "Chaos") { answer in
        answer["error"]?.string.map { ServiceFailure(message: $0) }
      },
      baseURL: address, key: APIKey(Self.key),
      configuration: ClientConfiguration(
        transport: transport,
        ledger: ledger,
        polling: PollingPolicy(first: .milliseconds(20), longest: .milliseconds(100)),
        retries: RetryPolicy(
          maximumRetries: 3, first: .milliseconds(10), longest: .milliseconds(80)),
        pace: RequestPace(requestsPerMinute: nil, maximumConcurrency: concurrency)))
  }

  func submit(_ number: Int) async throws -> [Job<ChaosClient>] {
    var body: JSONObject = ["number": .number(JSONNumber(number))]
    let id = UUID().uuidString
    if isDeduplicated { body["generation_id"] = .string(id) }
    let call = ServiceCall.post("jobs", body: .object(body), effect: .spends, model: "chaos")
    return try await connection.submit(
      call, deduplicatedBy: isDeduplicated ? [id] : [], readingJobIDs: Self.jobIDs
    ).jobs.map(job)
  }

  /// Sends again what the service knows again.
  func resubmit(_ submission: LedgerSubmission) async throws -> [Job<ChaosClient>] {
    try await connection.resubmit(submission, readingJobIDs: Self.jobIDs).jobs.map(job)
  }

  func status(of job: JobHandle) async throws -> JobStatus<String> {
    try await connection.send(.get("jobs", job.id, priority: .background)) { answer in
      let word: String = try (answer.json.object ?? [:]).required("status")
      return JobStatus(word == "done" ? .completed(job.id) : .running, rawStatus: word)
    }
  }

  @Sendable private static func jobIDs(_ answer: ServiceAnswer) throws -> [String] {
    [try (answer.json.object ?? [:]).required("id")]
  }
}

extension LedgerSubmission {
  /// The number that the submission is about.
  var number: Int? { intent.body["number"]?.int }
}
