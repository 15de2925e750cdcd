/// The words of a sound (https://indoxhub.com/docs/usage/stt/).
public struct IndoxHubTranscript: IndoxHubAnswer, JobOutput {
  /// The client whose jobs make it.
  public typealias ServiceClient = IndoxHubAudio

  /// The words, in the format that was asked for.
  public let text: String
  private let answer: IndoxHubAudioAnswer

  /// Reads what a job made.
  ///
  /// - Throws: `JSONMismatch` when it has no text.
  public init(_ answer: IndoxHubAudioAnswer) throws {
    guard let text = answer.text else {
      throw JSONMismatch(problem: "has no text in \"data\"")
    }
    self.text = text
    self.answer = answer
  }

  /// The whole answer, in the service's spelling.
  public var object: JSONObject { answer.object }
  /// The language that is spoken; `nil` when the service does not say.
  public var language: String? { answer.data["language"]?.string }
  /// The length of the sound; `nil` when the service does not say.
  public var duration: Duration? { answer.data.duration("duration") }
  /// When each word is spoken, in a form that is not documented; `nil` where that was not asked
  /// for.
  public var words: JSON? { answer.data["words"].flatMap { $0.isNull ? nil : $0 } }
  /// When each part is spoken, in a form that is not documented; `nil` where that was not asked
  /// for.
  public var segments: JSON? { answer.data["segments"].flatMap { $0.isNull ? nil : $0 } }
}
