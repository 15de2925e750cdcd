/// The inputs that an asset was made of, as far as the service keeps them
/// (https://www.hedra.com/docs/api-reference/public/list-assets).
public struct HedraMediaInputs: Hashable, Sendable {
  /// The whole member, in the service's spelling.
  public let object: JSONObject

  /// The prompt.
  public var textPrompt: String? { object["text_prompt"]?.string }
  /// The model's slug.
  public var modelSlug: String? { object["model_slug"]?.string }
  /// The model's ID, which the service means to do without.
  public var modelID: String? { object["ai_model_id"]?.string }
  /// What the voice is called; of sounds.
  public var voiceName: String? { object["voice_name"]?.string }
  /// The voice's ID; of sounds.
  public var voiceID: String? { object["voice_id"]?.string }
  /// The extent to which the voice varies, from 0 to 1; of sounds.
  public var stability: Double? { object.double("stability") }
  /// The speed of the voice, from 0.7 to 1.2; of sounds.
  public var speed: Double? { object.double("speed") }
  /// The language that it speaks; of sounds.
  public var language: String? { object["language"]?.string }
  /// The shape of the frame; of images and videos.
  public var aspectRatio: String? { object["aspect_ratio"]?.string }
  /// The resolution; of images and videos.
  public var resolution: String? { object["resolution"]?.string }
  /// The ID of the image that it was made from; of images.
  public var startKeyframeID: String? { object["start_keyframe_id"]?.string }
  /// The IDs of the images that it refers to; of images.
  public var referenceImageIDs: [String] { object.strings("reference_image_ids") }
  /// The length; of videos.
  public var duration: Duration? { object.duration("duration_ms", in: .milliseconds(1)) }
  /// The place of who speaks; of videos.
  public var boundingBoxTarget: HedraSpeakers? {
    object["bounding_box_target"].flatMap { try? HedraSpeakers(json: $0) }
  }
  /// The one whose orientation the character has: that of the `video` or that of the `image`; of
  /// videos.
  public var characterOrientation: String? { object["character_orientation"]?.string }
  /// Tells whether the service rewrote the prompt; of videos.
  public var enhancesPrompt: Bool? { object["enhance_prompt"]?.bool }
  /// Whether it was to have sound; of videos.
  public var generatesAudio: Bool? { object["generate_audio"]?.bool }
  /// What chance began with; of videos.
  public var seed: Int? { object["seed"]?.int }
  /// What was not to be in it; of videos.
  public var negativePrompt: String? { object["negative_prompt"]?.string }
  /// The shots, each with a `prompt` and its `duration_ms`; of videos.
  public var shots: [JSONObject] { (object["multi_prompt"]?.array ?? []).compactMap(\.object) }
  /// Whether the shots were to be as long as was said: `customize` or `intelligent`; of videos.
  public var shotType: String? { object["shot_type"]?.string }
  /// How closely the model was to follow the prompt; of videos.
  public var promptScale: Double? { object.double("cfg_scale") }
  /// Whether a person was to stay where the background went; of videos.
  public var subjectIsPerson: Bool? { object["subject_is_person"]?.bool }
}
