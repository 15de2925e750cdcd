/// A kind of asset.
public struct HooxMediaType: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// An image.
  public static let image: Self = "image"
  /// A video.
  public static let video: Self = "video"
  /// A sound.
  public static let audio: Self = "audio"
}
