public import Foundation

/// A text that was spoken (https://indoxhub.com/docs/usage/tts/).
public struct IndoxHubSpeech: IndoxHubAnswer, JobOutput {
  /// The client whose jobs make it.
  public typealias ServiceClient = IndoxHubAudio

  private let answer: IndoxHubAudioAnswer

  /// Reads what a job made.
  ///
  /// - Throws: `JSONMismatch` when it has no sound.
  public init(_ answer: IndoxHubAudioAnswer) throws {
    guard answer.url != nil || answer.base64 != nil else {
      throw JSONMismatch(problem: "has no sound in \"data\"")
    }
    self.answer = answer
  }

  /// The whole answer, in the service's spelling.
  public var object: JSONObject { answer.object }
  /// Where the file is; `nil` when ``base64`` has it.
  public var url: URL? { answer.url }
  /// The file, as Base64; `nil` when it is at ``url``.
  public var base64: String? { answer.base64 }
  /// The file's bytes; `nil` when it is at ``url``.
  public var data: Data? { base64.flatMap { Data(base64Encoded: $0) } }
  /// The file's format: `mp3`.
  public var format: String? { answer.data["format"]?.string }
  /// The voice.
  public var voice: String? { answer.data["voice"]?.string }
  /// How fast it is spoken.
  public var speed: Double? { answer.data.double("speed") }
  /// How many characters the text has.
  public var characterCount: Int? { answer.data["character_count"]?.int }
}

extension IndoxHubSpeech: Downloadable {
  /// Where its file is, or the file itself where the answer has it; called as the service calls it,
  /// and else `speech`.
  ///
  /// - Throws: `MediaError` with the code `MediaError.Code.notSaved` where it is no Base64.
  public func file() throws -> DownloadableFile {
    if let url {
      let name = NSString(string: url.lastPathComponent).deletingPathExtension
      return DownloadableFile(.address(url), named: name.isEmpty ? "speech" : name)
    }
    guard let data else {
      throw MediaError(.notSaved, "The speech is no Base64.", service: "IndoxHub")
    }
    let type = answer.data["content_type"]?.string ?? format.flatMap { Self.contentTypes[$0] }
    return DownloadableFile(.data(data, contentType: type), named: "speech")
  }

  private static let contentTypes = [
    "mp3": "audio/mpeg", "opus": "audio/opus", "aac": "audio/aac", "flac": "audio/flac",
    "wav": "audio/wav",
  ]
}
