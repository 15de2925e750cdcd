/// What a parser puts up with.
public struct JSONLimits: Hashable, Sendable {
  /// How deep arrays and objects may be nested.
  public var maximumDepth: Int
  /// What happens to a key that an object has twice.
  public var duplicateKeys: DuplicateKeys

  /// What happens to a key that an object has twice.
  public enum DuplicateKeys: Hashable, Sendable {
    /// The text is refused.
    case refused
    /// The last value counts, at the place of the first.
    case lastWins
  }

  /// A depth of 256, and no duplicate keys.
  ///
  /// What is that deep can be compared, printed and let go on threads with small stacks, such as
  /// Dispatch's on Apple's systems: they have 512 KB, of which a level takes up to 1 KB in a debug build.
  public static let `default` = JSONLimits()

  /// Creates limits.
  public init(maximumDepth: Int = 256, duplicateKeys: DuplicateKeys = .refused) {
    self.maximumDepth = maximumDepth
    self.duplicateKeys = duplicateKeys
  }
}
