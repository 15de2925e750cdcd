import Foundation
import Testing
import TypedMedia
import TypedMediaTesting

/// How a job ends, and when it is asked about until then.
@Suite(.timeLimit(.minutes(20))) struct JobTests {
  @Test func aResultIsWaitedFor() async throws {
    let service = ScriptedJobService(.waiting, .running, .running, .completed("a fox"))
    #expect(try await service.job.result() == "a fox")
    #expect(service.questions == [0, 2, 4, 6].map { .seconds($0) })
  }

  @Test func aFinishedJobIsAskedAboutOnce() async throws {
    let service = ScriptedJobService(.completed("a fox"))
    #expect(try await service.job.result() == "a fox")
    #expect(service.questions == [.zero])
  }

  @Test func updatesEndWithTheJob() async throws {
    let service = ScriptedJobService(.waiting, .running, .completed("a fox"))
    var statuses: [String] = []
    var iterator = service.job.updates.makeAsyncIterator()
    while let status = try await iterator.next() { statuses.append(status.rawStatus) }
    #expect(statuses == ["queued", "running", "done"])
    #expect(try await iterator.next() == nil)
    #expect(service.questions.count == 3)
  }

  @Test func theQuestionsGetRarer() async throws {
    let service = ScriptedJobService(
      .running, .running, .running, .running, .completed("a fox"),
      polling: PollingPolicy(first: .seconds(1), longest: .seconds(3), growth: 2, jitter: 0))
    _ = try await service.job.result()
    #expect(service.questions == [0, 1, 3, 6, 9].map { .seconds($0) })
  }

  @Test func aFailureHasTheServicesReason() async throws {
    let service = ScriptedJobService(.running, .failed("The prompt was refused.", code: "NSFW"))
    let error = try await caught { try await service.job.result() }
    #expect(error.code == .generationFailed)
    #expect(error.message.contains("The prompt was refused."))
    #expect(error.serviceCode == "NSFW")
    #expect(error.job == .sample)
    #expect(error.model == "aurora")
  }

  @Test func aJobCancelledAtTheServiceIsNeitherFailedNorCancelledHere() async throws {
    let service = ScriptedJobService(.running, .cancelled)
    let error = try await caught { try await service.job.result() }
    #expect(error.code == .generationCancelled)
    #expect(error.job == .sample)
  }

  @Test func aStatusThatIsNotKnownGoesOnAndKeepsItsWord() async throws {
    let unknown = JobStatus<String>(.running, rawStatus: "marinating", progress: 0.3)
    let service = ScriptedJobService(.success(unknown), .completed("a fox"))
    var words: [String] = []
    for try await status in service.job.updates { words.append(status.rawStatus) }
    #expect(words == ["marinating", "done"])
    #expect(!unknown.isTerminal)
  }

  @Test func aWaitThatIsOverLeavesTheJobRunning() async throws {
    let service = ScriptedJobService(
      .running, polling: .exact(seconds: 4, deadline: .seconds(10)))
    let error = try await caught { try await service.job.result() }
    #expect(error.code == .timedOut)
    #expect(error.job == .sample)
    #expect(error.model == "aurora")
    #expect(error.service == "Acme")
    #expect(service.questions == [0, 4, 8, 10].map { .seconds($0) })
  }

  @Test(arguments: [Duration.zero, .seconds(-1)])
  func aDeadlineThatHasPassedStillLeavesOneQuestion(deadline: Duration) async throws {
    let done = ScriptedJobService(
      .completed("a fox"), polling: .exact(seconds: 1, deadline: deadline))
    #expect(try await done.job.result() == "a fox")
    let running = ScriptedJobService(.running, polling: .exact(seconds: 1, deadline: deadline))
    let error = try await caught { try await running.job.result() }
    #expect(error.code == .timedOut)
    #expect(running.questions == [.zero])
  }

  @Test func aSecondWaitHasItsOwnDeadline() async throws {
    let service = ScriptedJobService(
      .running, .running, .running, .completed("a fox"),
      polling: .exact(seconds: 4, deadline: .seconds(5)))
    let error = try await caught { try await service.job.result() }
    let handle = try #require(error.job)
    #expect(try await Job(handle, at: service).result() == "a fox")
  }

  @Test func cancellingEndsTheWaitAtOnceAndLeavesTheJobAlone() async throws {
    let service = ScriptedJobService(
      .running, polling: .exact(seconds: 86_400, deadline: .seconds(1e6)), clock: ContinuousClock())
    let task = Task { try await service.job.result() }
    try await service.wasAsked()
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(service.questions.count == 1)
  }

  @Test func cancellingWhileAskingIsACancellation() async throws {
    let service = ScriptedJobService(.failure(CancellationError()))
    await #expect(throws: CancellationError.self) { try await service.job.result() }
  }
}
