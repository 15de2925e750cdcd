import Foundation
import Hedra
import HedraSandbox
import ServiceTestSupport
import Testing

/// A request that is sent again is the same request: one generation, paid once.
@Suite(.timeLimit(.minutes(20))) struct IdempotencyTests {
  let ledger = MemoryLedger()

  private func client(
    of sandbox: HedraSandbox, retries: RetryPolicy = RetryPolicy()
  ) -> HedraClient {
    sandbox.client(configuration: ClientConfiguration(ledger: ledger, retries: retries))
  }

  @Test(arguments: [
    SandboxFault.lostAnswer, .serverError, .garbage, .noConnection, .rateLimited(),
  ])
  func whatGoesWrongIsSentAgainWithTheSameIDs(fault: SandboxFault) async throws {
    let sandbox = HedraSandbox.ofFoxes()
    await sandbox.setCost(100, of: Sample.modelID)
    await sandbox.script(fault, for: .generate, times: 2)
    let hedra = client(of: sandbox)
    let submission = try await hedra.submit(FoxVideo(textPrompt: "A fox", batchSize: 2))
    let sent = await sandbox.requests(to: .generate).map(\.body)
    #expect(Set(sent).count == 1)
    #expect(sent.first??["generation_ids"] == submission.jobs.map(\.id).json)
    #expect(await sandbox.credits == 800)
    #expect(try await hedra.generations().reduce(0) { count, _ in count + 1 } == 2)
  }

  @Test func theIDsAreInTheLedgerBeforeTheRequestGoesOut() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    await sandbox.script(.noConnection)
    await #expect(throws: MediaError.self) {
      try await client(of: sandbox, retries: .never).submit(Sample.image(batchSize: 2))
    }
    let intent = try #require(await ledger.submissions().first?.intent)
    #expect(intent.idempotencyKeys.count == 2)
    #expect(intent.body["generation_ids"] == intent.idempotencyKeys.json)
    #expect(intent.service == "Hedra")
    #expect(intent.path == ["generations"])
  }

  @Test func whatACrashLeftIsSubmittedAgain() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    await sandbox.setCost(100, of: Sample.modelID)
    await sandbox.script(.lostAnswer, for: .generate)
    let error = await #expect(throws: MediaError.self) {
      try await client(of: sandbox, retries: .never).submit(FoxVideo(textPrompt: "A fox"))
    }
    #expect(error?.code == .outcomeUnknown)

    // Another process, with the same ledger.
    let hedra = client(of: sandbox)
    let unsettled = try #require(try await hedra.recover().unsettled.first)
    #expect(unsettled.id == error?.submission)
    #expect(unsettled.intent.idempotencyKeys == error?.idempotencyKeys)
    let other = ServiceConnection(
      profile: ServiceProfile(name: "Other") { _ in nil }, baseURL: hedra.connection.baseURL,
      key: "k", configuration: ClientConfiguration(transport: sandbox))
    let refusal = await #expect(throws: MediaError.self) {
      try await other.resubmit(unsettled) { _ in [] }
    }
    #expect(refusal?.code == .invalidRequest)
    let submission = try await hedra.resubmit(unsettled)
    #expect([submission.job.id] == unsettled.intent.idempotencyKeys)
    #expect(await sandbox.credits == 900)
    let recovery = try await hedra.recover()
    #expect(recovery.unsettled.isEmpty)
    #expect(recovery.jobs.map(\.id) == [submission.job.id])
    #expect(try await submission.job.result().type == .video)
    try await submission.job.acknowledge()
    #expect(await ledger.submissions().map(\.isClosed) == [true])
  }

  @Test func whatNeverArrivedIsTakenWhenItIsSubmittedAgain() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    await sandbox.script(.serverError, for: .generate)
    await #expect(throws: MediaError.self) {
      try await client(of: sandbox, retries: .never).submit(FoxVideo(textPrompt: "A fox"))
    }
    #expect(await sandbox.credits == 1_000)
    let hedra = client(of: sandbox)
    for submission in try await hedra.recover().unsettled { try await hedra.resubmit(submission) }
    #expect(await sandbox.credits < 1_000)
    #expect(try await hedra.recover().jobs.count == 1)
  }

  @Test func theSameIDsOfTheCallerAreTheSameGeneration() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    await sandbox.setCost(100, of: Sample.modelID)
    let options = HedraOptions(generationIDs: [Sample.first])
    let hedra = client(of: sandbox)
    let first = try await hedra.submit(FoxVideo(textPrompt: "A fox"), options: options)
    _ = try await first.job.result()
    let second = try await hedra.submit(FoxVideo(textPrompt: "A fox"), options: options)
    #expect(second.job.id == first.job.id)
    #expect(second.assetID == first.assetID)
    #expect(second.status == .complete)
    #expect(await sandbox.credits == 900)
  }
}
