import Fal
import FalSandbox
import FalTestModels
import Foundation
import ServiceTestSupport
import Testing

/// How far a job is, as it changes.
@Suite(.timeLimit(.minutes(20))) struct StatusStreamTests {
  private let bench = Bench()

  private func words(of job: JobHandle, by fal: FalClient? = nil) async throws -> [String] {
    var words: [String] = []
    for try await status in (fal ?? bench.fal).statuses(of: job) {
      words.append(status.word.rawValue)
    }
    return words
  }

  private func count(_ endpoint: FalSandbox.Endpoint) async -> Int {
    await bench.sandbox.receivedRequests.filter { $0.endpoint == endpoint }.count
  }

  private static let whole = ["IN_QUEUE", "IN_PROGRESS", "COMPLETED"]

  @Test func aJobIsToldUntilItHasEnded() async throws {
    let job = try await bench.fal.submit(LanternEdit.sample()).job
    #expect(try await words(of: job.handle) == Self.whole)
    #expect(await count(.stream) == 1)
    #expect(await count(.status) == 0)
    let url = await bench.sandbox.receivedRequests.last?.url
    #expect(url?.path.hasSuffix("/status/stream") == true && url?.query == "logs=1")
    // What was told is so: the result is there at once.
    #expect(try await job.status().rawStatus == "COMPLETED")
  }

  @Test func aStreamThatBreaksOffTellsNothingTwice() async throws {
    let job = try await bench.fal.submit(LanternEdit.sample()).job
    await bench.sandbox.breakNextStream(afterEvents: 1)
    await bench.sandbox.breakNextStream(afterEvents: 0)
    #expect(try await words(of: job.handle).last == "COMPLETED")
    #expect(await count(.stream) == 3)
  }

  @Test func whereThereIsNoStreamTheServiceIsAsked() async throws {
    let job = try await bench.fal.submit(LanternEdit.sample()).job
    await bench.sandbox.script(.serverError, for: .stream, times: 3)
    await bench.sandbox.script(.garbage, for: .stream, times: 2)
    await bench.sandbox.script(.serverError, for: .status)
    #expect(try await words(of: job.handle).last == "COMPLETED")
    #expect(await count(.stream) == 5)
    #expect(await count(.status) > 1)
  }

  /// A stream that is refused says nothing of the job.
  @Test(arguments: [403, 404])
  func aStreamThatIsRefusedIsNotTheEndOfTheJob(status: Int) async throws {
    let job = try await bench.fal.submit(LanternEdit.sample()).job
    await bench.sandbox.script(.error(status, code: "", "No."), for: .stream)
    #expect(try await words(of: job.handle).last == "COMPLETED")
    #expect(await count(.stream) == 1)
  }

  @Test func whatIsNotThereIsNotWaitedFor() async throws {
    let unknown = JobHandle(service: "fal", model: "fal-ai/lantern/edit", id: "r0")
    #expect(try await caught { try await words(of: unknown) }.code == .notFound)
    let stranger = bench.sandbox.client(apiKey: APIKey("other:key"))
    #expect(try await caught { try await words(of: unknown, by: stranger) }.code == .invalidKey)
    // The key stays where it belongs.
    let elsewhere = JobHandle(
      service: "fal", id: "r1", statusURL: URL(string: "https://evil.example/r1/status"))
    #expect(try await caught { try await words(of: elsewhere) }.code == .insecureAddress)
  }

  @Test func whatCannotBeReadIsLeftOut() async throws {
    let stream = """
      data: no JSON

      data: {"queue_position": 1}

      event: weather
      data: [1]

      data: {"status": "THINKING", "request_id": 7, "queue_position": 99999999999999999999}

      data: {"status": "THINKING", "request_id": 7, "queue_position": 99999999999999999999}

      data: {"status": "COMPLETED", "request_id": "r1", "error": {"a": 1}}

      data: {"status": "IN_QUEUE", "request_id": "r1"}


      """
    var configuration = ClientConfiguration.once.over(
      CannedAnswer(headers: ["Content-Type": "text/event-stream"], body: stream))
    configuration.clock = VirtualClock()
    let fal = FalClient(apiKey: "a:b", configuration: configuration)
    let job = JobHandle(service: "fal", model: "acme/aurora", id: "r1")
    #expect(try await words(of: job, by: fal) == ["THINKING", "COMPLETED"])
  }

  @Test func whoeverIsCancelledHearsNoMore() async throws {
    let job = try await bench.fal.submit(LanternEdit.sample()).job
    let waiting = Task { try await words(of: job.handle) }
    waiting.cancel()
    await #expect(throws: CancellationError.self) { try await waiting.value }
  }
}
