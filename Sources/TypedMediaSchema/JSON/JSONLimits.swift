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

  /// A depth of 512, and no duplicate keys.
  public static let `default` = JSONLimits()

  /// Creates limits.
  public init(maximumDepth: Int = 512, duplicateKeys: DuplicateKeys = .refused) {
    self.maximumDepth = maximumDepth
    self.duplicateKeys = duplicateKeys
  }
}
