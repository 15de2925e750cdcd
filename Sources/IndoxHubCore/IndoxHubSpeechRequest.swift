/// A request to speak a text (https://indoxhub.com/docs/usage/tts/), which is submitted with
/// ``IndoxHubAudio``.
///
/// ```swift
/// let request = IndoxHubSpeechRequest(
///   input: "The tide comes in.", model: "openai/tts-1", voice: .nova, format: .wav)
/// ```
public struct IndoxHubSpeechRequest: GenerationRequest {
  /// The client that takes it.
  public typealias ServiceClient = IndoxHubAudio
  /// What a job of it makes.
  public typealias Output = IndoxHubSpeech

  /// The text.
  public var input: String
  /// The model's name; the service's default is `tts-1`.
  ///
  /// It is named here and not by the type: no list of such models is documented.
  public var modelName: String?
  /// The voice.
  public var voice: IndoxHubVoice?
  /// How to speak, in words.
  public var instructions: String?
  /// The file's format; the service's default is `mp3`.
  public var format: IndoxHubAudioFormat?
  /// How fast to speak, from 0.25 to 4; the service's default is 1.
  public var speed: Double?
  /// What only the model's provider takes.
  public var additionalParameters: [String: JSON]?

  /// Creates a request. What is left `nil` is left to the service.
  public init(
    input: String,
    model: String? = nil,
    voice: IndoxHubVoice? = nil,
    instructions: String? = nil,
    format: IndoxHubAudioFormat? = nil,
    speed: Double? = nil,
    additionalParameters: [String: JSON]? = nil
  ) {
    self.input = input
    modelName = model
    self.voice = voice
    self.instructions = instructions
    self.format = format
    self.speed = speed
    self.additionalParameters = additionalParameters
  }

  /// Reads the members of `object`.
  ///
  /// - Throws: `JSONMismatch` when one is missing or is not what it has to be.
  public init(from object: borrowing JSONObject) throws {
    input = try object.required("input")
    modelName = try object.optional("model")
    voice = try object.optional("voice")
    instructions = try object.optional("instructions")
    format = try object.optional("response_format")
    speed = try object.optional("speed")
    additionalParameters = try object.optional("additional_params")
  }

  /// Writes the members into `object`.
  public func encode(to object: inout JSONMembers) {
    object.set("input", input)
    object.set("model", modelName)
    object.set("voice", voice)
    object.set("instructions", instructions)
    object.set("response_format", format)
    object.set("speed", speed)
    object.set("additional_params", additionalParameters)
  }

  /// What is documented of the call, and the schema of its requests.
  public static let snapshot = ModelSnapshot(
    embedded: """
      {"name": "audio/tts/generations", "label": "Speech", "type": "audio",
       "input_schema": {
         "type": "object",
         "required": ["input"],
         "properties": {
           "input": {"type": "string", "description": "The text."},
           "model": {"type": "string", "default": "tts-1", "description": "The model's name."},
           "voice": {"type": "string", "description": "The voice."},
           "instructions": {"type": "string", "description": "How to speak, in words."},
           "response_format": {"type": "string",
             "enum": ["mp3", "opus", "aac", "flac", "wav", "pcm"], "default": "mp3",
             "description": "The file's format."},
           "speed": {"type": "number", "minimum": 0.25, "maximum": 4, "default": 1,
             "description": "How fast to speak."},
           "additional_params": {"type": "object",
             "description": "What only the model's provider takes."}
         }
       }}
      """,
    names: """
      {"/model": "modelName", "/response_format": "format",
       "/additional_params": "additionalParameters"}
      """)
}

/// A voice that speaks (https://indoxhub.com/docs/usage/tts/): those that are known are OpenAI's,
/// and other providers have others.
public struct IndoxHubVoice: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The voice `alloy`.
  public static let alloy: Self = "alloy"
  /// The voice `echo`.
  public static let echo: Self = "echo"
  /// The voice `fable`.
  public static let fable: Self = "fable"
  /// The voice `onyx`.
  public static let onyx: Self = "onyx"
  /// The voice `nova`.
  public static let nova: Self = "nova"
  /// The voice `shimmer`.
  public static let shimmer: Self = "shimmer"
}

/// The format of a file with speech (https://indoxhub.com/docs/usage/tts/).
public enum IndoxHubAudioFormat: String, ClosedValue {
  /// MP3, which is the service's default.
  case mp3
  /// Opus.
  case opus
  /// AAC.
  case aac
  /// FLAC.
  case flac
  /// WAV.
  case wav
  /// Samples without a head.
  case pcm
}
