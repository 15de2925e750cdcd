/// The documented bodies of `POST /generations`
/// (https://www.hedra.com/docs/api-reference/public/generate-asset), as JSON Schema.
///
/// What is in every body (`workspace_id`, `agent_thread_id`, the IDs of generations and assets) or is there for a
/// batch (`batch_generation_id`) is not in them: the client sends it.
extension ModelRecord.HedraKind {
  /// The schema of a body of this kind, as far as a model takes it.
  func body(for model: HedraInputs) -> JSON {
    var properties: JSONObject = ["type": ["const": .string(rawValue)]]
    let name = model.name(modelKey)
    for (key, schema) in name.isEmpty ? modelNames : name { properties[key] = schema }
    for (key, schema) in members(for: model) { properties[key] = schema }
    let needed =
      ["type"] + name.keys + (name.isEmpty && modelKey == nil ? modelNames.keys : [])
      + required(for: model)
    let isNamedEitherWay = name.isEmpty && modelNames.count > 1
    let rules = isNamedEitherWay ? HedraSchema.modelRules(idKey: modelKey ?? "") : []
    return HedraSchema.object(
      properties, required: properties.keys.filter(needed.contains),
      description: model.description,
      rules: rules + ownRules + model.rules(among: properties.keys))
  }

  /// The members that name a model, where it is not known which.
  private var modelNames: JSONObject {
    switch self {
    case .voiceClone: [:]
    case .textToMusic, .videoBackgroundRemoval:
      ["model_slug": HedraSchema.text("The model's slug, as the list of models has it.")]
    case .audioFromVideo, .videoWithAudio:
      [modelKey ?? "": HedraSchema.id("The model's ID.")]
    default:
      HedraSchema.modelNames(
        idKey: modelKey ?? "", default: self == .video ? HedraInputs.character3 : nil)
    }
  }

  /// What holds of the members of this kind.
  private var ownRules: [JSON] {
    switch self {
    // Lyrics are not sung in what is instrumental.
    case .textToMusic:
      [
        [
          "not": [
            "required": ["lyrics", "force_instrumental"],
            "properties": ["force_instrumental": ["const": true]],
          ]
        ]
      ]
    case .videoUpscale: [["dependentRequired": ["fps_engine": ["target_fps"]]]]
    default: []
    }
  }

  /// The members that have to be there besides `type`.
  private func required(for model: HedraInputs) -> [String] {
    switch self {
    case .video:
      ["generated_video_inputs"] + (model.video == .required ? ["video_id"] : [])
        + references(of: model)
    case .motionControl: ["video_id", "start_keyframe_id", "generated_video_inputs"]
    case .textToSpeech: ["voice_id", "text"]
    case .textToSound: ["text"]
    case .textToMusic: ["prompt"]
    case .image, .imageToImage:
      ["text_prompt"] + (model.startFrame == .required ? ["start_keyframe_id"] : [])
        + references(of: model)
    case .imageUpscale: ["image_id"]
    case .videoUpscale, .videoBackgroundRemoval: ["video_id"]
    case .audioIsolation: ["audio_id"]
    case .speechToSpeech: ["audio_id", "voice_id"]
    case .voiceClone: ["audio_id", "name"]
    case .audioFromVideo, .videoWithAudio: [modelKey ?? "", "video_id"]
    case .videoToVideo: ["video_id", "prompt"]
    }
  }

  /// The references that the model cannot do without.
  private func references(of model: HedraInputs) -> [String] {
    [
      ("reference_audio_ids", model.referenceAudios),
      (HedraInputs.references, model.referenceImages),
      ("reference_video_ids", model.referenceVideos),
    ].filter { $0.1 == .required }.map(\.0)
  }

  /// The members besides `type` and the model's ID.
  private func members(for model: HedraInputs) -> JSONObject {
    switch self {
    case .video: HedraSchema.video(model)
    case .motionControl: HedraSchema.motionControl(model)
    case .image, .imageToImage: HedraSchema.image(model)
    case .textToSpeech: HedraSchema.namedSpeech
    case .textToSound: HedraSchema.sound
    case .textToMusic: HedraSchema.music
    case .imageUpscale:
      [
        "image_id": HedraSchema.media(.image, "The image asset to enlarge."),
        "target_resolution": HedraSchema.described(
          model.resolution, "How large the image is to be, as in 2K."),
        "upscale_factor": [
          "type": "number", "minimum": 1, "maximum": 4, "deprecated": true,
          "description": "How many times as large: 2 for twice.",
        ],
        "options": HedraSchema.described(model.options, "What else the model lets one set."),
      ]
    case .videoUpscale:
      [
        "video_id": HedraSchema.media(.video, "The video asset to enlarge."),
        "target_resolution": [
          "type": "string", "enum": ["1080p", "2K", "4K"],
          "description": "How large the video is to be.",
        ],
        "upscale_factor": [
          "type": "number",
          "description": "How many times as large, which follows from the resolution.",
        ],
        "target_fps": HedraSchema.described(
          model.frameRate,
          "How many frames a second has. One with as many keeps those that it has."),
        "fps_engine": HedraSchema.described(
          model.frameRateEngine, "By what the frames between are made."),
        "options": HedraSchema.described(model.options, "What else the model lets one set."),
      ]
    case .videoBackgroundRemoval:
      [
        "video_id": HedraSchema.media(.video, "The video asset whose background is to go."),
        "subject_is_person": [
          "type": "boolean", "default": true, "description": "Whether a person is to stay.",
        ],
      ]
    case .audioIsolation:
      ["audio_id": HedraSchema.media(.audio, "The audio asset to take the speech from.")]
    case .speechToSpeech:
      [
        "audio_id": HedraSchema.media(.audio, "The audio asset with the speech."),
        "voice_id": HedraSchema.id("The voice to say it in."),
      ]
    case .voiceClone:
      [
        "audio_id": HedraSchema.media(.audio, "The audio asset to make the voice from."),
        "name": HedraSchema.text("What the new voice is called."),
      ]
    case .audioFromVideo:
      [
        "video_id": HedraSchema.media(.video, "The video asset to make the sound for."),
        "prompt": HedraSchema.text("What is to be heard, in words."),
      ]
    case .videoWithAudio:
      [
        "video_id": HedraSchema.media(.video, "The video asset to add sound to."),
        "prompt": HedraSchema.text("What is to be heard, in words."),
      ]
    case .videoToVideo: HedraSchema.edit
    }
  }
}
