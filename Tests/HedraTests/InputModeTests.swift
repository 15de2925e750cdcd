import Foundation
import Hedra
import Testing

/// What becomes of the modes and the conditions of a record of `GET /models`.
@Suite struct InputModeTests {
  private static let image: JSONObject = ["type": "image", "role": "start_frame", "required": true]
  private static let ends: JSONObject = ["type": "image", "role": "end_frame", "required": true]
  private static let references: JSONObject = [
    "type": "image", "role": "reference", "min_count": 2, "max_count": 4,
    "max_file_size_bytes": 1_000, "min_dimension_px": 300, "min_aspect_ratio": 0.4,
    "max_aspect_ratio": 2.5,
  ]
  private static let sounds: JSONObject = [
    "type": "audio", "role": "reference", "max_count": 3, "min_duration_ms": 1_500,
    "max_duration_ms": 15_000, "max_total_duration_ms": 15_000,
  ]

  /// Begins with an image, or with one and ends with another, or refers to some.
  private static let modes: JSON = [
    ["mode": "image_to_video", "slots": [.object(image)]],
    ["mode": "first_last_frame_to_video", "slots": [.object(image), .object(ends)]],
    ["mode": "reference_to_video", "slots": [.object(references), .object(sounds)]],
  ]

  private func model(_ members: JSONObject) throws -> ModelRecord {
    var record: JSONObject = ["slug": "acme/aurora", "name": "Aurora", "type": "video"]
    for (key, value) in members { record[key] = value }
    return try .hedra(.object(record))
  }

  private func violations(
    _ members: JSONObject, _ inputs: JSONObject = [:], of model: ModelRecord
  ) throws -> Int {
    var inputs = inputs
    inputs["text_prompt"] = "p"
    var body: JSONObject = [
      "type": "video", "model_slug": "acme/aurora", "generated_video_inputs": .object(inputs),
    ]
    for (key, value) in members { body[key] = value }
    return try RawRequest(body, to: model).violations().count
  }

  private static let id = Sample.asset.json

  @Test(
    arguments: [
      ([:], true), (["start_keyframe_id": id], true),
      (["start_keyframe_url": "https://example.com/a.png"], true),
      (["start_keyframe_id": id, "end_keyframe_id": id], true), (["end_keyframe_id": id], false),
      (["reference_image_ids": [id, id]], true), (["reference_image_ids": [id]], false),
      (["reference_image_ids": [id, id, id, id, id]], false),
      (["reference_image_ids": [id, id], "reference_audio_ids": [id]], true),
      (["reference_image_ids": [id, id], "start_keyframe_id": id], false),
      (["reference_audio_ids": [id], "end_keyframe_url": "https://example.com/a.png"], false),
    ] as [(JSONObject, Bool)])
  func whatGoesTogetherIsWhatTheModesSay(members: JSONObject, isTaken: Bool) throws {
    let model = try model(["inputs": Self.modes])
    #expect((try violations(members, of: model) == 0) == isTaken)
  }

  @Test func whatIsTakenIsSaid() throws {
    let properties = try #require(try model(["inputs": Self.modes]).inputSchema?["properties"])
    for key in ["video_id", "audio_id", "audio_generation", "reference_video_ids"] {
      #expect(properties[key] == nil, "\(key)")
    }
    let images = try #require(properties["reference_image_ids"])
    #expect(images["x-media"] == "image" && images["x-media-max-bytes"] == 1_000)
    #expect(images["minItems"] == 2 && images["maxItems"] == 4)
    #expect(
      images["description"] == """
        The image assets to refer to. At least 300 pixels each way. From 0.4 to 2.5 times as wide as high.
        """)
    #expect(
      properties["reference_audio_ids"]?["description"] == """
        The audio assets to refer to. From 1.5 to 15 seconds long. At most 15 seconds in all.
        """)
  }

  /// A mode's input that the model cannot do without in any mode is required where it makes nothing of a prompt
  /// alone, which only a video needs no input for.
  @Test(
    arguments: [
      (["requires_start_frame": true], true), (["requires_start_frame": false], false),
      ([:], false), (["type": "image"], true),
    ] as [(JSONObject, Bool)])
  func anInputIsRequiredWhereNothingIsMadeWithoutIt(members: JSONObject, isRequired: Bool) throws {
    var members = members
    members["inputs"] = [["mode": "m", "slots": [.object(Self.image)]]]
    let model = try model(members)
    let type = model.inputSchema?["properties"]?["type"]?["const"] ?? .null
    let body: JSONObject = [
      "type": type, "model_slug": "acme/aurora", "text_prompt": "p",
      "generated_video_inputs": ["text_prompt": "p"],
    ]
    var own = body
    own[type == "image" ? "generated_video_inputs" : "text_prompt"] = nil
    #expect(try RawRequest(own, to: model).violations().isEmpty != isRequired)
  }

  /// Nothing is concluded from what is not understood.
  @Test(
    arguments: [
      nil, "any", [["mode": "m"]],
      [["mode": "m", "slots": [["type": "three_d", "role": "reference"]]]],
      [["mode": "m", "slots": [["type": "image", "role": "depth"]]]],
      [["mode": "m", "slots": [1]]],
    ] as [JSON])
  func modesThatCannotBeReadLeaveTheFlags(modes: JSON) throws {
    let flags: JSONObject = ["requires_end_frame": false, "requires_audio_input": true]
    var members = flags
    members["inputs"] = modes
    #expect(try model(members).inputSchema == model(flags).inputSchema)
  }

  @Test(
    arguments: [
      (["resolution": "1080p", "duration_ms": 10_000], [:], false),
      (["resolution": "1080p", "duration_ms": 5_000], [:], true),
      (["resolution": "720p", "duration_ms": 10_000], [:], true),
      (["duration_ms": 10_000], [:], true),
      (["resolution": "4K"], ["reference_image_ids": [id]], false),
      (["resolution": "4K"], [:], true),
    ] as [(JSONObject, JSONObject, Bool)])
  func whatHoldsBesideOtherValuesIsChecked(
    inputs: JSONObject, members: JSONObject, isTaken: Bool
  ) throws {
    let model = try model([
      "resolutions": ["720p", "1080p", "4K"], "default_resolution": "720p",
      "conditional_constraints": [
        ["when": ["resolution": "1080p"], "then": ["durations": [5_000]]],
        ["when": ["references_present": true], "then": ["disallowed_resolutions": ["4K"]]],
        ["when": ["weather": "rain"], "then": ["durations": [1]]],
        ["when": ["resolution": "720p"], "then": ["audio_input_max_duration_ms": 1]], "?",
      ],
    ])
    #expect((try violations(members, inputs, of: model) == 0) == isTaken)
  }

  /// Where none is asked for, the default resolution is meant.
  @Test func aConditionOnTheDefaultResolutionHoldsWhereNoneIsSent() throws {
    let model = try model([
      "resolutions": ["720p", "1080p"], "default_resolution": "1080p",
      "conditional_constraints": [
        ["when": ["resolution": "1080p"], "then": ["durations": [5_000]]]
      ],
    ])
    #expect(try violations([:], ["duration_ms": 10_000], of: model) == 1)
    #expect(try violations([:], ["duration_ms": 10_000, "resolution": "720p"], of: model) == 0)
  }
}
