import Foundation
import HedraV3
import HedraV3Sandbox
import ServiceTestSupport
import Testing

/// A request that is sent again is the same request: one job, paid once.
@Suite(.timeLimit(.minutes(20))) struct IdempotencyTests {
  let ledger = MemoryLedger()

  private func client(
    of sandbox: HedraV3Sandbox, retries: RetryPolicy = RetryPolicy()
  ) -> HedraV3Client {
    sandbox.client(configuration: ClientConfiguration(ledger: ledger, retries: retries))
  }

  private func keys(at sandbox: HedraV3Sandbox) async -> [String?] {
    await sandbox.requests(to: .submit).map { $0.headers["Idempotency-Key"] }
  }

  @Test(arguments: [
    SandboxFault.lostAnswer, .serverError, .garbage, .noConnection, .rateLimited(),
  ])
  func whatGoesWrongIsSentAgainWithTheSameKey(fault: SandboxFault) async throws {
    let sandbox = HedraV3Sandbox.ofFoxes()
    await sandbox.script(fault, for: .submit, times: 2)
    let hedra = client(of: sandbox)
    let job = try await hedra.submit(Fox(prompt: "A fox")).job
    #expect(Set(await keys(at: sandbox)).count == 1)
    #expect(await keys(at: sandbox).first??.isEmpty == false)
    #expect(await sandbox.balance == 9.95)
    #expect(try await hedra.jobs().reduce(into: []) { $0.append($1.id) } == [job.id])
  }

  @Test func eachRequestHasAKeyOfItsOwn() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes()
    let hedra = client(of: sandbox)
    for _ in 0..<2 { _ = try await hedra.submit(Fox(prompt: "A fox")) }
    #expect(Set(await keys(at: sandbox)).count == 2)
    #expect(await sandbox.balance == 9.9)
  }

  @Test func theKeyIsInTheLedgerBeforeTheRequestGoesOut() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes()
    await sandbox.script(.noConnection)
    _ = try await mediaError {
      try await client(of: sandbox, retries: .never).submit(Sample.request())
    }
    let intent = try #require(await ledger.submissions().first?.intent)
    #expect(intent.idempotencyKeys.count == 1)
    #expect(intent.service == "Hedra v3")
    #expect(intent.path == ["models", "fox"])
    #expect(intent.body == ["input": ["prompt": "A fox"]])
  }

  @Test func whatACrashLeftIsSubmittedAgain() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes()
    await sandbox.script(.lostAnswer, for: .submit)
    let error = try await mediaError {
      try await client(of: sandbox, retries: .never).submit(
        Fox(prompt: "A fox"), options: HedraV3Options(idempotencyKey: "mine"))
    }
    #expect(error.code == .outcomeUnknown)
    #expect(error.idempotencyKeys == ["mine"])

    // Another process, with the same ledger.
    let hedra = client(of: sandbox)
    let unsettled = try #require(try await hedra.recover().unsettled.first)
    #expect(unsettled.id == error.submission)
    let submission = try await hedra.resubmit(unsettled)
    #expect(await keys(at: sandbox) == ["mine", "mine"])
    #expect(await sandbox.balance == 9.95)
    #expect(try await submission.job.result().status == .completed)
    #expect(try await hedra.recover().unsettled.isEmpty)
  }

  @Test func aKeyBelongsToOneBody() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes()
    let hedra = client(of: sandbox)
    let options = HedraV3Options(idempotencyKey: "mine")
    let first = try await hedra.submit(Fox(prompt: "A fox"), options: options)
    let again = try await hedra.submit(Fox(prompt: "A fox"), options: options)
    #expect(again.job.id == first.job.id)
    let error = try await mediaError {
      try await hedra.submit(Fox(prompt: "A hare"), options: options)
    }
    #expect(error.code == .idempotencyConflict)
    #expect(error.httpStatus == 409)
    // It was refused, and is not tried again.
    #expect(await sandbox.requests(to: .submit).count == 3)
    #expect(try await hedra.recover().unsettled.isEmpty)
    #expect(await sandbox.balance == 9.95)
  }

  @Test func anotherConflictLeavesTheOutcomeOpen() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes()
    await sandbox.script(.error(409, code: "ALREADY_IN_PROGRESS", "In progress."), for: .submit)
    let submission = try await client(of: sandbox).submit(Fox(prompt: "A fox"))
    #expect(Set(await keys(at: sandbox)).count == 1)
    #expect(try await submission.job.result().status == .completed)
  }

  @Test func anEmptyKeyIsNotSent() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes()
    let error = try await mediaError {
      try await client(of: sandbox).submit(
        Sample.request(), options: HedraV3Options(idempotencyKey: ""))
    }
    #expect(error.code == .invalidRequest)
    let split = try await mediaError {
      try await client(of: sandbox).submit(
        Sample.request(), options: HedraV3Options(idempotencyKey: "a\r\nX-Other: b"))
    }
    #expect(split.code == .invalidRequest)
    #expect(await sandbox.receivedRequests.isEmpty)
  }
}
