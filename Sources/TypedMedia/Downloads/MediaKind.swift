/// A kind of medium that a file may have to be of.
public enum MediaKind: String, CaseIterable, Sendable {
  /// A picture, moving or not.
  case image
  /// A video, with sound or without.
  case video
  /// Sound alone.
  case audio
}
