import Foundation
import Hedra
import HedraSandbox
import ServiceTestSupport
import Testing

@Suite(.timeLimit(.minutes(20))) struct HedraClientTests {
  let clock = VirtualClock()

  private func sandbox() -> (HedraSandbox, HedraClient) {
    let sandbox = HedraSandbox.ofFoxes(clock: clock)
    return (sandbox, sandbox.client())
  }

  @Test func aVideoIsMadeAndSaved() async throws {
    let (sandbox, hedra) = sandbox()
    let submission = try await hedra.submit(
      FoxVideo(textPrompt: "A fox", resolution: "540p", duration: 5_000))
    #expect(submission.status == .queued)
    #expect(submission.progress == 0)
    #expect(submission.remainingTime == .seconds(45))
    #expect(submission.createdAt != nil)
    #expect(submission.id == submission.job.id)
    #expect(submission.job.handle.model == "Fox Video")
    #expect(submission.object["generated_video_inputs"]?["text_prompt"] == "A fox")
    // 7 credits a second, half of it at 540p, rounded up.
    #expect(await sandbox.credits == 1_000 - 18)

    var statuses: [String] = []
    var progress: [Double] = []
    for try await status in submission.job.updates {
      if status.rawStatus != statuses.last { statuses.append(status.rawStatus) }
      progress.append(try #require(status.progress))
    }
    #expect(statuses == ["queued", "processing", "complete"])
    #expect(progress == progress.sorted() && progress.first == 0 && progress.last == 1)

    let result = try await submission.job.result()
    #expect(result.assetID == submission.assetID)
    #expect(result.type == .video)
    #expect(result.url?.pathExtension == "mp4")
    #expect(result.streamingURL != nil)
    #expect(result.asset == nil)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    // The sandbox refuses whoever shows a key at the address of a file.
    let file = try await hedra.download(result, to: folder)
    #expect(file.lastPathComponent == "\(try #require(result.assetID)).mp4")
    #expect(try Data(contentsOf: file).dropFirst(4).prefix(4) == Data("ftyp".utf8))
  }

  @Test func theKeyIsInAHeaderFieldOfItsOwn() async throws {
    let recorder = Recorder(answering: "[]")
    _ = try await recorder.client.voices()
    let request = try #require(recorder.requests.first)
    #expect(request.url.absoluteString == "https://api.hedra.com/web-app/public/voices")
    #expect(request.headers["X-API-Key"] == HedraSandbox.apiKey)
    #expect(request.headers["Authorization"] == nil)
  }

  @Test func aRequestWithoutATypeIsCheckedAndSent() async throws {
    let (sandbox, hedra) = sandbox()
    var body: JSONObject = ["type": "video", "ai_model_id": .string(Sample.modelID)]
    body["generated_video_inputs"] = ["text_prompt": "A fox"]
    let submission = try await hedra.submit(RawRequest(body, to: Sample.model))
    #expect(try await submission.job.result().type == .video)
    body["generated_video_inputs"] = ["text_prompt": ""]
    let error = await #expect(throws: MediaError.self) {
      try await hedra.submit(RawRequest(body, to: Sample.model))
    }
    #expect(error?.code == .invalidRequest)
    #expect(await sandbox.requests(to: .generate).count == 1)
  }

  @Test func whatBreaksTheSchemaIsNotSent() async throws {
    let (sandbox, hedra) = sandbox()
    let error = await #expect(throws: MediaError.self) {
      try await hedra.submit(FoxVideo(textPrompt: "A fox", resolution: "8K"))
    }
    #expect(error?.code == .invalidRequest)
    #expect(error?.property == "/generated_video_inputs/resolution")
    #expect(await sandbox.receivedRequests.isEmpty)
  }

  @Test func whatAccompaniesARequestIsSentWithIt() async throws {
    let (sandbox, hedra) = sandbox()
    let options = HedraOptions(
      workspaceID: "w-1", agentThreadID: Sample.second, generationIDs: [Sample.first])
    let submission = try await hedra.submit(FoxVideo(textPrompt: "A fox"), options: options)
    #expect(
      await sandbox.lastBody == [
        "type": "video", "ai_model_id": .string(Sample.modelID),
        "generated_video_inputs": ["text_prompt": "A fox"], "workspace_id": "w-1",
        "agent_thread_id": Sample.second.json, "generation_id": Sample.first.json,
      ])
    #expect(submission.job.id == "01010101-0101-4101-8101-010101010101")
  }

  @Test func everyGenerationHasAnIDThatTheClientMade() async throws {
    let (sandbox, hedra) = sandbox()
    let single = try await hedra.submit(Sample.image())
    #expect(await sandbox.lastBody?["generation_id"]?.string == single.job.id)
    #expect(UUID(uuidString: single.job.id)?.json == .string(single.job.id))
    let batch = try await hedra.submit(Sample.image(batchSize: 3))
    let body = try #require(await sandbox.lastBody)
    #expect(body["generation_id"] == nil)
    #expect(body["generation_ids"] == batch.jobs.map(\.id).json)
    #expect(Set(batch.jobs.map(\.id) + [single.job.id]).count == 4)
  }

  @Test(
    arguments: [
      (["batch_size": 2], [Sample.first]), (["batch_size": 2], [Sample.first, Sample.first]),
      ([:], [Sample.first, Sample.second]), (["batch_size": 0], []), (["batch_size": 9], []),
      (["generation_id": "nope"], []), (["generation_ids": [1]], []),
      (["generation_id": Sample.first.json, "generation_ids": [Sample.first.json]], []),
      (["batch_size": 2, "generation_ids": [Sample.first.json]], []),
    ] as [(JSONObject, [UUID])])
  func idsThatDoNotFitAreNotSent(members: JSONObject, ids: [UUID]) async throws {
    let (sandbox, hedra) = sandbox()
    var request = try Sample.image()
    for (key, value) in members { request.body[key] = value }
    let sent = request
    let error = await #expect(throws: MediaError.self) {
      try await hedra.submit(sent, options: HedraOptions(generationIDs: ids))
    }
    #expect(error?.code == .invalidRequest)
    #expect(error?.property?.tokens.count == 1)
    #expect(await sandbox.receivedRequests.isEmpty)
  }

  @Test func idsInARequestWithoutATypeAreKept() async throws {
    let (sandbox, hedra) = sandbox()
    var single = try Sample.image()
    single.body["generation_id"] = .string(Sample.first.uuidString)
    #expect(try await hedra.submit(single).job.id == "01010101-0101-4101-8101-010101010101")
    var batch = try Sample.image(batchSize: 1)
    batch.body["generation_ids"] = [Sample.second.json]
    #expect(try await hedra.submit(batch).jobs.map { $0.id.json } == [Sample.second.json])
    // Those of the options go before them, and no others are left beside them.
    single.body["batch_size"] = 2
    let ids = [UUID(), UUID()]
    _ = try await hedra.submit(single, options: HedraOptions(generationIDs: ids))
    #expect(await sandbox.lastBody?["generation_id"] == nil)
    #expect(await sandbox.lastBody?["generation_ids"] == ids.json)
  }

  @Test func creditsAreCounted() async throws {
    let (sandbox, hedra) = sandbox()
    await sandbox.setCost(25, of: Sample.asset)
    _ = try await hedra.submit(Sample.image(batchSize: 2))
    let credits = try await hedra.credits()
    #expect(credits.remaining == 950)
    #expect(credits.used == 50)
    #expect(credits.expiring == 0)
    #expect(credits.workspaces.isEmpty)
    await sandbox.setCredits(30)
    let error = await #expect(throws: MediaError.self) {
      try await hedra.submit(Sample.image(batchSize: 2))
    }
    #expect(error?.code == .insufficientCredits)
    #expect(await sandbox.credits == 30)
  }
}
