public import Foundation

/// What a call for sound answered: speech, or a transcript.
///
/// The documents have its form in more than one way, so that all that is not documented alike is
/// open.
public struct IndoxHubAudioAnswer: IndoxHubAnswer, JobOutput {
  /// The client whose jobs make it.
  public typealias ServiceClient = IndoxHubAudio

  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  /// - Throws: `JSONMismatch` when it has neither a sound nor a text.
  init(_ object: JSONObject) throws {
    self.object = object
    guard url != nil || base64 != nil || text != nil else {
      let said = object["message"]?.string.flatMap { $0.isEmpty ? nil : $0 }
      throw JSONMismatch(
        problem: "has neither a sound nor a text in \"data\"."
          + (said.map { " The service says: \($0)" } ?? ""))
    }
  }

  /// What was made, in the service's spelling; empty where it is a text, or an address, by itself.
  var data: JSONObject { (object["data"]?.array?.first ?? object["data"])?.object ?? [:] }

  /// Where the sound is; `nil` of a transcript, and where ``base64`` has it.
  public var url: URL? {
    data.url("audio_url") ?? data.url("url")
      ?? plainData.flatMap { $0.contains("://") ? URL(lenient: $0) : nil }
  }

  /// The sound, as Base64; `nil` of a transcript, and where it is at ``url``.
  public var base64: String? { data["audio"]?.string ?? data["b64_json"]?.string }

  /// The words; `nil` of speech.
  public var text: String? {
    data["text"]?.string ?? plainData.flatMap { $0.contains("://") ? nil : $0 }
  }

  /// What was made, where it is a text by itself.
  private var plainData: String? { object["data"]?.string.flatMap { $0.isEmpty ? nil : $0 } }

  /// The answer as an object, also where it is a text or a sound by itself: whether the formats
  /// that are no JSON come within JSON is not documented.
  ///
  /// - Throws: `MediaError` or `JSONMismatch` when it is none of these.
  static func object(in answer: ServiceResponse) throws -> JSONObject {
    let type = (answer.headers["Content-Type"] ?? "").lowercased()
    let media = String(type.prefix { $0 != ";" && $0 != " " })
    if media.hasPrefix("audio/"), !answer.body.isEmpty {
      return [
        "data": [
          "audio": .string(answer.body.base64EncodedString()),
          "content_type": .string(media),
        ]
      ]
    }
    let isText = ["text/plain", "text/vtt", "text/srt", "application/x-subrip"].contains(media)
    if isText, (try? answer.object) == nil, !answer.body.isEmpty {
      return ["data": ["text": .string(String(decoding: answer.body, as: UTF8.self))]]
    }
    if let text = try answer.json.string { return ["data": .string(text)] }
    return try answer.object
  }
}
