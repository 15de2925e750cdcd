import Foundation
import Hedra
import HedraSandbox
import ServiceTestSupport
import Testing

/// A batch is several jobs, and what fails of it is not lost.
@Suite(.timeLimit(.minutes(20))) struct BatchTests {
  @Test func aBatchIsAJobForEachGeneration() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    await sandbox.setCost(10, of: Sample.modelID)
    let submission = try await sandbox.client()
      .submit(FoxVideo(textPrompt: "A fox", batchSize: 3))
    #expect(submission.jobs.count == 3)
    #expect(submission.batch.map(\.id) == submission.jobs.map(\.id))
    #expect(submission.batch.allSatisfy { $0.status == .queued && $0.error == nil })
    #expect(submission.batchID != nil)
    #expect(submission.failures.isEmpty)
    let results = await submission.jobs.results()
    #expect(try results.map { try $0.get().assetID } == submission.batch.map(\.assetID))
    #expect(await sandbox.credits == 970)
  }

  @Test func whatFailedAtOnceIsNotLost() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    await sandbox.setCost(10, of: Sample.modelID)
    await sandbox.failNextGenerations(message: "Too many foxes", atOnce: true)
    let submission = try await sandbox.client()
      .submit(FoxVideo(textPrompt: "A fox", batchSize: 3))
    #expect(submission.jobs.count == 2)
    #expect(submission.id == submission.job.id)
    #expect(submission.failures.map(\.error) == ["Too many foxes"])
    #expect(submission.failures.map(\.id) == [nil])
    #expect(submission.failures.map(\.status) == [.error])
    #expect(await submission.jobs.results().count == 2)
    #expect(await sandbox.credits == 980)
  }

  @Test func whatFailsLaterIsTheErrorOfItsJob() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    await sandbox.failNextGenerations(code: "MODERATION_FAILED", message: "Not this fox")
    let hedra = sandbox.client()
    let submission = try await hedra.submit(FoxVideo(textPrompt: "A fox", batchSize: 2))
    let results = await submission.jobs.results()
    let error = #expect(throws: MediaError.self) { try results[0].get() }
    #expect(error?.code == .generationFailed)
    #expect(error?.message == "Hedra made nothing: Not this fox")
    #expect(error?.isRefunded == nil)
    #expect(error?.job == submission.job.handle)
    #expect(throws: Never.self) { try results[1].get() }
    let failed = try await hedra.generations().first { $0.status == .error }
    #expect(failed?.failure?.code == HedraGeneration.ErrorType.moderationFailed.rawValue)
    #expect(failed?.failure?.message == "Not this fox")
  }

  @Test(arguments: [
    // As documented: the answer's own ID is that of the first that went well.
    (
      #"{"id": "b", "batch_results": [{"id": null, "error": "e"}, {"id": "b"}, {"id": "c"}]}"#,
      ["b", "c"]
    ),
    (#"{"id": "a"}"#, ["a"]), (#"{"id": "a", "batch_results": null}"#, ["a"]),
    (#"{"id": "a", "batch_results": []}"#, ["a"]),
    (#"{"id": "a", "batch_results": [{"id": "b"}, 3, null]}"#, ["a", "b"]),
    // One that failed and has an ID can be asked about.
    (#"{"id": null, "batch_results": [{"id": "a", "error": "e"}]}"#, ["a"]),
  ])
  func noJobOfAnAnswerIsLost(body: String, ids: [String]) async throws {
    let submission = try await CannedAnswer(body: body).client.submit(Sample.image())
    #expect(submission.jobs.map(\.id) == ids)
  }

  @Test func aBatchThatFailedAsAWholeIsAnErrorAndSettled() async throws {
    let ledger = MemoryLedger()
    let service = CannedAnswer(
      body: #"{"batch_results": [{"id": null, "error": "One"}, {"status": "error"}]}"#)
    let hedra = service.client(
      configuration: ClientConfiguration(ledger: ledger, retries: .never))
    let error = await #expect(throws: MediaError.self) {
      try await hedra.submit(Sample.image(batchSize: 2))
    }
    #expect(error?.code == .generationFailed)
    #expect(error?.message == "Hedra made nothing: One; The service gave no reason.")
    #expect(await ledger.submissions().map(\.isClosed) == [true])
  }

  @Test func whatFailedAtOnceWithoutAReasonIsAFailureToo() async throws {
    let body = #"{"id": "a", "batch_results": [{"id": "a"}, {"id": null, "status": "error"}]}"#
    let submission = try await CannedAnswer(body: body).client.submit(Sample.image())
    #expect(submission.jobs.map(\.id) == ["a"])
    #expect(submission.failures.map(\.status) == [.error])
  }

  @Test(arguments: ["{}", "[]", #"{"id": ""}"#, #"{"batch_results": [{"id": null}]}"#])
  func anAnswerWithoutJobsLeavesTheOutcomeOpen(body: String) async throws {
    let error = await #expect(throws: MediaError.self) {
      try await CannedAnswer(body: body).client.submit(Sample.image())
    }
    #expect(error?.code == .outcomeUnknown)
  }
}
