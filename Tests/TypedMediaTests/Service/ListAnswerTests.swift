import Foundation
import Testing
import TypedMedia

/// Services whose answer to a submission is a list of jobs, and no object.
@Suite struct ListAnswerTests {
  @Test func aListOfJobsIsASubmission() async throws {
    let first = try await submission(answered: #"[{"id": "a"}, {"id": "b"}]"#)
    #expect(first.jobs.map(\.id) == ["a", "b"])
    #expect(first.object.isEmpty)
    let second = try await submission(answered: #"[{"id": "c"}]"#)
    #expect(first == first && first != second)
  }

  private func submission(answered body: String) async throws -> Submission<String> {
    let service = ListingService(
      connection: try Sample.connection(over: CannedTransport(body: body)))
    let record = try ModelRecord(
      json: ["name": "aurora", "input_schema": ["type": "object", "properties": [:]]])
    return try await service.submit(RawRequest([:], to: record))
  }
}

/// A service that answers with nothing but its jobs.
private struct ListingService: MediaService {
  let connection: ServiceConnection

  func submission(
    of members: JSONObject, to snapshot: ModelSnapshot, options: NoOptions
  ) -> SubmissionCall {
    SubmissionCall(.post("jobs", body: .object(members), effect: .spends))
  }

  static func jobs(in answer: ServiceResponse) throws -> [AcceptedJob] {
    try (answer.json.array ?? []).map { AcceptedJob(id: try ($0.object ?? [:]).id("id")) }
  }

  func status(of job: JobHandle) async throws -> JobStatus<String> {
    JobStatus(.running, rawStatus: "running")
  }
}
