/// The service's record of one model. The documentation names the members, and says of none what it
/// is.
public struct IndoxHubModel: ModelView, Hashable, Identifiable {
  /// The record: the service's members, with the name to send and a label by the names that all records
  /// have for them, what the model makes, and, where that is an image or a video, the schema of a request.
  public let record: ModelRecord

  /// Takes a record of ``IndoxHubClient`` or of a generated type.
  public init(_ record: ModelRecord) { self.record = record }

  private var object: JSONObject { record.object }

  /// The name that is sent: `luma/ray-v2`.
  public var name: String { record.name }
  /// The kind of thing that the model makes, as the list says in which the service has it; `nil`
  /// where it is in none.
  public var kind: Kind? {
    record.kind.map { kind in
      ModelRecord.IndoxHubMedium(rawValue: kind).map(\.kind) ?? Kind(rawValue: kind)
    }
  }

  /// A kind of thing that a model makes.
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

    static let known: [Self] = [
      .textCompletions, .embeddings, .images, .videos, .textToSpeech, .speechToText,
    ]
  }

  /// The name that is sent.
  public var id: String { name }
  /// A name for people.
  public var label: String? { record.label }
  /// The service's own ID, for display.
  public var displayID: String? { object["id"]?.string }
  /// The provider of the model: `google`.
  public var provider: String? { object["provider"]?.string }
  /// The price, in a form that is not documented.
  public var pricing: JSON? { object["pricing"] }
  /// Its limits, in a form that is not documented.
  public var specifications: JSON? { object["specs"] }
  /// The capabilities, in a form that is not documented.
  public var capabilities: JSON? { object["capabilities"] }
  /// The other facts, in a form that is not documented.
  public var metadata: JSON? { object["metadata"] }
  /// Tells whether it cannot be used now.
  public var isDisabled: Bool? { object["is_disabled"]?.bool }
  /// Tells whether it takes your own key at its provider: ``IndoxHubOptions/byokAPIKey``.
  public var takesOwnKey: Bool? { object["byok"]?.bool }
}
