/// The inputs that an asset was made of, as far as the service keeps them
/// (https://www.hedra.com/docs/api-reference/public/list-assets).
public struct HedraMediaInputs: Hashable, Sendable {
  /// The whole member, in the service's spelling.
  public let object: JSONObject

  /// The prompt.
  public var textPrompt: String? { object["text_prompt"]?.string }
  /// The model's ID.
  public var modelID: String? { object["ai_model_id"]?.string }
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
  /// The place of the speaker: across and down, each from 0 to 1; of videos.
  public var boundingBoxTarget: [Double] {
    (object["bounding_box_target"]?.array ?? []).compactMap(\.double)
  }
  /// The one whose orientation the character has: that of the `video` or that of the `image`; of
  /// videos.
  public var characterOrientation: String? { object["character_orientation"]?.string }
  /// Tells whether the service rewrote the prompt; of videos.
  public var enhancesPrompt: Bool? { object["enhance_prompt"]?.bool }
}
