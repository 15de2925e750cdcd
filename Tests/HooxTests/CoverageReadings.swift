import Foundation
import Hoox
import HooxSandbox
import HooxTestModels
import ServiceTestSupport
import Testing

extension CoverageReadings {
  /// The readings of Hoox's answers.
  static func ofHoox() async throws -> [String: Reading] {
    var all = CoverageReadings()
    try await all.readModels()
    try await all.readPrices()
    try await all.readAssets()
    try await all.readLooks()
    try await all.readAvatarsAndVoices()
    try await all.readFolders()
    try all.readWebhooks()
    try await all.readErrors()
    return all.readings
  }

  /// Adds a reading for each of `values`: the field, the property and what it has.
  mutating func add(
    _ call: String, _ values: [(String, String, JSON?)], of type: String, at place: String = "",
    in answer: JSON
  ) {
    for (field, name, value) in values {
      add(call, place + field, "\(type).\(name)", value, of: answer)
    }
  }

  mutating func readModels() async throws {
    let record: JSONObject = [
      "name": "kling-pro", "label": "Kling 2.6 Pro", "base_cost": 7.5, "has_audio": true,
      "tags": ["new"], "max_resolution": "4k", "max_duration": ["seconds": 10],
      "required_plans": ["PRO"],
      "capabilities": [
        "max_images": 1, "min_images": 0, "supported_aspect_ratios": ["16:9"],
        "default_aspect_ratio": "9:16", "supported_durations": [5, 10], "default_duration": 5,
        "input_types": ["image"],
      ],
    ]
    let list: JSON = [
      "type": "video", "provider": "kling", "models": [.object(record)], "count": 1,
    ]
    let models = try await CannedAnswer(body: list.text()).client.models(type: .video)
    let model = try #require(models.first)
    let call = "GET asset/models"
    let filter = "HooxClient.models(type:provider:tag:)"
    add(call, "type", "HooxModel.type", model.type, of: list)
    add(call, "provider", "HooxModel.provider", model.provider, of: list)
    add(call, "count", filter, models.count, of: list)
    add(
      call,
      [
        ("name", "name", model.name.json), ("label", "label", model.label?.json),
        ("base_cost", "baseCost", model.baseCost?.json),
        ("has_audio", "hasAudio", model.hasAudio?.json), ("tags", "tags", model.tags.json),
        ("max_resolution", "maximumResolution", model.maximumResolution?.json),
        ("max_duration", "maximumDuration", model.maximumDuration),
        ("required_plans", "requiredPlans", model.requiredPlans.json),
      ], of: "HooxModel", at: "models[0].", in: list)
    let can = model.capabilities
    add(
      call,
      [
        ("max_images", "maximumImages", can.maximumImages?.json),
        ("min_images", "minimumImages", can.minimumImages?.json),
        ("supported_aspect_ratios", "aspectRatios", can.aspectRatios.json),
        ("default_aspect_ratio", "defaultAspectRatio", can.defaultAspectRatio?.json),
        ("supported_durations", "durations", can.durations.json),
        ("default_duration", "defaultDuration", can.defaultDuration?.json),
        ("input_types", "inputTypes", can.inputTypes),
      ], of: "HooxModel.Capabilities", at: "models[0].capabilities.", in: list)
    try await readModel(record)
  }

  private mutating func readModel(_ record: JSONObject) async throws {
    var whole = record
    whole["settings"] = [
      [
        "key": "generateAudio", "type": "boolean", "label": "audio", "options": [true, false],
        "default_value": true, "affects_cost": true,
      ]
    ]
    whole["max_prompt_length"] = 2_500
    whole["restricted_countries"] = ["US"]
    whole["input_schema"] = ["type": "object"]
    let answer = JSON.object(whole)
    let model = try await CannedAnswer(body: answer.text()).client.model("kling-pro")
    let setting = try #require(model.settings.first)
    let call = "GET asset/models/{name}"
    add(
      call,
      [
        ("key", "key", setting.key?.json), ("type", "type", setting.type?.json),
        ("label", "label", setting.label?.json), ("options", "options", .array(setting.options)),
        ("default_value", "defaultValue", setting.defaultValue),
        ("affects_cost", "affectsCost", setting.affectsCost?.json),
      ], of: "HooxModel.Setting", at: "settings[0].", in: answer)
    add(
      call,
      [
        ("max_prompt_length", "maximumPromptLength", model.maximumPromptLength?.json),
        ("restricted_countries", "restrictedCountries", model.restrictedCountries.json),
      ], of: "HooxModel", in: answer)
    add(call, "input_schema", "ModelRecord.inputSchema", model.record.inputSchema, of: answer)
  }

  mutating func readPrices() async throws {
    let answer: JSON = [
      "model": "veo-3.1", "cost_per_generation": 80, "total_cost": 160, "currency": "credits",
      "generation_count": 2,
      "normalized": ["duration": "6s", "duration_in_seconds": 6, "resolution": "720p"],
    ]
    let price = try await CannedAnswer(body: answer.text()).client
      .price(HooxPriceQuery(model: "veo-3.1"))
    let call = "POST asset/pricing"
    add(
      call,
      [
        ("model", "model", price.model?.json),
        ("cost_per_generation", "costPerGeneration", price.costPerGeneration.json),
        ("total_cost", "totalCost", price.totalCost.json),
        ("currency", "currency", price.currency?.json),
        ("generation_count", "generationCount", price.generationCount?.json),
      ], of: "HooxPrice", in: answer)
    let changed = price.normalized
    add(
      call,
      [
        ("duration", "object", changed?.object["duration"]),
        ("duration_in_seconds", "duration", changed?.duration.map { Int($0 / .seconds(1)).json }),
        ("resolution", "resolution", changed?.resolution?.json),
      ], of: "HooxPrice.Normalized", at: "normalized.", in: answer)
  }

  mutating func readAssets() async throws {
    let accepted: JSON = [
      "asset_ids": ["a", "b"], "status": "generating", "count": 2, "cost_per_generation": 60,
      "total_cost": 120,
    ]
    let sent = try await CannedAnswer(body: accepted.text()).client
      .submit(Pebble(prompt: "p"))
    add(
      "POST asset/start",
      [
        ("asset_ids", "jobs", sent.jobs.map(\.id).json),
        ("status", "rawStatus", sent.rawStatus?.json),
        ("count", "jobs", sent.jobs.count.json),
        ("cost_per_generation", "costPerGeneration", sent.costPerGeneration?.json),
        ("total_cost", "totalCost", sent.totalCost?.json),
      ], of: "HooxSubmission", in: accepted)

    let answer: JSON = [
      "asset_id": "a", "status": "failed", "type": "video", "url": "https://a.b/c.mp4",
      "thumbnail_url": "https://a.b/c.png", "width": 1_920, "height": 1_080,
      "duration_seconds": 6.5, "cost": 8, "created_at": "2026-11-21T10:00:00Z",
      "generation_params": ["duration": "6s"], "error": ["code": "c", "message": "m"],
    ]
    let asset = try await CannedAnswer(body: answer.text()).client.asset("a")
    let failure = try #require(asset.failure)
    add(
      "GET asset/status/{assetId}",
      [
        ("asset_id", "id", asset.id.json), ("status", "status", asset.status.json),
        ("type", "type", asset.type?.json), ("url", "url", asset.url?.json),
        ("thumbnail_url", "thumbnailURL", asset.thumbnailURL?.json),
        ("width", "width", asset.width?.json), ("height", "height", asset.height?.json),
        ("duration_seconds", "duration", asset.duration.map { ($0 / .seconds(1)).json }),
        ("cost", "cost", asset.cost?.json), ("created_at", "createdAt", asset.createdAt?.json),
        ("generation_params", "generationParameters", .object(asset.generationParameters)),
        ("error.code", "failure", failure.code?.json),
        ("error.message", "failure", failure.message.json),
      ], of: "HooxAsset", in: answer)
  }

  mutating func readFolders() async throws {
    let answer: JSON = [
      "id": "f", "name": "Foxes", "type": "assets", "parent_folder_id": "p",
      "created_at": "2026-11-21T10:00:00Z",
    ]
    let folder = try await CannedAnswer(body: answer.text()).client.createFolder(named: "Foxes")
    add(
      "POST folder/create",
      [
        ("id", "id", folder.id.json), ("name", "name", folder.name.json),
        ("type", "kind", folder.kind?.json),
        ("parent_folder_id", "parentID", folder.parentID?.json),
        ("created_at", "createdAt", folder.createdAt?.json),
      ], of: "HooxFolder", in: answer)
    let list: JSON = ["folders": [answer]]
    let folders = try await CannedAnswer(body: list.text()).client.folders()
    add(
      "GET folder/list", "folders", "HooxClient.folders(kind:)",
      JSON.array(folders.map { .object($0.object) }), of: list)
  }

  mutating func readErrors() async throws {
    for answer: JSON in [
      ["error": "e", "code": "C"],
      ["error": "e", "details": [["code": "c", "message": "m", "field": "f"]]],
    ] {
      let error = try #require(
        await #expect(throws: MediaError.self) {
          try await CannedAnswer(status: 400, body: answer.text()).client.folders()
        })
      let call = "any call that is refused"
      guard let field = error.fieldErrors.first else {
        add(call, "error", "MediaError.message", error.message, of: answer)
        add(call, "code", "MediaError.serviceCode", error.serviceCode, of: answer)
        continue
      }
      for (name, value) in [
        ("code", field.code), ("message", field.message), ("field", field.field),
      ] {
        add(call, "details[0].\(name)", "MediaError.fieldErrors", value, of: answer)
      }
    }
  }
}

extension CannedAnswer {
  /// A client of a service that answers so.
  var client: HooxClient {
    HooxClient(
      apiKey: APIKey(HooxSandbox.apiKey), configuration: ClientConfiguration.once.over(self))
  }
}
