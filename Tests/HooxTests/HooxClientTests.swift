import Foundation
import Hoox
import HooxSandbox
import HooxTestModels
import Testing

@Suite struct HooxClientTests {
  let clock = VirtualClock()

  private func sandbox(credits: Decimal = 1_000) -> (HooxSandbox, HooxClient) {
    let sandbox = HooxSandbox.played(credits: credits, clock: clock)
    return (sandbox, sandbox.client())
  }

  @Test func aRequestBecomesAFile() async throws {
    let (sandbox, hoox) = sandbox()
    let submission = try await hoox.submit(Lantern(prompt: "A fox", duration: .seconds8))
    #expect(submission.costPerGeneration == 32)
    #expect(submission.totalCost == 32)
    #expect(submission.rawStatus == "generating")
    #expect(await sandbox.credits == 968)
    var statuses: [String] = []
    for try await status in submission.job.updates where status.rawStatus != statuses.last {
      statuses.append(status.rawStatus)
    }
    #expect(statuses == ["pending", "generating", "completed"])
    let asset = try await submission.job.result()
    #expect(asset.id == submission.job.id)
    #expect(asset.type == .video)
    #expect(asset.thumbnailURL != nil)
    #expect(asset.cost == 32)
    #expect(asset.createdAt != nil)
    #expect(asset.generationParameters["prompt"] == "A fox")
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try await hoox.download(asset, to: folder)
    #expect(file.lastPathComponent == "\(asset.id).mp4")
    let bytes = try Data(contentsOf: file)
    #expect(bytes.dropFirst(4).prefix(4) == Data("ftyp".utf8))
  }

  @Test func anImageIsAPNGWithoutAThumbnail() async throws {
    let (_, hoox) = sandbox()
    let asset = try await hoox.submit(Pebble(prompt: "A fox")).job.result()
    #expect(asset.type == .image)
    #expect(asset.thumbnailURL == nil)
    #expect(asset.duration == nil)
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = try await hoox.download(asset, to: folder, named: "fox")
    #expect(file.lastPathComponent == "fox.png")
    #expect(try Data(contentsOf: file).prefix(4) == Data([0x89, 0x50, 0x4e, 0x47]))
  }

  @Test func aCallerSaysWhatMayBeSaved() async throws {
    let (_, hoox) = sandbox()
    let asset = try await hoox.submit(Pebble(prompt: "A fox")).job.result()
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let tooLarge = await #expect(throws: MediaError.self) {
      try await hoox.download(asset, to: folder, maximumSize: 20)
    }
    #expect(tooLarge?.code == .responseTooLarge)
    let strange = await #expect(throws: MediaError.self) {
      try await hoox.download(asset, to: folder, expecting: .video)
    }
    #expect(strange?.code == .notSaved)
    _ = try await hoox.download(asset, to: folder, expecting: .image, maximumSize: 1_000)
    _ = try await hoox.download(asset, to: folder, overwriting: true)
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.path) == ["\(asset.id).png"])
  }

  @Test func eachGenerationIsAJobOfItsOwn() async throws {
    let (sandbox, hoox) = sandbox()
    await sandbox.failNextGenerations(1, code: "nsfw", message: "The prompt was refused")
    let submission = try await hoox.submit(Kite(prompt: "p", generationCount: 4))
    #expect(submission.jobs.count == 4)
    #expect(Set(submission.jobs.map(\.id)).count == 4)
    #expect(submission.totalCost == 30)
    let error = await #expect(throws: MediaError.self) { try await submission.jobs[0].result() }
    #expect(error?.code == .generationFailed)
    #expect(error?.serviceCode == "nsfw")
    #expect(error?.message == "Hoox made nothing: The prompt was refused")
    #expect(error?.job == submission.jobs[0].handle)
    for job in submission.jobs.dropFirst() {
      #expect(try await job.result().status == .completed)
    }
    #expect(await sandbox.credits == 1_000 - 22.5)
  }

  @Test func aJobIsResumedFromItsStoredHandle() async throws {
    let (_, hoox) = sandbox()
    let submission = try await hoox.submit(Pebble(prompt: "p"))
    let stored = try JSONEncoder().encode(submission.job.handle)
    let resumed = hoox.job(try JSONDecoder().decode(JobHandle.self, from: stored))
    #expect(resumed.handle == submission.job.handle)
    #expect(resumed.handle.model == "pebble")
    #expect(try await resumed.result().status == .completed)
    #expect(try await hoox.job(id: submission.job.id).result().status == .completed)
  }

  @Test func theWaitEndsAtItsDeadlineAndTheJobGoesOn() async throws {
    let sandbox = HooxSandbox.played(pace: .init(generating: .seconds(3_600)), clock: clock)
    let hoox = sandbox.client(
      configuration: .init(polling: PollingPolicy(jitter: 0, deadline: .seconds(60))))
    let job = try await hoox.submit(Pebble(prompt: "p")).job
    let error = await #expect(throws: MediaError.self) { try await job.result() }
    #expect(error?.code == .timedOut)
    #expect(error?.job == job.handle)
    clock.advance(by: .seconds(3_600))
    #expect(try await job.result().status == .completed)
  }

  @Test func anInvalidRequestIsNotSent() async throws {
    let (sandbox, hoox) = sandbox()
    let request = Tide(
      prompt: String(repeating: "a", count: 3_001),
      references: Array(repeating: .asset("a"), count: 13), generationCount: 5)
    let error = await #expect(throws: MediaError.self) { try await hoox.submit(request) }
    #expect(error?.code == .invalidRequest)
    #expect(error?.violations.count == 3)
    #expect(error?.model == "tide")
    #expect(error?.description.contains("tests snapshot of") == true)
    #expect(await sandbox.receivedRequests.isEmpty)
    #expect(await sandbox.credits == 1_000)
  }

  @Test func tooFewCreditsAreTheirOwnError() async throws {
    let (sandbox, hoox) = sandbox(credits: 31)
    let error = await #expect(throws: MediaError.self) {
      try await hoox.submit(Lantern(prompt: "p", duration: .seconds8))
    }
    #expect(error?.code == .insufficientCredits)
    #expect(error?.httpStatus == 402)
    #expect(await sandbox.credits == 31)
  }

  @Test func theListOfModelsIsFilteredAndWhole() async throws {
    let (sandbox, hoox) = sandbox()
    #expect(try await hoox.models().count == 9)
    let birch = try await hoox.models(type: .video, provider: "birch")
    #expect(birch.count == 3)
    // The service gives what all of them have in common once, beside the list.
    #expect(birch.allSatisfy { $0.type == "video" && $0.provider == "birch" })
    #expect(try await hoox.models(tag: "motion").count == 1)
    #expect(try await hoox.models(type: "hologram").isEmpty)
    let queries = await sandbox.receivedRequests.map { $0.url.query() ?? "" }
    #expect(
      queries == ["", "type=video&provider=birch", "tag=motion", "type=hologram"])
  }

  @Test func aModelHasItsSchema() async throws {
    let (_, hoox) = sandbox()
    let model = try await hoox.model("kite")
    #expect(model.label == "Kite")
    #expect(model.baseCost == 7.5)
    #expect(model.maximumPromptLength == 2_500)
    #expect(model.capabilities.durations == [5, 10])
    #expect(model.settings.first?.affectsCost == true)
    #expect(model.inputSchema?["dependentRequired"]?["end_image"] == ["start_image"])
    let error = await #expect(throws: MediaError.self) { try await hoox.model("sora-9") }
    #expect(error?.code == .notFound)
  }

  @Test func aPriceSaysWhatTheServicePutRight() async throws {
    let (sandbox, hoox) = sandbox()
    let price = try await hoox.price(
      HooxPriceQuery(model: "lantern", duration: 7, resolution: "720p", generationCount: 2))
    #expect(price.normalized?.object["duration"] == "6s")
    #expect(price.normalized?.duration == .seconds(6))
    #expect(price.normalized?.resolution == nil)
    #expect(price.costPerGeneration == 24)
    #expect(price.totalCost == 48)
    #expect(price.currency == "credits")
    #expect(try await hoox.price(of: Lantern(prompt: "p")).normalized == nil)
    #expect(await sandbox.credits == 1_000)
  }

  @Test func aModelWithoutATypeIsCheckedAgainstTheSchemaThatItHasNow() async throws {
    let model = try ModelRecord(json: [
      "name": "brand-new", "type": "image",
      "input_schema": [
        "type": "object", "required": ["prompt"],
        "properties": ["prompt": ["type": "string"], "steps": ["type": "integer", "maximum": 9]],
      ],
    ])
    let sandbox = HooxSandbox(models: [model], clock: clock)
    let hoox = sandbox.client()
    let fetched = try await hoox.model("brand-new")
    let request = try RawRequest(["prompt": "p", "steps": 4], to: fetched)
    #expect(try await hoox.price(HooxPriceQuery(request)).totalCost == 10)
    #expect(try await hoox.submit(request).job.result().type == .image)
    #expect(
      await sandbox.receivedRequests.first { $0.endpoint == .start }?.body
        == ["type": "image", "model": "brand-new", "prompt": "p", "steps": 4])
    let wrong = try RawRequest(["steps": 10], to: fetched)
    let error = await #expect(throws: MediaError.self) { try await hoox.submit(wrong) }
    #expect(error?.violations.map(\.rule).sorted() == ["maximum", "required"])
    let listed = try #require(try await hoox.models().first)
    #expect(throws: MediaError.self) { try RawRequest([:], to: listed) }
  }

  @Test func foldersAreCreatedAndListed() async throws {
    let (_, hoox) = sandbox()
    let campaign = try await hoox.createFolder(named: "Summer Campaign")
    #expect(campaign.kind == .assets)
    #expect(campaign.parentID == nil)
    #expect(campaign.createdAt != nil)
    let clips = try await hoox.createFolder(named: "Clips", kind: .assets, in: campaign.id)
    #expect(clips.parentID == campaign.id)
    _ = try await hoox.createFolder(named: "Cuts", kind: .videos)
    #expect(try await hoox.folders().map(\.name) == ["Summer Campaign", "Clips", "Cuts"])
    #expect(try await hoox.folders(kind: .videos).map(\.name) == ["Cuts"])
    let error = await #expect(throws: MediaError.self) {
      try await hoox.createFolder(named: "x", kind: .videos, in: campaign.id)
    }
    #expect(error?.fieldErrors.first?.field == "parent_folder_id")
  }
}
