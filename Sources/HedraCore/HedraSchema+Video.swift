/// Videos.
extension HedraSchema {
  /// The members of a `video`.
  static func video(_ model: HedraInputs) -> JSONObject {
    var members: JSONObject = ["generated_video_inputs": inputs(model)]
    if model.startFrame != .absent {
      members["start_keyframe_id"] = model.limiting(
        media(.image, "The image asset that the video begins with."), of: .startFrame)
      members["start_keyframe_url"] = url("The address of the image that the video begins with.")
    }
    if model.endFrame != .absent {
      members["end_keyframe_id"] = model.limiting(
        media(.image, "The image asset that the video ends with."), of: .endFrame)
      members["end_keyframe_url"] = url("The address of the image that the video ends with.")
    }
    if model.audio != .absent {
      for (key, schema) in audio(model) { members[key] = schema }
    }
    for (key, schema) in references(model, isVideo: true) { members[key] = schema }
    if model.video != .absent {
      members["video_id"] = model.limiting(
        media(.video, "The video asset whose motion the video takes over, or which it goes on."),
        of: .video)
    }
    members["batch_size"] = batch(of: "videos")
    members["name"] = title
    return members
  }

  /// The members of a `motion_control`.
  static func motionControl(_ model: HedraInputs) -> JSONObject {
    var model = model
    model.takesSpeakerPosition = false
    return [
      "generated_video_inputs": inputs(model),
      "video_id": model.limiting(
        media(.video, "The video asset whose motion the character takes over."), of: .video),
      "start_keyframe_id": model.limiting(
        media(.image, "The image asset of the character."), of: .startFrame),
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
    if model.takesSpeakerPosition { members["bounding_box_target"] = speakers }
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
    members["generate_audio"] = [
      "type": "boolean",
      "description":
        "Whether the video has sound, where the model can do without. It has by default.",
    ]
    members["seed"] = seed
    members["negative_prompt"] = exclusion(of: "video")
    members["multi_prompt"] = shots
    members["shot_type"] = [
      "type": "string", "enum": ["customize", "intelligent"],
      "description": "Whether the shots are as long as is said, or as the model likes.",
    ]
    members["cfg_scale"] = [
      "type": "number", "description": "How closely the model follows the prompt.",
    ]
    let orientation = model.characterOrientation == .required ? ["character_orientation"] : []
    return object(members, required: ["text_prompt"] + orientation, description: "What to make.")
  }

  private static let speakers: JSON = [
    "anyOf": [point, ["type": "array", "minItems": 1, "items": point]],
    "description": """
    Where who speaks is in the image, each way from 0 to 1: one place, or one for each of several sounds.
    """,
  ]

  private static let point: JSON = [
    "type": "array", "minItems": 2, "maxItems": 2,
    "prefixItems": [
      ["title": "x", "type": "number", "minimum": 0, "maximum": 1],
      ["title": "y", "type": "number", "minimum": 0, "maximum": 1],
    ],
  ]

  private static let shots: JSON = [
    "type": "array",
    "description": "The shots of the video, one after the other, in the place of the prompt.",
    "items": object(
      [
        "prompt": text("What the shot shows, in words."),
        "duration_ms": [
          "type": "integer", "minimum": 1_000, "maximum": 15_000,
          "description": "The length of the shot, in milliseconds.",
        ],
      ], required: ["prompt", "duration_ms"], description: "A shot of a video."),
  ]

  private static func audio(_ model: HedraInputs) -> JSONObject {
    var generation: JSONObject = ["type": ["const": "text_to_speech"]]
    for (key, schema) in speech { generation[key] = schema }
    for (key, schema) in modelNames(idKey: "model_id") { generation[key] = schema }
    let sound = ["type": "string", "format": "uuid"] as JSON
    let sounds: JSON = [
      "x-media": "audio",
      "anyOf": [sound, ["type": "array", "minItems": 1, "items": sound]],
      "description": "The audio asset that is heard, or one for each who speaks.",
    ]
    return [
      "audio_id": model.limiting(sounds, of: .audio),
      "audio_generation": object(
        generation, required: ["type", "text", "voice_id"],
        description: "Speech that the service makes first.",
        rules: modelRules(idKey: "model_id")),
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
    "video_id": media(.video, "The video asset to change."),
    "prompt": text(
      "What to change, in words. `@Image1` is the first of the images, `@Element1` of the elements."
    ),
    "reference_image_asset_ids": media(listOf: .image, "The image assets to take the style from."),
    "elements": [
      "type": "array", "description": "Characters to follow.",
      "items": object(
        [
          "frontal_image_asset_id": media(.image, "The image asset that shows it from the front."),
          "reference_image_asset_ids": media(
            listOf: .image, "Image assets that show it from other sides."),
        ], required: ["frontal_image_asset_id"], description: "A character to follow."),
    ],
    "keep_audio": [
      "type": "boolean", "default": true, "description": "Whether the video keeps its sound.",
    ],
  ]
}
