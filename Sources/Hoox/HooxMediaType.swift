/// What an asset is.
public struct HooxMediaType: OpenValue {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }

  /// An image.
  public static let image: Self = "image"
  /// A video.
  public static let video: Self = "video"
  /// A sound.
  public static let audio: Self = "audio"
}
