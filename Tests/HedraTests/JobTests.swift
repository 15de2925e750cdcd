import Foundation
import Hedra
import HedraSandbox
import ServiceTestSupport
import Testing

/// What a job's status means.
@Suite(.timeLimit(.minutes(20))) struct JobTests {
  let clock = VirtualClock()

  @Test func aJobThatTheServiceDoesNotKnowYetIsWaitedFor() async throws {
    let sandbox = HedraSandbox.ofFoxes(
      pace: HedraSandbox.Pace(unknown: .seconds(40)), clock: clock)
    let job = try await sandbox.client().submit(FoxVideo(textPrompt: "A fox")).job
    var statuses: [String] = []
    for try await status in job.updates { statuses.append(status.rawStatus) }
    #expect(statuses.prefix(3) == ["404", "404", "404"])
    #expect(statuses.last == "complete")
    #expect(!statuses.drop { $0 == "404" }.contains("404"))
  }

  @Test func aJobThatTheServiceNeverLearnsOfIsNotFound() async throws {
    let sandbox = HedraSandbox.ofFoxes(
      pace: HedraSandbox.Pace(unknown: .seconds(86_400)), clock: clock)
    let job = try await sandbox.client().submit(FoxVideo(textPrompt: "A fox")).job
    let start = clock.now
    let error = await #expect(throws: MediaError.self) { try await job.result() }
    #expect(error?.code == .notFound)
    #expect(error?.job == job.handle)
    #expect(start.duration(to: clock.now) >= .seconds(120))
    #expect(start.duration(to: clock.now) < .seconds(180))
  }

  @Test func aJobOfWhichNobodyKnowsWhenItWasSubmittedIsNotFoundAtOnce() async throws {
    let hedra = HedraSandbox.ofFoxes(clock: clock).client()
    let old = JobHandle(
      service: "Hedra", id: Sample.asset, submittedAt: .now.addingTimeInterval(-3_600))
    let future = JobHandle(
      service: "Hedra", id: Sample.asset, submittedAt: .now.addingTimeInterval(3_600))
    for job in [hedra.job(id: Sample.asset), hedra.job(old), hedra.job(future)] {
      let error = await #expect(throws: MediaError.self) { try await job.status() }
      #expect(error?.code == .notFound)
    }
  }

  @Test func anImageWithoutAnAddressIsLookedUp() async throws {
    let sandbox = HedraSandbox.ofFoxes(saysWhereImagesAre: false, clock: clock)
    let hedra = sandbox.client()
    let result = try await hedra.submit(Sample.image()).job.result()
    #expect(result.report.url == nil)
    #expect(result.url?.pathExtension == "png")
    #expect(result.asset?.id == result.assetID)
    let lookups = await sandbox.requests(to: .listAssets).map(\.url.query)
    #expect(lookups == ["type=image&ids=\(try #require(result.assetID))"])
  }

  /// It is complete, and its address may be a moment late.
  @Test(arguments: [
    SandboxFault.error(400, code: "", "No"), .body("[]"), .body("{}"),
    .body(#"[{"id": "another"}]"#), .serverError, .rateLimited(),
  ])
  func anImageThatIsNotFoundIsLookedUpAgain(fault: SandboxFault) async throws {
    let sandbox = HedraSandbox.ofFoxes(saysWhereImagesAre: false, clock: clock)
    await sandbox.script(fault, for: .listAssets)
    let hedra = sandbox.client(configuration: .once)
    let result = try await hedra.submit(Sample.image()).job.result()
    #expect(result.url != nil)
    #expect(await sandbox.requests(to: .listAssets).count == 2)
  }

  @Test func anImageThatIsNeverFoundIsAnError() async throws {
    let body = #"{"id": "g", "status": "complete", "type": "image", "url": null}"#
    let error = await #expect(throws: MediaError.self) {
      try await CannedAnswer(body: body).client.job(id: "g").result()
    }
    #expect(error?.code == .malformedResponse)
    #expect(error?.message == "The generation g is complete, and has no address.")
  }

  @Test(arguments: [
    (#"{"id": "g", "status": "error", "error_message": "m"}"#, "m", nil),
    (#"{"id": "g", "status": "error", "error": {"type": "T", "message": "m"}}"#, "m", "T"),
    (#"{"status": "error", "error": "m"}"#, "m", nil),
    (#"{"status": "error", "error_message": null}"#, "The service gave no reason.", nil),
  ])
  func aGenerationThatFailedSaysWhy(body: String, message: String, code: String?) async throws {
    let hedra = CannedAnswer(body: body).client
    let error = await #expect(throws: MediaError.self) {
      try await hedra.job(id: "g").result()
    }
    #expect(error?.code == .generationFailed)
    #expect(error?.message == "Hedra made nothing: \(message)")
    #expect(error?.serviceCode == code)
    #expect(try await hedra.report(on: "g").failure?.message == message)
  }

  @Test(arguments: [
    ("queued", true), ("pending", true), ("processing", false), ("finalizing", false),
    ("unheard_of", false), ("", false),
  ])
  func anUnknownStatusSurvivesAndCountsAsRunning(word: String, isWaiting: Bool) async throws {
    let body = #"{"id": 7, "status": "\#(word)", "progress": 2.5, "mood": "good"}"#
    let hedra = CannedAnswer(body: body.replacingOccurrences(of: "7", with: #""g""#)).client
    let status = try await hedra.job(id: "g").status()
    #expect(status.rawStatus == word)
    #expect(!status.isTerminal)
    #expect(status.progress == 1)
    if case .waiting = status.state { #expect(isWaiting) } else { #expect(!isWaiting) }
    #expect(try await hedra.report(on: "g").object["mood"] == "good")
  }

  @Test func idsThatAreNoUUIDsStayUsable() async throws {
    let body = #"{"status": "complete", "asset_id": "asset-9", "url": "https://a.b/c.mp4"}"#
    let result = try await CannedAnswer(body: body).client.job(id: "gen_1").result()
    #expect(result.id == "gen_1")
    #expect(result.assetID == "asset-9")
  }

  @Test func questionsFollowTheAdvice() async throws {
    let sandbox = HedraSandbox.ofFoxes(
      pace: HedraSandbox.Pace(processing: .seconds(200)), clock: clock)
    let job = try await sandbox.client().submit(FoxVideo(textPrompt: "A fox")).job
    _ = try await job.result()
    let asked = await sandbox.requests(to: .status).count
    // One at once, and then one every 15 to 30 seconds.
    #expect((8...14).contains(asked), "\(asked)")
  }
}
