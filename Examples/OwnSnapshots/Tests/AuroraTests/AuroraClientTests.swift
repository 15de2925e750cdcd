import Aurora
import Foundation
import Testing
import TypedMedia
import TypedMediaTesting

@Suite struct AuroraClientTests {
  private let sandbox = AuroraSandbox()
  private let request = AuroraVideo(prompt: "A tide pool", aspectRatio: .ratio1x1)

  /// A ledger in a new folder.
  private func ledger() throws -> FileLedger {
    try FileLedger(
      at: FileManager.default.temporaryDirectory.appending(path: "aurora-\(UUID()).jsonl"))
  }

  @Test func aRequestIsSentAndFollowed() async throws {
    let job = try await sandbox.client().submit(request).job
    #expect(try await job.result().url.absoluteString == "https://example.com/j1.mp4")
  }

  @Test func whatTheTypesLeaveOpenIsCheckedBeforeItIsSent() async throws {
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client().submit(AuroraVideo(prompt: "", duration: 13, palette: ["red"]))
    }
    #expect(error?.violations.map(\.rule).sorted() == ["maximum", "minLength", "pattern"])
    #expect(await sandbox.receivedRequests.count { $0.endpoint == .submit } == 0)
  }

  @Test func whatCostsTooMuchIsNotSent() async throws {
    let aurora = sandbox.client()
    #expect(try await aurora.price(of: request).total == 30)
    let error = await #expect(throws: MediaError.self) {
      try await aurora.submit(request, maxCost: 29)
    }
    #expect(error?.message == "The request costs 30 cents, and may cost 29 at most.")
    _ = try await aurora.submit(request, maxCost: 30)
    #expect(await sandbox.receivedRequests.count { $0.endpoint == .submit } == 1)
  }

  @Test func aRequestThatThereIsNoTypeForIsChecked() async throws {
    let aurora = sandbox.client()
    _ = try await aurora.submit(RawRequest(["prompt": "A tide pool"], to: AuroraVideo.model))
    await #expect(throws: MediaError.self) {
      try await aurora.submit(RawRequest(["duration": 5], to: AuroraVideo.model))
    }
    #expect(await sandbox.receivedRequests.count { $0.endpoint == .submit } == 1)
  }

  @Test func aJobIsCancelled() async throws {
    let job = try await sandbox.client().submit(request).job
    #expect(try await job.cancel() == "It is cancelled.")
    let error = await #expect(throws: MediaError.self) { try await job.result() }
    #expect(error?.code == .generationCancelled)
  }

  @Test func whatACrashLeavesIsFoundAgain() async throws {
    let ledger = try ledger()
    let aurora = sandbox.client(ledger: ledger)
    let job = try await aurora.submit(request).job
    await sandbox.script(.lostAnswer, for: .submit)
    await #expect(throws: MediaError.self) { try await aurora.submit(request) }
    let recovery = try await sandbox.client(ledger: ledger).recover()
    #expect(recovery.jobs.map(\.id) == [job.id])
    #expect(recovery.unsettled.count == 1)
  }

  @Test func aWebhookBringsAResultOnce() async throws {
    let aurora = try sandbox.client(ledger: ledger())
    let job = try await aurora.submit(request).job
    try await confirmation { taken in
      let inbox = try ResultInbox(aurora) { _, result in
        #expect((try? result.get())?.url.lastPathComponent == "j1.mp4")
        taken()
      }
      try await inbox.follow(job.id)
      try await inbox.follow(job.id)
    }
  }
}
