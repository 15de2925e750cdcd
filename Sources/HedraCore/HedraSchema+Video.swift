/// Videos.
extension HedraSchema {
  /// The members of a `video`.
  static func video(_ model: HedraInputs) -> JSONObject {
    var members: JSONObject = ["generated_video_inputs": inputs(model)]
    if model.startFrame != .absent {
      members["start_keyframe_id"] = startFrame
      members["start_keyframe_url"] = url("The address of the image that the video begins with.")
    }
    if model.endFrame != .absent {
      members["end_keyframe_id"] = id("The image asset that the video ends with.")
      members["end_keyframe_url"] = url("The address of the image that the video ends with.")
    }
    if model.audio != .absent {
      for (key, schema) in audio { members[key] = schema }
    }
    if model.takesReferences { members[HedraInputs.references] = references }
    if model.video != .absent {
      members["video_id"] = id("The video asset whose motion the video takes over.")
    }
    members["batch_size"] = batch(of: "videos")
    return members
  }

  /// The members of a `motion_control`.
  static func motionControl(_ model: HedraInputs) -> JSONObject {
    var model = model
    model.takesSpeakerPosition = false
    return [
      "generated_video_inputs": inputs(model),
      "video_id": id("The video asset whose motion the character takes over."),
      "start_keyframe_id": id("The image asset of the character."),
    ]
  }

  private static func inputs(_ model: HedraInputs) -> JSON {
    var members: JSONObject = [
      "text_prompt": prompt(model, "What the video shows, in words."),
      "aspect_ratio": described(model.aspectRatio, "The shape of the frame."),
      "resolution": described(model.resolution, "The size of the frame."),
      "duration_ms": described(
        model.duration,
        "The length of the video, in milliseconds."
          + (model.audio == .required ? " Left out, it follows the audio." : "")),
    ]
    if model.takesSpeakerPosition { members["bounding_box_target"] = point }
    if model.characterOrientation != .absent {
      members["character_orientation"] = [
        "type": "string", "enum": ["video", "image"],
        "description": """
        Whose orientation the character has: that of the video, for motions of up to 30 seconds, or \
        that of its image, for movements of the camera of up to 10.
        """,
      ]
    }
    members["enhance_prompt"] = enhancing
    let orientation = model.characterOrientation == .required ? ["character_orientation"] : []
    return object(members, required: ["text_prompt"] + orientation, description: "What to make.")
  }

  private static let point: JSON = [
    "type": "array", "minItems": 2, "maxItems": 2,
    "prefixItems": [
      ["title": "x", "type": "number", "minimum": 0, "maximum": 1],
      ["title": "y", "type": "number", "minimum": 0, "maximum": 1],
    ],
    "description": "Where the main speaker is in the image, each way from 0 to 1.",
  ]

  private static var audio: JSONObject {
    var generation: JSONObject = ["type": ["const": "text_to_speech"]]
    for (key, schema) in speech { generation[key] = schema }
    generation["model_id"] = id("The ID of the model that speaks.")
    return [
      "audio_id": id("The audio asset that is heard."),
      "audio_generation": object(
        generation, required: ["type", "text", "voice_id"],
        description: "Speech that the service makes first."),
      "audio_start_ms": [
        "type": "integer",
        "description": """
        Where the audio begins, in milliseconds: above 0 its start is cut off, below 0 there is \
        silence before it.
        """,
      ],
    ]
  }

  /// The members of a `video_to_video` besides the model.
  static let edit: JSONObject = [
    "video_id": id("The video asset to change."),
    "prompt": text(
      "What to change, in words. `@Image1` is the first of the images, `@Element1` of the elements."
    ),
    "reference_image_asset_ids": ids("The image assets to take the style from."),
    "elements": [
      "type": "array", "description": "Characters to follow.",
      "items": object(
        [
          "frontal_image_asset_id": id("The image asset that shows it from the front."),
          "reference_image_asset_ids": ids("Image assets that show it from other sides."),
        ], required: ["frontal_image_asset_id"], description: "A character to follow."),
    ],
    "keep_audio": [
      "type": "boolean", "default": false, "description": "Whether the video keeps its sound.",
    ],
  ]
}
