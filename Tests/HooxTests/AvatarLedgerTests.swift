import Foundation
import Hoox
import HooxSandbox
import HooxTestModels
import ServiceTestSupport
import Testing

/// Avatars and assets in one ledger: nothing is lost, and each is followed where it is asked for.
@Suite(.timeLimit(.minutes(20))) struct AvatarLedgerTests {
  private let sandbox = HooxSandbox.played(clock: VirtualClock())
  private let ledger = MemoryLedger()

  private var hoox: HooxClient {
    var configuration = ClientConfiguration.once
    configuration.ledger = ledger
    return sandbox.client(configuration: configuration)
  }

  @Test func eachKindRecoversItsOwn() async throws {
    let asset = try await hoox.submit(Pebble(prompt: "p")).job
    let look = try await hoox.avatars.submit(HooxNewAvatar(.prompt("p"))).job
    // As another process would, after a crash.
    let assets = try await hoox.recover()
    let looks = try await hoox.avatars.recover()
    #expect(assets.jobs.map(\.id) == [asset.id] && assets.unsettled.isEmpty)
    #expect(looks.jobs.map(\.id) == [look.id] && looks.unsettled.isEmpty)
    #expect(try await assets.jobs[0].result().id == asset.id)
    let made = try await looks.jobs[0].result()
    #expect(look.id == "\(made.avatarID ?? "")/\(made.id)")
    try await looks.jobs[0].acknowledge()
    #expect(try await hoox.avatars.recover().jobs.isEmpty)
    #expect(try await hoox.recover().jobs.count == 1)
  }

  @Test func aLostAnswerIsUnsettledAndSettled() async throws {
    await sandbox.script(.lostAnswer, for: .createAvatar)
    let error = await #expect(throws: MediaError.self) {
      try await hoox.avatars.submit(HooxNewAvatar(.prompt("p"), name: "Lost"))
    }
    #expect(error?.code == .outcomeUnknown)
    #expect(try await hoox.recover().unsettled.isEmpty)
    let unsettled = try #require(try await hoox.avatars.recover().unsettled.first)
    #expect(unsettled.id == error?.submission)
    #expect(unsettled.intent.path == ["avatar", "create"])
    // Somebody finds it at the service.
    let job = hoox.avatars.job(
      look: "662f8c1d0000000000000002", of: "662f8c1d0000000000000001")
    let wrong = await #expect(throws: MediaError.self) {
      try await hoox.settle(unsettled.id, as: .accepted(jobIDs: [job.id]))
    }
    #expect(wrong?.code == .notFound)
    #expect(wrong?.message.contains("avatar/create") == true)
    let jobs = try await hoox.avatars.settle(unsettled.id, as: .accepted(jobIDs: [job.id]))
    #expect(try await jobs.first?.result().avatarName == "Lost")
  }

  @Test func whoeverGivesOneUpNeedNotKnowWhatItWas() async throws {
    await sandbox.script(.serverError, for: .createAvatar)
    _ = try? await hoox.avatars.submit(HooxNewAvatar(.prompt("p")))
    let unsettled = try #require(try await hoox.avatars.recover().unsettled.first)
    #expect(try await hoox.settle(unsettled.id, as: .abandoned).isEmpty)
    #expect(try await hoox.avatars.recover().unsettled.isEmpty)
  }

  @Test(arguments: [
    SandboxFault.serverError, .garbage, .lostAnswer, .body(#"{"avatar_id": "a"}"#),
    .body(#"{"avatar_id": "a", "look_id": ""}"#), .body("[]"),
  ])
  func anAnswerWithoutBothIDsLeavesTheOutcomeOpen(fault: SandboxFault) async throws {
    await sandbox.script(fault, for: .editAvatar)
    let error = await #expect(throws: MediaError.self) {
      try await hoox.avatars.submit(HooxAvatarEdit(avatarID: "a", lookID: "l", prompt: "p"))
    }
    #expect(error?.code == .outcomeUnknown)
    #expect(error?.model == "avatar/edit")
  }

  @Test func aWebhookLeadsToTheJob() async throws {
    let handed = Watched<[String]>([])
    let inbox = try ResultInbox(hoox.avatars) { _, result in
      let look = try result.get()
      handed.change { $0.append(look.id) }
    }
    let submission = try await hoox.avatars.submit(HooxNewAvatar(.prompt("p")))
    _ = try await submission.job.result()
    let id = try #require(submission.lookID)
    let payload = try #require(await sandbox.webhookPayload(for: id))
    let webhook = try HooxWebhook(parsing: payload)
    #expect(webhook.jobID == submission.job.id)
    #expect(try await inbox.follow(try #require(webhook.jobID)))
    #expect(try await !inbox.follow(try #require(webhook.jobID)))
    #expect(handed.value == [id])
    // The inbox of assets knows nothing of it.
    let assets = try ResultInbox(hoox) { _, _ in }
    #expect(try await !assets.follow(submission.job.id))
  }

  @Test(arguments: ["a", "a/", "/b", "a/b/c", ""])
  func anIDThatIsNoLooksIsAClearError(id: String) async throws {
    let error = await #expect(throws: MediaError.self) {
      try await hoox.avatars.job(id: id).status()
    }
    #expect(error?.code == .invalidRequest)
    #expect(await sandbox.receivedRequests.isEmpty)
  }

  @Test(
    arguments: [
      (#"{"status": "pending"}"#, "pending", false),
      (#"{"status": "polishing"}"#, "polishing", false),
      (#"{"status": "failed", "error": "No face"}"#, "failed", true),
      (#"{"status": "failed", "result": {"error_message": "No face"}}"#, "failed", true),
      (#"{"status": "failed"}"#, "failed", true),
      (#"{"status": "completed", "result": {"selfie": "yes"}}"#, "completed", true),
    ])
  func everyWordOfAStatusIsUnderstood(body: String, word: String, hasEnded: Bool) async throws {
    await sandbox.script(.body(body))
    let status = try await hoox.avatars.job(look: "l", of: "a").status()
    #expect(status.rawStatus == word)
    #expect(status.isTerminal == hasEnded)
    if case .failed(let failure) = status.state {
      #expect(["No face", "The service gave no reason."].contains(failure.message))
    }
    if case .completed(let look) = status.state {
      #expect(look.id == "l" && look.avatarID == "a" && look.isSelfie == nil)
    }
  }

  @Test func aLookThatIsCompletedAndNotThereIsNoResult() async throws {
    await sandbox.script(.body(#"{"status": "completed", "result": null}"#))
    let error = await #expect(throws: MediaError.self) {
      try await hoox.avatars.job(look: "l", of: "a").status()
    }
    #expect(error?.code == .malformedResponse)
  }
}
