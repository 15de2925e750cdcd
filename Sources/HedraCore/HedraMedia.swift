public import Foundation

/// The contents of an asset: a file and what is known of it, or a voice.
///
/// It is a view of the service's own JSON. What a property says of is what the documentation has it for;
/// one that does not go with the ``kind`` is `nil`.
public struct HedraMedia: Hashable, Sendable {
  /// The whole member, in the service's spelling.
  public let object: JSONObject

  /// The contents of an asset, and the way that it came to be.
  public struct Kind: OpenValue {
    /// The word, as the service spells it.
    public let rawValue: String
    /// Creates a word, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// An image that was uploaded.
    public static let uploadedImage: Self = "uploaded_image"
    /// A sound that was uploaded.
    public static let uploadedAudio: Self = "uploaded_audio"
    /// A video that was uploaded.
    public static let uploadedVideo: Self = "uploaded_video"
    /// A sound that was made.
    public static let generatedAudio: Self = "generated_audio"
    /// An image that was made.
    public static let generatedImage: Self = "generated_image"
    /// A video that was made.
    public static let generatedVideo: Self = "generated_video"
    /// A voice.
    public static let voice: Self = "voice"
  }

  /// The kind of contents; `nil` when the service does not say.
  public var kind: Kind? { object["type"]?.string.map(Kind.init) }
  /// The width in pixels; of images and videos.
  public var width: Int? { object["width"]?.int }
  /// The height in pixels; of images and videos.
  public var height: Int? { object["height"]?.int }
  /// The length; of sounds and videos.
  ///
  /// For sounds the documentation says seconds, against the name of the member.
  public var duration: Duration? { object.duration("duration_ms", in: .milliseconds(1)) }
  /// The address of the file.
  public var url: URL? { object.url("url") }
  /// The address to download the file from; of videos.
  public var downloadURL: URL? { object.url("download_url") }
  /// The address to stream the file from; of videos.
  public var streamingURL: URL? { object.url("streaming_url") }
  /// The address of a still image of it; of videos.
  public var posterURL: URL? { object.url("poster_url") }
  /// The address of a preview; of videos that were made, and of voices.
  public var previewURL: URL? { object.url("preview_url") }
  /// The words in it, in a form that is not documented; of sounds.
  public var transcriptions: [JSONObject] {
    (object["transcriptions"]?.array ?? []).compactMap(\.object)
  }
  /// The inputs that it was made of; `nil` when it was not made.
  public var inputs: HedraMediaInputs? {
    ["generated_audio_inputs", "generated_image_inputs", "generated_video_inputs"]
      .compactMap { object[$0]?.object }.first.map(HedraMediaInputs.init)
  }
  /// The image that it begins with; of videos that were made.
  public var startKeyframe: HedraAsset? { asset("keyframe_start") }
  /// The image that it ends with; of videos that were made.
  public var endKeyframe: HedraAsset? { asset("keyframe_end") }
  /// The sound that it was made for; of videos that were made.
  public var audio: HedraAsset? { asset("audio") }
  /// The IDs of the sounds that it refers to; of videos that were made.
  public var referenceAudioIDs: [String] { object.strings("reference_audio_ids") }
  /// The IDs of the images that it refers to; of videos that were made.
  public var referenceImageIDs: [String] { object.strings("reference_image_ids") }
  /// The IDs of the videos that it refers to; of videos that were made.
  public var referenceVideoIDs: [String] { object.strings("reference_video_ids") }
  /// The ID of the video that it was made from; of videos that were made.
  public var sourceVideoID: String? { object["source_video_id"]?.string }
  /// The voice's ID elsewhere; of voices.
  public var externalID: String? { object["external_id"]?.string }
  /// The labels of the voice; of voices.
  public var labels: [Label] { (object["labels"]?.array ?? []).compactMap(Label.init) }
  /// The origin of the voice; of voices.
  public var source: String? { object["source"]?.string }

  /// A word that says what a voice is like.
  public struct Label: Hashable, Sendable {
    /// The quality that it is about, such as `accent`.
    public let name: String
    /// The word.
    public let value: String

    init?(_ json: JSON) {
      guard let name = json["name"]?.string, let value = json["value"]?.string else { return nil }
      self.name = name
      self.value = value
    }
  }

  private func asset(_ key: String) -> HedraAsset? {
    object[key]?.object.flatMap { try? HedraAsset($0) }
  }
}
