import Foundation
import Hedra
import HedraSandbox
import Testing

/// What the sandbox does that the client cannot bring about.
@Suite(.timeLimit(.minutes(20))) struct SandboxTests {
  private func send(
    _ body: JSON?, to path: String = "generations", at sandbox: HedraSandbox,
    method: String = "POST", key: String? = HedraSandbox.apiKey
  ) async throws -> (Int, JSON) {
    let url = try #require(URL(string: "\(HedraClient.defaultURL.absoluteString)/\(path)"))
    var request = TransportRequest(method: method, url: url, body: body?.data())
    request.headers["X-API-Key"] = key
    let response = try await sandbox.send(request)
    var data = Data()
    for try await piece in response.body { data.append(piece) }
    return (response.status, try JSON(parsing: data))
  }

  static let id = Sample.asset.json

  @Test(
    arguments: [
      (["text_prompt": "A fox"], "generated_video_inputs"),
      (["type": "video_stitching"], "type"), (["type": "audio_from_video"], "type"),
      (["type": "image", "reserved_asset_id": "r"], "reserved_asset_id"),
      (
        ["type": "image", "batch_size": 2, "reserved_asset_ids": [id]], "reserved_asset_ids"
      ),
      (["type": "image", "name": .string(String(repeating: "f", count: 256))], "name"),
      (
        [
          "type": "video", "model_slug": "acme/wolf",
          "generated_video_inputs": ["text_prompt": "p"],
        ], "model_slug"
      ),
      (["type": "image", "ai_model_id": "kling"], "ai_model_id"),
      (
        [
          "type": "video", "ai_model_id": id, "generated_video_inputs": ["text_prompt": "p"],
        ], "ai_model_id"
      ),
      (["ai_model_id": .string(Sample.modelID), "generated_video_inputs": [:]], "text_prompt"),
      (["type": "image", "batch_size": 9], "batch_size"),
      (["type": "image", "workspace_id": 3], "workspace_id"),
      (["type": "image", "agent_thread_id": "t"], "agent_thread_id"),
      (["type": "image", "generation_id": "g"], "generation_id"),
      (["type": "image", "generation_id": id, "generation_ids": [id]], "generation_id"),
      (["type": "image", "batch_size": 2, "generation_ids": [id]], "generation_ids"),
      (["type": "image", "batch_size": 2, "generation_ids": [id, id]], "generation_ids"),
      (
        [
          "type": "video", "ai_model_id": .string(Sample.modelID), "seed": 1,
          "generated_video_inputs": ["text_prompt": "p"],
        ], "seed"
      ),
      (
        [
          "type": "video", "ai_model_id": .string(Sample.modelID),
          "generated_video_inputs": ["text_prompt": "p", "duration_ms": 9_000],
        ], "duration_ms"
      ),
      (["type": "video", "ai_model_id": .string(Sample.modelID)], "generated_video_inputs"),
    ] as [(JSON, String)])
  func whatIsNotDocumentedIsRefusedAndCostsNothing(body: JSON, named: String) async throws {
    let sandbox = HedraSandbox.ofFoxes(credits: 100)
    let (status, answer) = try await send(body, at: sandbox)
    #expect(status == 422)
    #expect(answer["detail"]?[0]?["loc"]?[0] == "body")
    let isNamed = answer["detail"]?.array?.contains {
      $0["loc"]?.array?.contains(.string(named)) == true
    }
    #expect(isNamed == true, "\(answer)")
    #expect(await sandbox.credits == 100)
  }

  @Test func whatIsNotSaidIsAVideoByTheUsualModel() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    let (status, answer) = try await send(
      ["generated_video_inputs": ["text_prompt": "p"]], at: sandbox)
    #expect(status == 200)
    #expect(answer["type"] == "video")
    #expect(answer["ai_model_id"] == .string(Sample.modelID))
  }

  /// A sound that is there comes before speech to make, and images to refer to before a keyframe.
  @Test func whatIsDocumentedToComeFirstComesFirst() async throws {
    let video = ModelRecord.hedra(.video)
    for extra in [
      ["audio_id": Self.id, "audio_generation": ["text": "Hello", "voice_id": Self.id]],
      ["reference_image_ids": [Self.id], "start_keyframe_id": Self.id],
    ] as [JSONObject] {
      var body: JSONObject = ["generated_video_inputs": ["text_prompt": "p"]]
      for (key, value) in extra { body[key] = value }
      for models in [[Sample.model, video], [Sample.model], [video]] {
        let (status, answer) = try await send(
          .object(body), at: HedraSandbox(models: models, clock: VirtualClock()))
        #expect(status == 200, "\(answer)")
      }
    }
  }

  /// The service takes a model by its slug or its ID, whichever of them a snapshot has.
  @Test(
    arguments: [
      ["model_slug": "acme/aurora"], ["ai_model_id": id],
      ["ai_model_id": .string(Sample.asset.uppercased())],
    ] as [JSONObject])
  func aModelIsKnownByItsSlugAndItsID(name: JSONObject) async throws {
    let record: JSONObject = [
      "id": Self.id, "slug": "acme/aurora", "name": "Aurora", "type": "video",
      "pricing": ["base_cost": 3],
    ]
    let sandbox = HedraSandbox(
      credits: 100, models: [try .hedra(.object(record))], clock: VirtualClock())
    var body: JSONObject = ["generated_video_inputs": ["text_prompt": "p"]]
    for (key, value) in name { body[key] = value }
    let (status, answer) = try await send(.object(body), at: sandbox)
    #expect(status == 200, "\(answer)")
    #expect(await sandbox.credits == 97)
    body["generated_video_inputs"] = ["text_prompt": "p", "duration_ms": "long"]
    #expect(try await send(.object(body), at: sandbox).0 == 422)
  }

  @Test func whatIsReservedIsWhatIsMade() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    let hedra = sandbox.client()
    let ids = [Sample.first, Sample.second]
    let submission = try await hedra.submit(
      Sample.image(batchSize: 2), options: HedraOptions(assetIDs: ids, batchID: "foxes"))
    #expect(submission.batch.map(\.assetID) == ids.map { $0.uuidString.lowercased() })
    #expect(submission.batchID == "foxes")
    let asset = try await hedra.createAsset(named: "n", as: .image, reservedID: Sample.first)
    #expect(asset.id == Sample.first.uuidString.lowercased())
    for options in [
      HedraOptions(assetIDs: [Sample.first]), HedraOptions(assetIDs: [Sample.first, Sample.first]),
      HedraOptions(batchID: String(repeating: "f", count: 65)),
    ] {
      let error = await #expect(throws: MediaError.self) {
        try await hedra.submit(Sample.image(batchSize: 2), options: options)
      }
      #expect(error?.code == .invalidRequest)
    }
    let error = await #expect(throws: MediaError.self) {
      try await hedra.submit(
        VoiceClone(audio: .asset(Sample.first), name: "Ann"), options: HedraOptions(batchID: "b"))
    }
    #expect(error?.property == "/batch_generation_id")
  }

  @Test func aFailureSaysItsReason() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    let hedra = sandbox.client()
    await sandbox.failNextGenerations(
      code: "MODERATION_FAILED", reasonCode: "MODERATION_OUTPUT_TRANSIENT", message: "No foxes")
    let job = try await hedra.submit(Sample.image()).job
    _ = await #expect(throws: MediaError.self) { try await job.result() }
    let generation = try #require(try await hedra.generations().first { _ in true })
    #expect(generation.error?.type == .moderationFailed)
    #expect(generation.error?.reasonCode == .moderationOutputTransient)
    #expect(generation.failure?.isRetryable == true)
  }

  @Test func aModelIsTakenWhereNoneOfItsKindIsKnown() async throws {
    let sandbox = HedraSandbox(models: [])
    let body: JSON = ["type": "video", "ai_model_id": Self.id, "anything": [1]]
    let (status, answer) = try await send(body, at: sandbox)
    #expect(status == 200)
    #expect(answer["anything"] == [1])
    #expect(await sandbox.credits == 9_990)
  }

  @Test func anIDThatIsKnownMakesNothing() async throws {
    let sandbox = HedraSandbox.ofFoxes(credits: 100)
    let body: JSON = ["type": "image", "generation_id": Sample.first.json]
    let first = try await send(body, at: sandbox)
    let second = try await send(body, at: sandbox)
    #expect(first.1["id"] == Sample.first.json)
    #expect(first.1["asset_id"] == second.1["asset_id"])
    #expect(await sandbox.credits == 90)
    let (status, _) = try await send(
      [
        "type": "image", "batch_size": 2,
        "generation_ids": [Sample.first.json, Sample.second.json],
      ], at: sandbox)
    #expect(status == 422)
    #expect(await sandbox.credits == 90)
  }

  @Test func aRequestWithoutAnIDIsGivenOne() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    let first = try await send(["type": "image"], at: sandbox)
    let second = try await send(["type": "image"], at: sandbox)
    #expect(first.1["id"] != second.1["id"])
    #expect(UUID(uuidString: first.1["id"]?.string ?? "") != nil)
  }

  @Test(
    arguments: [
      ("GET", "generations/nope/status", 422, "path"),
      ("GET", "generations/\(Sample.asset)/status", 404, nil), ("GET", "assets", 422, "query"),
      ("GET", "generations?limit=x", 422, "query"), ("GET", "generations?limit=0", 422, "query"),
      ("GET", "generations?offset=-1", 422, "query"),
      ("GET", "generations?created_after=noon", 422, "query"), ("GET", "nothing", 404, nil),
      ("DELETE", "assets/\(Sample.asset)", 404, nil), ("POST", "assets", 422, "body"),
      ("POST", "assets/\(Sample.asset)/upload", 404, nil),
    ] as [(String, String, Int, JSON?)])
  func whatIsNotThereOrWrongIsSaid(
    method: String, path: String, status: Int, part: JSON?
  ) async throws {
    let (found, answer) = try await send(
      nil, to: path, at: HedraSandbox.ofFoxes(), method: method)
    #expect(found == status)
    #expect(answer["detail"]?[0]?["loc"]?[0] == part)
  }

  @Test(arguments: ["other", nil])
  func anotherKeyIsRefused(key: String?) async throws {
    let (status, answer) = try await send(
      ["type": "image"], at: HedraSandbox.ofFoxes(), key: key)
    #expect(status == 401)
    #expect(answer["detail"]?.string != nil)
  }

  @Test func aFormWithoutAFileIsRefused() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    let asset = try await sandbox.client().createAsset(named: "fox.png", as: .image)
    let (status, answer) = try await send(
      ["file": "x"], to: "assets/\(asset.id)/upload", at: sandbox)
    #expect(status == 422)
    #expect(answer["detail"]?[0]?["loc"] == ["body", "file"])
  }

  @Test(arguments: [(nil, 403), (HedraSandbox.apiKey, 400)])
  func anAddressOfItsOwnTakesItsSignatureAndNoKey(key: String?, status: Int) async throws {
    let sandbox = HedraSandbox.ofFoxes()
    let asset = try await sandbox.client().createAsset(named: "fox.mp4", as: .video)
    let url = try #require(asset.uploadURL)
    var request = TransportRequest(method: "PUT", url: url, body: Data("fox".utf8))
    request.headers["X-API-Key"] = key
    if key == nil { request.url = try #require(URL(string: "\(url)x")) }
    #expect(try await sandbox.send(request).status == status)
  }

  @Test func aBatchThatFailsAtOnceAsAWholeIsRefused() async throws {
    let sandbox = HedraSandbox.ofFoxes(credits: 100)
    await sandbox.failNextGenerations(2, message: "No foxes", atOnce: true)
    let (status, answer) = try await send(["type": "image", "batch_size": 2], at: sandbox)
    #expect(status == 400)
    #expect(answer["detail"] == "No foxes")
    #expect(await sandbox.credits == 100)
  }

  @Test func aRateThatIsSetIsKept() async throws {
    let clock = VirtualClock()
    let sandbox = HedraSandbox(models: [], requestsPerMinute: 2, clock: clock)
    for status in [200, 200, 429] {
      #expect(try await send(nil, to: "voices", at: sandbox, method: "GET").0 == status)
    }
    clock.advance(by: .seconds(60))
    #expect(try await send(nil, to: "voices", at: sandbox, method: "GET").0 == 200)
  }
}
