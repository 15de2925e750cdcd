import Foundation
import Replicate
import ReplicateSandbox
import ReplicateTestModels
import ServiceTestSupport
import Testing

/// Jobs, from their beginning to what becomes of their results.
@Suite(.timeLimit(.minutes(20))) struct JobTests {
  @Test func aJobIsFollowedWhereTheServiceSays() async throws {
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: VirtualClock())
    let job = try await sandbox.client().submit(Sample.request).job
    #expect(job.handle.statusURL?.absoluteString.hasSuffix("/v1/predictions/\(job.id)") == true)
    var words: [String] = []
    for try await status in job.updates where words.last != status.rawStatus {
      words.append(status.rawStatus)
    }
    #expect(words == ["starting", "processing", "succeeded"])
  }

  @Test func aHandleOfAnIDAloneIsEnough() async throws {
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: VirtualClock())
    let replicate = sandbox.client()
    let id = try await replicate.submit(Sample.request).job.id
    let result = try await replicate.job(id: id).result()
    #expect(result.prediction.id == id && result.files.count == 1)
    #expect(
      result.prediction.predictionTime == .seconds(10)
        && result.prediction.totalTime == .seconds(11))
  }

  @Test(arguments: [
    ("starting", "waiting"), ("processing", "running"), ("unheard_of", "running"),
    ("succeeded", "completed"), ("failed", "failed"), ("canceled", "cancelled"),
    ("aborted", "cancelled"),
  ])
  func everyStatusMeansSomething(word: String, meaning: String) async throws {
    let object = Sample.prediction([
      "status": .string(word), "output": "A text", "error": "Flagged as sensitive. (E005)",
    ])
    let client = CannedAnswer(body: JSON.object(object).text()).client
    let status = try await client.job(id: "p1").status()
    #expect(status.rawStatus == word)
    switch status.state {
    case .waiting: #expect(meaning == "waiting")
    case .running: #expect(meaning == "running")
    case .completed(let result): #expect(meaning == "completed" && result.text == "A text")
    case .failed(let failure):
      #expect(meaning == "failed")
      #expect(failure.code == "E005" && failure.message == "Flagged as sensitive. (E005)")
    case .cancelled: #expect(meaning == "cancelled")
    }
  }

  @Test func aResultIsKeptAsSoonAsItIsThere() async throws {
    let (clock, ledger) = (VirtualClock(), MemoryLedger())
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: clock)
    let replicate = sandbox.client(configuration: ClientConfiguration(ledger: ledger))
    let output = try await replicate.submit(Sample.request).job.result()
    clock.advance(by: .seconds(4_000))
    // The service has it no longer; the ledger has, without what the model was given.
    let recovered = try #require(try await replicate.recover().jobs.first)
    #expect(try await recovered.result().json == output.json)
    #expect(recovered.handle.result?["input"] == nil)
    let file = try #require(output.files.first)
    let folder = try TemporaryFolder()
    let gone = try await mediaError { try await replicate.download(file, to: folder.url) }
    #expect(gone.code == .notSaved && gone.httpStatus == 404)
  }

  @Test func aResultThatIsDeletedIsAnEndingOfItsOwn() async throws {
    let clock = VirtualClock()
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: clock)
    let job = try await sandbox.client().submit(Sample.request).job
    clock.advance(by: .seconds(3_612))
    let error = try await mediaError { try await job.result() }
    #expect(error.code == .resultExpired)
    #expect(error.job?.id == job.id && error.lastStatus == "succeeded")
    let prediction = try await sandbox.client().prediction(job.id)
    #expect(prediction.isDataRemoved && prediction.input.isEmpty && prediction.output == nil)
    #expect(prediction.result == nil)
  }

  @Test func aJobIsCancelled() async throws {
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: VirtualClock())
    let job = try await sandbox.client().submit(Sample.request).job
    #expect(try await job.cancel() == "canceled")
    let error = try await mediaError { try await job.result() }
    #expect(error.code == .generationCancelled)
    #expect(await sandbox.requests(to: .cancel).map(\.method) == ["POST"])
  }

  @Test func whatHasEndedIsNotCancelled() async throws {
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: VirtualClock())
    let job = try await sandbox.client().submit(Sample.request).job
    _ = try await job.result()
    let error = try await mediaError { try await job.cancel() }
    #expect(error.code == .notCancellable && error.job?.id == job.id)
    #expect(error.model == "cedar/pebble")
  }

  @Test(arguments: [(Duration.seconds(5), 8, "aborted"), (.seconds(12), 8, "canceled")])
  func aDeadlineEndsAJob(timeout: Duration, starting: Int, word: String) async throws {
    let sandbox = ReplicateSandbox(
      models: OwnModels.all.map { $0.model },
      pace: .init(starting: .seconds(starting), processing: .seconds(30)), clock: VirtualClock())
    let job = try await sandbox.client().submit(
      Sample.request, options: ReplicateOptions(timeout: timeout)
    ).job
    let error = try await mediaError { try await job.result() }
    #expect(error.code == .generationCancelled)
    let prediction = try await sandbox.client().prediction(job.id)
    #expect(prediction.status.rawValue == word && prediction.deadline != nil)
  }

  @Test func whatFailsAWhileIsAskedAgain() async throws {
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: VirtualClock())
    let job = try await sandbox.client().submit(Sample.request).job
    await sandbox.script(.serverError, for: .getPrediction, times: 2)
    await sandbox.script(.lostAnswer, for: .getPrediction)
    await sandbox.script(.garbage, for: .getPrediction)
    #expect(try await job.result().files.count == 1)
  }
}
