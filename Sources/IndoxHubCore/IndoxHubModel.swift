/// What the service says of one model. The documentation names the members, and says of none what it is.
public struct IndoxHubModel: Hashable, Sendable, Identifiable {
  /// The name that is sent: `google/veo-3.0-generate-001`.
  public let name: String
  /// What the model makes, as the list says in which the service has it; `nil` where it is in none.
  public let kind: Kind?
  /// The whole record, in the service's spelling.
  public let object: JSONObject

  /// What a model makes.
  public struct Kind: OpenValue {
    /// The word, as the service spells it.
    public let rawValue: String
    /// Creates a word, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Text.
    public static let textCompletions: Self = "text_completions"
    /// Numbers that stand for a text.
    public static let embeddings: Self = "embeddings"
    /// Images.
    public static let images: Self = "image_generation"
    /// Videos.
    public static let videos: Self = "video_generation"
    /// Speech.
    public static let textToSpeech: Self = "text_to_speech"
    /// The text of speech.
    public static let speechToText: Self = "speech_to_text"
  }

  /// The name that is sent.
  public var id: String { name }
  /// A name for people.
  public var label: String? { object["name"]?.string }
  /// The service's own ID, for display.
  public var displayID: String? { object["id"]?.string }
  /// Who offers the model: `google`.
  public var provider: String? { object["provider"]?.string }
  /// What it costs, in a form that is not documented.
  public var pricing: JSON? { object["pricing"] }
  /// Its limits, in a form that is not documented.
  public var specifications: JSON? { object["specs"] }
  /// What it can do, in a form that is not documented.
  public var capabilities: JSON? { object["capabilities"] }
  /// What else there is to say of it, in a form that is not documented.
  public var metadata: JSON? { object["metadata"] }
  /// Whether it cannot be used now.
  public var isDisabled: Bool? { object["is_disabled"]?.bool }
  /// Whether it takes your own key at its provider: ``IndoxHubOptions/byokAPIKey``.
  public var takesOwnKey: Bool? { object["byok"]?.bool }

  /// The record with which one can make a `RawRequest` to it; `nil` where it makes neither
  /// images nor videos, or does not say what it makes.
  public var record: ModelRecord? {
    switch kind {
    case .images?: .indoxHub(named: name, making: .image)
    case .videos?: .indoxHub(named: name, making: .video)
    default: nil
    }
  }

  /// The records in an answer. How the service puts them together is not documented, but for the names
  /// of the lists: they are found by the member that has the name to send.
  package static func all(in answer: JSON, kind: Kind? = nil) -> [IndoxHubModel] {
    switch answer {
    case .array(let values): return values.flatMap { all(in: $0, kind: kind) }
    case .object(let object):
      if let name = object["modelName"]?.string {
        return [IndoxHubModel(name: name, kind: kind, object: object)]
      }
      return object.flatMap { all(in: $0.value, kind: kinds[$0.key] ?? kind) }
    default: return []
    }
  }

  private static let kinds = Dictionary(
    uniqueKeysWithValues: [
      Kind.textCompletions, .embeddings, .images, .videos, .textToSpeech, .speechToText,
    ].map { ($0.rawValue, $0) })
}
