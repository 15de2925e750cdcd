extension ModelRecord {
  /// A kind of generation by Hedra: the `type` of a body of `POST /generations`
  /// (https://www.hedra.com/docs/api-reference/public/generate-asset).
  public enum HedraKind: String, CaseIterable, Sendable {
    /// A video from a prompt, images and speech.
    case video
    /// Speech from text.
    case textToSpeech = "text_to_speech"
    /// A sound effect from its description.
    case textToSound = "text_to_sound"
    /// Music from its description.
    case textToMusic = "text_to_music"
    /// An image from a prompt.
    case image
    /// An image from a prompt and other images.
    case imageToImage = "image_to_image"
    /// A larger image.
    case imageUpscale = "image_upscale"
    /// A larger video.
    case videoUpscale = "video_upscale"
    /// A video without its background.
    case videoBackgroundRemoval = "video_background_removal"
    /// Speech without what is heard besides.
    case audioIsolation = "audio_isolation"
    /// Speech in another voice.
    case speechToSpeech = "speech_to_speech"
    /// A voice that sounds like a recording.
    case voiceClone = "voice_clone"
    /// A sound track for a video, which the service no longer makes.
    case audioFromVideo = "audio_from_video"
    /// A video with a sound track made for it, which the service no longer makes.
    case videoWithAudio = "video_with_audio"
    /// A video from another, changed as a prompt says.
    case videoToVideo = "video_to_video"
    /// A character that moves as in a video.
    case motionControl = "motion_control"

    /// The kind for people: `Text to speech`.
    var label: String {
      let words = rawValue.replacing("_", with: " ")
      return words.prefix(1).uppercased() + words.dropFirst()
    }

    /// What the kind is for, as a sentence.
    var summary: String {
      switch self {
      case .video: "Makes a video from a prompt, images and speech, with any model."
      case .textToSpeech: "Makes speech from text."
      case .textToSound: "Makes a sound effect from its description."
      case .textToMusic: "Makes music from its description."
      case .videoBackgroundRemoval: "Takes the background out of a video."
      case .image: "Makes an image from a prompt, with any model."
      case .imageToImage: "Makes an image from a prompt and other images, with any model."
      case .imageUpscale: "Makes an image larger."
      case .videoUpscale: "Makes a video larger."
      case .audioIsolation: "Takes speech out of what is heard besides."
      case .speechToSpeech: "Says speech again in another voice."
      case .voiceClone: "Makes a voice that sounds like a recording."
      case .audioFromVideo: "Makes the sound for a video."
      case .videoWithAudio: "Makes the sound for a video, and a video with it."
      case .videoToVideo: "Changes a video as a prompt says."
      case .motionControl: "Makes a character move as in a video, with any model."
      }
    }

    /// Whether the service no longer has it.
    package var isRetired: Bool { retirement != nil }

    /// When the service's documentation had the kind no longer; `nil` for one that it has.
    var retirement: SnapshotRules.RetiredModel? {
      switch self {
      case .audioFromVideo, .videoWithAudio:
        .init(
          since: "2026-08-22", message: "The service's document of that day has it no longer.")
      default: nil
      }
    }

    /// The member of the body that has the model's ID, which is deprecated; `nil` where there is none.
    var modelKey: String? {
      switch self {
      case .textToSpeech: "model_id"
      case .audioFromVideo: "audio_generation_model_id"
      case .videoWithAudio: "video_generation_model_id"
      case .voiceClone, .textToMusic, .videoBackgroundRemoval: nil
      default: "ai_model_id"
      }
    }
  }
}
