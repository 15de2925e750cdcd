public import Foundation

/// A sound whose words are wanted (https://indoxhub.com/docs/usage/stt/), which is submitted with
/// ``IndoxHubAudio``.
///
/// ```swift
/// let request = IndoxHubTranscriptRequest(of: recording, .transcription(language: "fr"))
/// ```
public struct IndoxHubTranscriptRequest: Hashable, Sendable {
  /// What is wanted of the words.
  public enum Task: Hashable, Sendable {
    /// The words as they are spoken.
    ///
    /// - Parameters:
    ///   - language: The language's code, such as `fr`; `nil` where the service is to find out.
    ///   - timestamps: Of what to say when it is spoken; only some models can.
    case transcription(language: String? = nil, timestamps: Set<Timestamp> = [])
    /// The words in English.
    case translation
  }

  /// Something of which it can be said when it is spoken.
  public enum Timestamp: String, CaseIterable, Sendable {
    /// Each word.
    case word
    /// Each part.
    case segment
  }

  /// How the words are written.
  public enum Format: String, CaseIterable, Sendable {
    /// As a text within JSON, which is the service's default.
    case json
    /// As a text.
    case text
    /// As subtitles.
    case srt
    /// As JSON that says more.
    case verboseJSON = "verbose_json"
    /// As subtitles for web pages.
    case vtt
  }

  /// The file. It is read when it is sent, and must be there then.
  public var file: URL
  /// What is wanted of the words.
  public var task: Task
  /// The model's name; the service's default is `whisper-1`, which is the only one that translates.
  public var model: String?
  /// A text that shows the model how to write.
  public var prompt: String?
  /// How the words are written; the service's default is JSON.
  public var format: Format?
  /// How freely the model chooses, from 0 to 1; the service's default is 0.
  public var temperature: Double?

  /// Creates a request. What is left `nil` is left to the service.
  public init(
    of file: URL,
    _ task: Task = .transcription(),
    model: String? = nil,
    prompt: String? = nil,
    format: Format? = nil,
    temperature: Double? = nil
  ) {
    self.file = file
    self.task = task
    self.model = model
    self.prompt = prompt
    self.format = format
    self.temperature = temperature
  }

  /// Checks what can be told without sending it.
  ///
  /// - Throws: `MediaError` with the code `MediaError.Code.invalidRequest`.
  public func validate() throws {
    guard file.isFileURL else {
      throw problem("The sound has to be a file of this machine; \(file.absoluteString) is none.")
    }
    if let temperature, !(0...1).contains(temperature) {
      throw problem("temperature is \(temperature); allowed: from 0 to 1.")
    }
  }

  private func problem(_ message: String) -> MediaError {
    MediaError(
      .invalidRequest, message, service: ServiceProfile.indoxHub.name,
      model: model ?? path.joined(separator: "/"))
  }

  /// Where it is sent.
  var path: [String] {
    ["audio", "stt", task == .translation ? "translations" : "transcriptions"]
  }

  /// The fields of the form, but for the file.
  var members: JSONObject {
    var members = JSONObject()
    members.set("model", model)
    if case .transcription(let language, let timestamps) = task {
      members.set("language", language)
      let words = Timestamp.allCases.filter(timestamps.contains).map(\.rawValue)
      // A list of words as JSON, in a field that is text.
      if !words.isEmpty { members.set("timestamp_granularities", words.json.text()) }
    }
    members.set("prompt", prompt)
    members.set("response_format", format?.rawValue)
    members.set("temperature", temperature)
    return members
  }
}
