/// A kind of asset (https://www.hedra.com/docs/api-reference/public/list-assets).
public struct HedraAssetType: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A text.
  public static let text: Self = "text"
  /// An image.
  public static let image: Self = "image"
  /// A sound.
  public static let audio: Self = "audio"
  /// A video.
  public static let video: Self = "video"
  /// A voice, to speak with.
  public static let voice: Self = "voice"
  /// A solid.
  public static let threeD: Self = "three_d"
  /// A text with a look.
  public static let richText: Self = "rich_text"

  /// What a file for an input of that kind becomes.
  init(_ kind: MediaKind) {
    switch kind {
    case .image: self = .image
    case .video: self = .video
    case .audio: self = .audio
    }
  }
}
