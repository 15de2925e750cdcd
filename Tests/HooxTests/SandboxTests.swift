import Foundation
import Hoox
import HooxSandbox
import HooxTestModels
import Testing

/// What the sandbox does that the client cannot bring about.
@Suite struct SandboxTests {
  private func start(
    _ body: JSON, at sandbox: HooxSandbox, path: String = "asset/start"
  ) async throws -> (Int, JSON) {
    let url = HooxClient.defaultURL.appending(path: path)
    let response = try await sandbox.send(
      TransportRequest(
        method: "POST", url: url, headers: ["Authorization": "Bearer \(HooxSandbox.apiKey)"],
        body: body.data()))
    var data = Data()
    for try await piece in response.body { data.append(piece) }
    return (response.status, try JSON(parsing: data))
  }

  /// Whatever a client asks for, the sandbox goes on.
  @Test(arguments: [Int.max, .min, -1, 0])
  func aPriceOfAnyLengthIsOfOneThatTheModelMakes(duration: Int) async throws {
    let body: JSON = ["model": "veo-3.1", "duration": duration.json]
    let (status, answer) = try await start(body, at: HooxSandbox(), path: "asset/pricing")
    #expect(status == 200 && answer["normalized"]?["duration_in_seconds"]?.int != nil)
  }

  @Test(
    arguments: [
      (["type": "video", "model": "lantern"], "prompt"),
      (["type": "image", "model": "lantern", "prompt": "p"], "type"),
      (["type": "video", "model": "sora-9", "prompt": "p"], "model"),
      (["type": "video", "model": "lantern", "prompt": "p", "duration": 7], "duration"),
      (
        ["type": "video", "model": "lantern", "prompt": "p", "aspect_ratio": "1:1"], "aspect_ratio"
      ),
      (["type": "video", "model": "lantern", "prompt": "p", "seed": 1], "seed"),
      (
        ["type": "video", "model": "lantern", "prompt": "p", "generation_count": 5],
        "generation_count"
      ),
      (
        [
          "type": "video", "model": "kite", "prompt": "p",
          "end_image": ["url": "https://a.b/c"],
        ], "start_image"
      ),
      (
        ["type": "video", "model": "ferry", "prompt": "p", "references": []], "references"
      ),
      (
        [
          "type": "video", "model": "lantern", "prompt": "p",
          "references": [["url": "https://a.b/c", "asset_id": "x"]],
        ], "references"
      ),
    ] as [(JSON, String)])
  func whatTheSchemaForbidsIsRefusedAndCostsNothing(body: JSON, named: String) async throws {
    let sandbox = HooxSandbox.played(credits: 100)
    let (status, answer) = try await start(body, at: sandbox)
    #expect(status == 400)
    #expect(answer["details"]?.text().contains(named) == true, "\(answer)")
    #expect(await sandbox.credits == 100)
  }

  @Test func whatTheSchemaAllowsIsTaken() async throws {
    let sandbox = HooxSandbox.played()
    let (status, answer) = try await start(
      [
        "type": "video", "model": "lantern", "prompt": "p", "duration": 8, "generation_count": 2,
        "webhook_url": "https://a.b/c",
      ], at: sandbox)
    #expect(status == 201)
    #expect(answer["asset_ids"]?.array?.count == 2)
    #expect(answer["count"] == 2)
    #expect(answer["status"] == "generating")
    #expect(answer["total_cost"] == 64)
  }

  /// A client shows what is wrong at the field, also where that is missing.
  @Test(
    arguments: [
      (["type": "video", "model": "lantern"], "prompt"),
      (["type": "video", "model": "ferry", "prompt": "p"], "references"),
      (
        [
          "type": "video", "model": "kite", "prompt": "p",
          "end_image": ["url": "https://a.b/c"],
        ], "start_image"
      ),
      (["type": "video", "model": "lantern", "prompt": "p", "webhook_url": 7], "webhook_url"),
      (["type": "video", "model": "lantern", "prompt": "p", "webhook_url": "a"], "webhook_url"),
      (["type": "video", "model": "lantern", "prompt": "p", "folder_id": "nope"], "folder_id"),
      (["type": "video", "model": "lantern", "prompt": "p", "file_name": [1]], "file_name"),
      (
        ["type": "video", "model": "lantern", "prompt": "p", "parent_media_id": 1],
        "parent_media_id"
      ),
    ] as [(JSON, String)])
  func whatIsWrongIsSaidAtItsField(body: JSON, field: String) async throws {
    let (status, answer) = try await start(body, at: HooxSandbox.played())
    #expect(status == 400)
    #expect(
      answer["details"]?.array?.contains { $0["field"]?.string == field } == true, "\(answer)")
  }

  @Test(
    arguments: [
      ([:], "name"), (["name": ""], "name"), (["name": 7], "name"),
      (["name": "n", "type": 7], "type"), (["name": "n", "type": "films"], "type"),
      (["name": "n", "parent_folder_id": 7], "parent_folder_id"),
      (["name": "n", "parent_folder_id": "nope"], "parent_folder_id"),
    ] as [(JSON, String)])
  func aFolderIsChecked(body: JSON, field: String) async throws {
    let (status, answer) = try await start(body, at: HooxSandbox(), path: "folder/create")
    #expect(status == 400)
    #expect(answer["details"]?[0]?["field"]?.string == field)
  }

  @Test func aFolderHasToBeThere() async throws {
    let sandbox = HooxSandbox.played()
    let hoox = sandbox.client()
    let assets = try await hoox.createFolder(named: "Foxes").id
    let videos = try await hoox.createFolder(named: "Films", kind: .videos).id
    for (folder, parent, expected) in [
      (assets, nil, 201), (videos, nil, 400), ("nope", "662f", 201),
    ] as [(String, String?, Int)] {
      var body: JSONObject = [
        "type": "video", "model": "lantern", "prompt": "p", "folder_id": .string(folder),
      ]
      body["parent_media_id"] = parent.map(JSON.string)
      #expect(try await start(.object(body), at: sandbox).0 == expected)
    }
  }

  @Test(
    arguments: [
      (["model": "lantern", "generation_count": "two"], "generation_count"),
      (["model": "lantern", "generation_count": 9], "generation_count"),
      (["model": "lantern", "duration": "8"], "duration"),
      (["model": "lantern", "resolution": 720], "resolution"),
      (["model": "lantern", "image_count": "1"], "image_count"),
      (["model": "lantern", "model_settings": true], "model_settings"),
    ] as [(JSON, String)])
  func aQuestionForAPriceIsChecked(body: JSON, field: String) async throws {
    let (status, answer) = try await start(body, at: HooxSandbox.played(), path: "asset/pricing")
    #expect(status == 400)
    #expect(answer["details"]?[0]?["field"]?.string == field)
  }

  /// Generated types carry no prose; the service's records have it.
  @Test func recordsHaveLabelsAndDescriptions() async throws {
    let model = try ModelRecord(
      json: [
        "name": "aurora-pro", "type": "video", "x-notes": "n",
        "settings": [
          ["key": "generateAudio", "default_value": true],
          ["key": "camera_fixed", "label": "Still"],
        ],
        "input_schema": [
          "type": "object", "required": ["prompt"],
          "properties": [
            "prompt": ["type": "string"],
            "duration": ["type": "integer", "x-unit": "seconds", "description": "How long."],
            "references": [
              "type": "array", "maxItems": 2,
              "items": ["type": "object", "properties": ["url": ["type": "string"]]],
            ],
          ],
        ],
      ])
    let served = try await HooxSandbox(models: [model]).client().model("aurora-pro").record
    #expect(served.label == "Aurora Pro")
    #expect(
      served.object["settings"]?.array?.map { $0["label"] ?? .null } == ["audio", "Still"])
    let properties = served.inputSchema?["properties"]
    #expect(properties?["prompt"]?["description"] == "What to generate, in words.")
    #expect(properties?["duration"] == ["type": "integer", "description": "How long."])
    #expect(properties?["references"]?["description"] == "Reference media, 0 to 2.")
    #expect(
      properties?["references"]?["items"]?["properties"]?["url"]?["description"]?.string != nil)
    #expect(!served.json.text().contains("x-"))
  }

  @Test func failedGenerationsAreRefundedOnce() async throws {
    let clock = VirtualClock()
    let sandbox = HooxSandbox.played(credits: 100, clock: clock)
    await sandbox.failNextGenerations()
    _ = try await sandbox.client().submit(Lantern(prompt: "p"))
    #expect(await sandbox.credits == 68)
    clock.advance(by: .seconds(60))
    #expect(await sandbox.credits == 100)
    clock.advance(by: .seconds(60))
    #expect(await sandbox.credits == 100)
  }

  @Test func theCallerSetsCreditsAndPrices() async throws {
    let sandbox = HooxSandbox.played()
    await sandbox.setCredits(5)
    await sandbox.setBaseCost(2.5, of: "pebble")
    let submission = try await sandbox.client().submit(
      Pebble(prompt: "p", generationCount: 2))
    #expect(submission.totalCost == 5)
    #expect(await sandbox.credits == 0)
  }

  @Test func webhooksSayHowAJobEnded() async throws {
    let clock = VirtualClock()
    let sandbox = HooxSandbox.played(clock: clock)
    let hoox = sandbox.client()
    await sandbox.failNextGenerations(1, code: "nsfw", message: "Refused")
    let bad = try await hoox.submit(Pebble(prompt: "p")).job
    let good = try await hoox.submit(Lantern(prompt: "p")).job
    #expect(await sandbox.webhookPayload(for: good.id) == nil)
    clock.advance(by: .seconds(60))
    let completed = try HooxWebhook(
      parsing: #require(await sandbox.webhookPayload(for: good.id)))
    #expect(completed.task == .assetGeneration)
    #expect(completed.assetID == good.id)
    #expect(completed.status == .completed)
    #expect(completed.url != nil)
    #expect(completed.type == .video)
    #expect(completed.failure == nil)
    let failed = try HooxWebhook(parsing: #require(await sandbox.webhookPayload(for: bad.id)))
    #expect(failed.status == .failed)
    #expect(failed.failure == JobFailure(code: "nsfw", message: "Refused", isRefunded: true))
    #expect(failed.deliveryKey != completed.deliveryKey)
  }
}
