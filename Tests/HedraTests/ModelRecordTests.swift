import Foundation
import Hedra
import Testing

/// What becomes of a record of `GET /models`.
@Suite struct ModelRecordTests {
  /// The schema of a video model's record with some members, and the one of its inputs.
  private func schema(_ members: JSONObject) throws -> (body: JSON, inputs: JSON) {
    var record: JSONObject = ["id": "d1", "name": "Aurora", "type": "video"]
    for (key, value) in members { record[key] = value }
    let schema = try #require(try ModelRecord.hedra(.object(record)).inputSchema)
    return (schema, schema["properties"]?["generated_video_inputs"] ?? .null)
  }

  @Test func aRecordWithoutANameIsRefused() {
    #expect(throws: JSONMismatch.self) { try ModelRecord.hedra(["id": "d1dd37a3"]) }
    #expect(throws: JSONMismatch.self) { try ModelRecord.hedra("Aurora") }
  }

  @Test func theRecordsOwnMembersSurvive() throws {
    let record: JSONObject = [
      "name": "Aurora", "id": "d1", "type": "video", "unheard_of": ["a": 1],
      "label": "The service's own", "durations": ["5"],
    ]
    let model = try ModelRecord.hedra(.object(record))
    for (key, value) in record { #expect(model.object[key] == value, "\(key)") }
    #expect(model.label == "The service's own")
    #expect(model.object.keys.last == "input_schema")
    #expect(try ModelRecord.hedra(model.json) == model)
  }

  @Test func theCommonMembersAreThere() throws {
    let model = try ModelRecord.hedra([
      "name": "Aurora", "type": "image", "aspect_ratios": ["16:9"], "resolutions": ["1K", "2K"],
      "default_resolution": "1K", "durations": ["5s", "auto"], "max_prompt_length": 90,
      "pricing": [
        "base_cost": 12, "credits_per_second": nil, "modifiers": ["resolution": ["2K": 2]],
      ],
    ])
    #expect(model.label == "Aurora")
    #expect(model.object["base_cost"] == 12)
    #expect(
      model.object["capabilities"] == [
        "supported_aspect_ratios": ["16:9"], "supported_resolutions": ["1K", "2K"],
        "default_resolution": "1K", "supported_durations": [5],
      ])
    #expect(model.object["settings"] == [["key": "resolution", "affects_cost": true]])
    #expect(model.object["max_prompt_length"] == 90)
  }

  @Test func aPriceThatDependsOnTheDurationIsNoBaseCost() throws {
    let model = try ModelRecord.hedra([
      "name": "Aurora", "type": "video",
      "pricing": ["base_cost": 2, "credits_per_second": 7, "modifiers": ["resolution": [:]]],
    ])
    #expect(model.object["base_cost"] == nil)
    #expect(model.object["settings"]?.array?.map { $0["key"] } == ["duration_ms"])
    let request = try RawRequest([:], to: model)
    let inputs = try #require(request.fields.first { $0.wireName == "generated_video_inputs" })
    #expect(inputs.fields.first { $0.wireName == "duration_ms" }?.affectsCost == true)
  }

  @Test(
    arguments: [
      (["5", "10"], [5000, 10000], nil), (["5s", "10s"], [5000, 10000], nil),
      (["5000", "2500ms"], [5000, 2500], nil), (["auto", "5", "5s"], [5000], nil),
      ([5, 10], [5000, 10000], nil), (["auto"], nil, 9000),
      (["5", "as long as the audio"], nil, 9000),
      (["9223372036854775807s"], nil, 9000), ([], nil, 9000), (nil, nil, 9000), ("5", nil, 9000),
    ] as [(JSON, JSON, JSON?)])
  func durationsAreReadHoweverTheyAreSpelled(
    durations: JSON, milliseconds: JSON, most: JSON?
  ) throws {
    let inputs = try schema(["durations": durations, "max_duration_ms": 9000]).inputs
    let duration = try #require(inputs["properties"]?["duration_ms"])
    #expect(duration["type"] == "integer")
    #expect(duration["enum"] ?? .null == milliseconds)
    #expect(duration["maximum"] == most)
  }

  @Test(
    arguments: [
      (["aspect_ratios": ["1:1", "1:1", "auto"]], "aspect_ratio", ["1:1", "auto"]),
      (["aspect_ratios": []], "aspect_ratio", nil), (["aspect_ratios": nil], "aspect_ratio", nil),
      (["aspect_ratios": [1]], "aspect_ratio", nil), ([:], "aspect_ratio", nil),
      (["aspect_ratios": ["1:1"], "aspect_ratio_range": [0.4, 2.5]], "aspect_ratio", nil),
      (["resolutions": ["720p", "1440p (2K QHD)"]], "resolution", ["720p", "1440p (2K QHD)"]),
      (["resolutions": ["720p"], "custom_resolution": false], "resolution", ["720p"]),
      (["resolutions": ["720p"], "custom_resolution": true], "resolution", nil),
    ] as [(JSONObject, String, JSON)])
  func whatIsListedIsClosed(members: JSONObject, property: String, values: JSON) throws {
    let schema = try #require(try schema(members).inputs["properties"]?[property])
    #expect(schema["enum"] ?? .null == values)
    #expect(schema["type"] == "string" || schema["anyOf"]?[1] == ["type": "string"])
  }

  @Test(
    arguments: [
      ("requires_start_frame", ["start_keyframe_id", "start_keyframe_url"]),
      ("requires_end_frame", ["end_keyframe_id", "end_keyframe_url"]),
      ("requires_audio_input", ["audio_id", "audio_generation"]),
      ("requires_input_video", ["video_id"]),
    ])
  func aFlagSaysWhetherAnInputIsThere(flag: String, keys: [String]) throws {
    let required = try RawRequest(
      ["type": "video", "ai_model_id": "d1", "generated_video_inputs": ["text_prompt": "p"]],
      to: .hedra(["id": "d1", "name": "Aurora", "type": "video", .init(flag): true]))
    #expect(required.violations().count == 1)
    for unknown: JSON in [nil, "yes", 1] {
      let body = try schema([flag: unknown]).body
      for key in keys { #expect(body["properties"]?[key] != nil, "\(key)") }
    }
    let absent = try schema([flag: false]).body
    for key in keys { #expect(absent["properties"]?[key] == nil, "\(key)") }
    #expect(JSON.array(absent["allOf"]?.array ?? []).text().contains(keys[0]) == false)
  }

  @Test func aModelThatHasToHaveAKeyframeTakesNoReferences() throws {
    let open = try schema([:]).body
    #expect(open["properties"]?["reference_image_ids"] != nil)
    for flag in ["requires_start_frame", "requires_end_frame"] {
      #expect(try schema([flag: true]).body["properties"]?["reference_image_ids"] == nil)
    }
  }

  @Test func aModelThatRequiresAnOrientationIsAskedForMotionControl() throws {
    let (body, inputs) = try schema(["requires_character_orientation": true])
    #expect(body["properties"]?["type"] == ["const": "motion_control"])
    #expect(inputs["required"] == ["text_prompt", "character_orientation"])
    let other = try schema(["requires_character_orientation": false])
    #expect(other.body["properties"]?["type"] == ["const": "video"])
    #expect(other.inputs["properties"]?["character_orientation"] == nil)
  }

  @Test func onlyCharacter3TakesTheSpeakersPosition() throws {
    #expect(try schema([:]).inputs["properties"]?["bounding_box_target"] == nil)
    let character = try schema(["id": "d1dd37a3-e39a-4854-a298-6510289f9cf2"])
    #expect(character.inputs["properties"]?["bounding_box_target"] != nil)
  }

  @Test(
    arguments: [
      ("text_to_speech", "model_id"), ("text_to_sound", "ai_model_id"), ("image", "ai_model_id"),
      ("audio_from_video", "audio_generation_model_id"),
      ("video_with_audio", "video_generation_model_id"), ("video_stitching", "ai_model_id"),
    ])
  func theKindAndTheModelAreConstants(type: String, key: String) throws {
    let body = try schema(["type": .string(type)]).body
    #expect(body["properties"]?["type"] == ["const": .string(type)])
    #expect(body["properties"]?[key] == ["const": "d1"])
    for name in ["type", key] {
      #expect(body["required"]?.array?.contains(.string(name)) == true, "\(name)")
    }
  }

  @Test(arguments: [nil, "d1"] as [JSON])
  func aModelIsNamedByItsSlugWhereItHasOne(id: JSON) throws {
    let body = try schema(["id": id, "slug": "acme/aurora"]).body
    #expect(body["properties"]?["model_slug"] == ["const": "acme/aurora"])
    #expect(body["properties"]?["ai_model_id"] == nil)
    #expect(body["required"]?.array?.contains("model_slug") == true)
  }

  @Test func whatMakesMusicIsAskedForByAnotherWord() throws {
    let body = try schema(["type": "music", "slug": "acme/song"]).body
    #expect(body["properties"]?["type"] == ["const": "text_to_music"])
    #expect(body["required"] == ["type", "model_slug", "prompt"])
  }

  @Test func whatAnUpscalerOffersIsClosed() throws {
    let body = try schema([
      "type": "video_upscale", "target_frame_rates": [30, 60],
      "fps_engines": [["name": "fast", "price_multiplier": 1], ["name": "smooth"]],
      "options": [
        ["name": "look", "type": "enum", "values": ["film", "flat"], "default": "flat"],
        ["name": "grain", "type": "boolean", "default": false], "?",
      ],
    ]).body
    let properties = try #require(body["properties"])
    #expect(properties["target_fps"]?["enum"] == [30, 60])
    #expect(properties["fps_engine"]?["enum"] == ["fast", "smooth"])
    #expect(properties["fps_engine"]?["default"] == "fast")
    #expect(
      properties["options"]?["properties"] == [
        "look": ["type": "string", "enum": ["film", "flat"], "default": "flat"],
        "grain": ["type": "boolean", "default": false],
      ])
  }

  @Test(
    arguments: [
      [:], ["type": 7], ["type": "agent_response", "id": 7], ["type": "video", "id": nil],
      [
        "type": "video", "aspect_ratios": "wide", "resolutions": [nil], "durations": [[:]],
        "pricing": 3, "price_details": [], "max_duration_ms": "long", "requires_start_frame": "no",
      ],
    ] as [JSONObject])
  func aStrangeRecordLeavesTheSchemaOpen(members: JSONObject) throws {
    var record = members
    record["name"] = "Aurora"
    let model = try ModelRecord.hedra(.object(record))
    let body: JSONObject = [
      "type": members["type"]?.string.map(JSON.string) ?? "video", "unheard_of": 1,
      "generated_video_inputs": [
        "text_prompt": "p", "aspect_ratio": "x", "resolution": "y", "duration_ms": 1,
      ],
    ]
    #expect(try RawRequest(body, to: model).violations().isEmpty)
  }

  @Test func recordsOfOneNameAreToldApart() throws {
    let records: [JSON] = [
      ["name": "Veo", "id": "9963e814-d1ee-4518"], ["name": "Veo", "slug": "google/veo"],
      ["name": "Sora", "id": "b1ee5a44-0f2a-4bba"], ["name": "Veo", "id": "fb657777-6b02-478d"],
    ]
    let models = try ModelRecord.hedra(records)
    #expect(models.map(\.name) == ["Veo 9963e814", "Veo google/veo", "Sora", "Veo fb657777"])
    #expect(models.map(\.label) == ["Veo", "Veo", "Sora", "Veo"])
  }

  @Test func promptsAreAsLongAsTheRecordSays() throws {
    let inputs = try schema(["min_prompt_length": 2, "max_prompt_length": 90]).inputs
    #expect(inputs["properties"]?["text_prompt"]?["minLength"] == 2)
    #expect(inputs["properties"]?["text_prompt"]?["maxLength"] == 90)
  }
}
