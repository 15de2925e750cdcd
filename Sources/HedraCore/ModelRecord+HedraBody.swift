/// The documented bodies of `POST /generations`
/// (https://www.hedra.com/docs/api-reference/public/generate-asset), as JSON Schema.
///
/// What is in every body (`workspace_id`, `agent_thread_id`, `generation_id`, `generation_ids`) is not in
/// them: the client sends it.
extension ModelRecord.HedraKind {
  /// The schema of a body of this kind, as far as a model takes it.
  func body(for model: HedraInputs) -> JSON {
    var properties: JSONObject = ["type": ["const": .string(rawValue)]]
    let name = model.name(modelKey)
    if let modelKey, name.isEmpty { properties[modelKey] = modelID }
    for (key, schema) in name { properties[key] = schema }
    for (key, schema) in members(for: model) { properties[key] = schema }
    let needed = ["type"] + name.keys + required(for: model)
    let rules = model.rules(among: properties.keys)
    return HedraSchema.object(
      properties, required: properties.keys.filter(needed.contains),
      description: model.description, rules: rules)
  }

  private var modelID: JSON {
    guard self == .video else { return HedraSchema.id("The model's ID.") }
    return HedraSchema.id(
      "The model's ID; that of Hedra Character 3, where none is sent.",
      default: HedraInputs.character3)
  }

  /// The members that have to be there besides `type`.
  private func required(for model: HedraInputs) -> [String] {
    switch self {
    case .video: ["generated_video_inputs"] + (model.video == .required ? ["video_id"] : [])
    case .motionControl: ["ai_model_id", "video_id", "start_keyframe_id", "generated_video_inputs"]
    case .textToSpeech: ["voice_id", "text"]
    case .textToSound: ["ai_model_id", "text"]
    case .image, .imageToImage:
      ["ai_model_id", "text_prompt"] + (model.startFrame == .required ? ["start_keyframe_id"] : [])
    case .imageUpscale: ["ai_model_id", "image_id"]
    case .videoUpscale: ["ai_model_id", "video_id"]
    case .audioIsolation: ["ai_model_id", "audio_id"]
    case .speechToSpeech: ["ai_model_id", "audio_id", "voice_id"]
    case .voiceClone: ["audio_id", "name"]
    case .audioFromVideo, .videoWithAudio: [modelKey ?? "", "video_id"]
    case .videoToVideo: ["ai_model_id", "video_id", "prompt"]
    }
  }

  /// The members besides `type` and the model's ID.
  private func members(for model: HedraInputs) -> JSONObject {
    switch self {
    case .video: HedraSchema.video(model)
    case .motionControl: HedraSchema.motionControl(model)
    case .image, .imageToImage: HedraSchema.image(model)
    case .textToSpeech: HedraSchema.speech
    case .textToSound: HedraSchema.sound
    case .imageUpscale:
      [
        "image_id": HedraSchema.id("The image asset to enlarge."),
        "upscale_factor": [
          "type": "number", "description": "How many times as large: 2 for twice.",
        ],
      ]
    case .videoUpscale:
      [
        "video_id": HedraSchema.id("The video asset to enlarge."),
        "upscale_factor": [
          "type": "number", "exclusiveMinimum": 0, "maximum": 4, "default": 1.5,
          "description": "How many times as large: 2 for twice.",
        ],
      ]
    case .audioIsolation: ["audio_id": HedraSchema.id("The audio asset to take the speech from.")]
    case .speechToSpeech:
      [
        "audio_id": HedraSchema.id("The audio asset with the speech."),
        "voice_id": HedraSchema.id("The voice to say it in."),
      ]
    case .voiceClone:
      [
        "audio_id": HedraSchema.id("The audio asset to make the voice from."),
        "name": HedraSchema.text("What the new voice is called."),
      ]
    case .audioFromVideo:
      [
        "video_id": HedraSchema.id("The video asset to make the sound for."),
        "prompt": HedraSchema.text("What is to be heard, in words."),
      ]
    case .videoWithAudio:
      [
        "video_id": HedraSchema.id("The video asset to add sound to."),
        "prompt": HedraSchema.text("What is to be heard, in words."),
      ]
    case .videoToVideo: HedraSchema.edit
    }
  }
}
