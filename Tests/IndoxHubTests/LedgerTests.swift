import Foundation
import IndoxHub
import IndoxHubSandbox
import IndoxHubTestModels
import ServiceTestSupport
import Testing

/// Nothing that was paid is lost.
@Suite struct LedgerTests {
  let ledger = MemoryLedger()

  private func client(of sandbox: IndoxHubSandbox) -> IndoxHubClient {
    sandbox.client(configuration: ClientConfiguration(ledger: ledger, retries: .never))
  }

  @Test func resultsThatWereThereAtOnceSurviveACrash() async throws {
    let submission = try await client(of: IndoxHubSandbox.played())
      .submit(Ink(prompt: "A fox"))
    // Another process: it has the ledger, and a service that knows nothing of images that were made.
    let events = try JSONDecoder().decode(
      [LedgerEvent].self, from: JSONEncoder().encode(await ledger.events))
    let later = MemoryLedger()
    for event in events { await later.append(event) }
    let indoxhub = IndoxHubSandbox.played().client(
      configuration: ClientConfiguration(ledger: later))
    let job = try #require(try await indoxhub.recover().jobs.first)
    #expect(job.id == submission.job.id)
    #expect(try await job.result() == submission.generation)
    try await job.acknowledge()
    #expect(try await indoxhub.recover().jobs.isEmpty)
    #expect(await later.submissions().map(\.isClosed) == [true])
  }

  @Test func aStoredHandleHasTheResult() async throws {
    let submission = try await IndoxHubSandbox.played().client().submit(Moss(prompt: "A fox"))
    let stored = try JSONEncoder().encode(submission.job.handle)
    let handle = try JSONDecoder().decode(JobHandle.self, from: stored)
    let generation = try await IndoxHubSandbox.played().client().job(handle).result()
    #expect(generation.results == submission.generation?.results)
  }

  @Test func jobsSurviveACrash() async throws {
    let sandbox = IndoxHubSandbox.played(clock: VirtualClock())
    let job = try await client(of: sandbox).submit(Lantern(prompt: "A fox")).job
    let recovered = try #require(try await client(of: sandbox).recover().jobs.first)
    #expect(recovered.handle.id == job.id)
    #expect(recovered.handle.result == nil)
    #expect(try await recovered.result().results.count == 1)
  }

  @Test func whatTheLedgerKeepsHasNeitherKeysNorFiles() async throws {
    let file = IndoxHubData(Data(repeating: 7, count: 30_000))
    _ = try await client(of: IndoxHubSandbox(models: [Sample.film])).submit(
      Sample.filmRequest(["prompt": "A fox", "last_frame": file.json]),
      options: IndoxHubOptions(byokAPIKey: APIKey(Sample.providerKey)))
    let text = String(decoding: try JSONEncoder().encode(await ledger.events), as: UTF8.self)
    #expect(!text.contains(Sample.providerKey))
    #expect(!text.contains("byok_api_key\":\""))
    #expect(text.contains("(40000 characters)"))
    #expect(text.utf8.count < 3_000)
  }

  @Test func aLostAnswerIsUnsettled() async throws {
    let sandbox = IndoxHubSandbox.played(credits: 1_000)
    await sandbox.script(.lostAnswer, for: .generateVideo)
    let indoxhub = client(of: sandbox)
    let error = await #expect(throws: MediaError.self) {
      try await indoxhub.submit(Kite(prompt: "A fox"))
    }
    #expect(error?.code == .outcomeUnknown)
    #expect(await sandbox.credits == 900)
    #expect(try await indoxhub.recover().unsettled.map(\.id) == [error?.submission])
  }
}
