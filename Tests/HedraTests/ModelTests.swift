import Foundation
import Hedra
import HedraSandbox
import ServiceTestSupport
import Testing

/// What the service says of its models, and what a request costs by it.
@Suite(.timeLimit(.minutes(20))) struct ModelTests {
  @Test func everythingThatARecordSaysIsRead() async throws {
    let model = try #require(try await HedraSandbox.ofFoxes().client().models().first)
    #expect(model.id == Sample.modelID)
    #expect(model.summary == "Foxes.")
    #expect(model.type == .video)
    #expect(model.aspectRatios == ["16:9", "9:16"])
    #expect(model.resolutions == ["540p", "1080p"])
    #expect(model.durations == ["5", "8"])
    #expect(model.takesCustomResolution == true)
    #expect(model.maximumDuration == .seconds(8))
    #expect(model.priceDetails?.creditCost == 7)
    #expect(model.priceDetails?.billingUnit == "second")
    #expect(model.pricing?.creditsPerSecond == 7)
    #expect(model.pricing?.modifiers == ["resolution": ["540p": 0.5, "1080p": 3]])
    let size = model.dimension(aspectRatio: "16:9", resolution: "540p")
    #expect(size == model.dimension(aspectRatio: "540p", resolution: "16:9"))
    #expect(size?.width == 960)
    #expect(size?.height == 540)
    #expect(model.dimension(aspectRatio: "9:16", resolution: "540p") == nil)
  }

  @Test func aRecordWithNothingButItsNameIsRead() throws {
    let model = HedraModel(try ModelRecord(json: ["name": "n", "pricing": nil]))
    #expect(model.id == "n")
    #expect(model.durations.isEmpty)
    #expect(model.requiresStartFrame == nil)
    #expect(model.pricing == nil)
    #expect(model.priceDetails == nil)
  }

  @Test func typesAreAskedForOneByOne() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    let hedra = sandbox.client()
    #expect(try await hedra.models(types: [.image, .video]).count == 1)
    #expect(try await hedra.models(types: [.image]).isEmpty)
    #expect(
      await sandbox.receivedRequests.map(\.url.query) == ["types=image&types=video", "types=image"])
  }

  @Test(
    arguments: [
      // The documented formula: ⌈(base + rate × seconds) × modifiers⌉.
      (["base_cost": 4], nil, [:], 4), (["base_cost": 4], 10, [:], 4),
      (["credits_per_second": 7], 5, [:], 35),
      (["base_cost": 2, "credits_per_second": 3], 1.5, [:], 7),
      (
        ["credits_per_second": 7, "modifiers": ["resolution": ["540p": 0.5]]], 5,
        ["resolution": "540p"], 18
      ),
      (
        ["credits_per_second": 7, "modifiers": ["resolution": ["540p": 0.5]]], 5,
        ["resolution": "720p"], 35
      ),
      (
        ["base_cost": 10, "modifiers": ["a": ["x": 1.1], "b": ["y": 3.0]]], nil,
        ["a": "x", "b": "y"], 33
      ),
      (["base_cost": 4, "modifiers": ["resolution": [:]]], nil, [:], 4),
      // What the price depends on is missing.
      (["credits_per_second": 7], nil, [:], nil),
      (["base_cost": 4, "modifiers": ["resolution": ["540p": 0.5]]], nil, [:], nil),
      (["base_cost": nil, "credits_per_second": nil], 5, [:], nil), ([:], 5, [:], nil),
    ] as [(JSONObject, Double?, [String: String], Decimal?)])
  func aPriceFollowsTheFormula(
    pricing: JSONObject, seconds: Double?, values: [String: String], credits: Decimal?
  ) throws {
    let record = try ModelRecord(json: ["name": "n", "pricing": .object(pricing)])
    let found = HedraModel(record).pricing?.credits(
      for: seconds.map { .seconds($0) }, values: values)
    #expect(found == credits)
  }

  @Test(arguments: [
    (FoxVideo(textPrompt: "A fox", resolution: "540p", duration: 5_000), Decimal?(18)),
    (
      FoxVideo(textPrompt: "A fox", resolution: "1080p", duration: 5_500, batchSize: 2),
      Decimal?(232)
    ),
    (FoxVideo(textPrompt: "A fox", resolution: "540p"), nil),
    (FoxVideo(textPrompt: "A fox", duration: 5_000), nil),
  ])
  func aRequestIsPricedByWhatTheServiceSaysNow(
    request: FoxVideo, credits: Decimal?
  ) async throws {
    let sandbox = HedraSandbox.ofFoxes()
    let hedra = sandbox.client()
    #expect(try await hedra.price(of: request).total == credits)
    #expect(HedraModel(FoxVideo.model).estimatedCredits(of: request) == credits)
    #expect(
      try await hedra.price(of: RawRequest(request.json.object ?? [:], to: Sample.model)).total
        == credits)
    // The sandbox debits what the formula says.
    guard let credits else { return }
    _ = try await hedra.submit(request, maxCost: credits)
    #expect(await sandbox.credits == 1_000 - credits)
  }

  @Test(arguments: [
    (FoxVideo(textPrompt: "A fox", resolution: "540p", duration: 5_000), "costs 18 credits"),
    (FoxVideo(textPrompt: "A fox", resolution: "540p"), "cannot be told"),
  ])
  func whatIsTooExpensiveIsNotSubmitted(request: FoxVideo, reason: String) async throws {
    let sandbox = HedraSandbox.ofFoxes()
    let error = await #expect(throws: MediaError.self) {
      try await sandbox.client().submit(request, maxCost: 17)
    }
    #expect(error?.code == .tooExpensive)
    #expect(error?.message.contains(reason) == true)
    #expect(await sandbox.receivedRequests.map(\.endpoint) == [.listModels])
  }

  @Test(
    arguments: [
      (
        [
          "type": "video",
          "generated_video_inputs": [
            "duration_ms": 1_000,
            "multi_prompt": [["prompt": "a", "duration_ms": 2_000], ["duration_ms": 3_500]],
          ],
        ], 55
      ),
      (["type": "video", "generated_video_inputs": ["multi_prompt": [["prompt": "a"]]]], nil),
      (
        [
          "type": "video",
          "generated_video_inputs": ["duration_ms": 1_000, "generate_audio": false],
        ], 5
      ),
      (["type": "text_to_music"], 100), (["type": "text_to_music", "music_length_ms": 3_000], 30),
      (["type": "text_to_music", "music_length_ms": nil], nil),
      (
        ["type": "video_upscale", "duration_ms": 1_000, "target_fps": 60, "fps_engine": "smooth"],
        15
      ),
      (["type": "video_upscale", "duration_ms": 1_000, "target_fps": 60], 10),
      (
        ["type": "video_upscale", "duration_ms": 1_000, "target_fps": 60, "fps_engine": "odd"], nil
      ),
    ] as [(JSONObject, Decimal?)])
  func whatThePriceDependsOnIsReadWhereTheKindHasIt(
    members: JSONObject, credits: Decimal?
  ) async throws {
    let record: JSON = [
      "id": nil, "slug": "acme/aurora", "name": "Aurora", "type": "video",
      "fps_engines": [
        ["name": "fast", "price_multiplier": 1], ["name": "smooth", "price_multiplier": 1.5],
      ],
      "pricing": ["credits_per_second": 10, "modifiers": ["generate_audio": ["false": 0.5]]],
    ]
    var body = members
    body["model_slug"] = "acme/aurora"
    let hedra = CannedAnswer(body: "[\(record.text())]").client
    #expect(try await hedra.price(of: Sample.request(body)).total == credits)
  }

  @Test(
    arguments: [
      (["type": "voice_clone"], nil), (["ai_model_id": "unheard of"], nil),
      (["type": "text_to_sound", "ai_model_id": .string(Sample.modelID)], nil),
    ] as [(JSONObject, Decimal?)])
  func aRequestToNoKnownModelHasNoPrice(body: JSONObject, credits: Decimal?) async throws {
    let hedra = HedraSandbox.ofFoxes().client()
    #expect(try await hedra.price(of: Sample.request(body)).total == credits)
  }
}
