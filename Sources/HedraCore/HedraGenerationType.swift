/// A way of making something (https://www.hedra.com/docs/api-reference/public/list-models).
public struct HedraGenerationType: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// An image from a text, or from images.
  public static let image: Self = "image"
  /// A video from a text, an image or a sound.
  public static let video: Self = "video"
  /// Speech from a text.
  public static let textToSpeech: Self = "text_to_speech"
  /// Speech in another voice.
  public static let speechToSpeech: Self = "speech_to_speech"
  /// A voice from a sound.
  public static let voiceClone: Self = "voice_clone"
  /// A voice without what is heard around it.
  public static let audioIsolation: Self = "audio_isolation"
  /// One video from several. How to ask for it is not documented.
  public static let videoStitching: Self = "video_stitching"
  /// A larger video.
  public static let videoUpscale: Self = "video_upscale"
  /// A changed video.
  public static let videoToVideo: Self = "video_to_video"
  /// A larger image.
  public static let imageUpscale: Self = "image_upscale"
  /// The words of an agent. How to ask for it is not documented.
  public static let agentResponse: Self = "agent_response"
  /// The sound that goes with a video.
  public static let audioFromVideo: Self = "audio_from_video"
  /// A sound from a text.
  public static let textToSound: Self = "text_to_sound"
  /// A prompt for an image, from assets. How to ask for it is not documented.
  public static let assetsToImageTextPrompt: Self = "assets_to_image_text_prompt"
  /// A prompt for a sound, from assets. How to ask for it is not documented.
  public static let assetsToAudioTextPrompt: Self = "assets_to_audio_text_prompt"
  /// A video without its background.
  public static let videoBackgroundRemoval: Self = "video_background_removal"
  /// Music from a text.
  public static let music: Self = "music"
}
