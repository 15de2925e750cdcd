/// The limits of what a parser puts up with.
public struct JSONLimits: Hashable, Sendable {
  /// The depth to which arrays and objects may be nested.
  public var maximumDepth: Int
  /// The treatment of a key that an object has twice.
  public var duplicateKeys: DuplicateKeys
  /// The treatment of what many a service writes and RFC 8259 does not allow.
  public var irregularities: Irregularities

  /// The treatment of a key that an object has twice.
  public enum DuplicateKeys: Hashable, Sendable {
    /// The text is refused.
    case refused
    /// The last value counts, at the place of the first.
    case lastWins
  }

  /// The treatment of what many a service writes and RFC 8259 does not allow.
  public enum Irregularities: Hashable, Sendable {
    /// The text is refused.
    case refused
    /// The text is read, each irregularity in a way of its own:
    ///
    /// - Half of a surrogate pair, as `\ud83d` that an emoji was cut to, is read as U+FFFD.
    /// - `NaN`, `Infinity` and `-Infinity` are read as `null`: JSON has no number for them, and a
    ///   string would be taken for text of the service's.
    /// - A control character that stands in a string as it is, such as a line break, is kept.
    /// - A text that starts with the byte order mark of UTF-16 or UTF-32 is read as that.
    /// - Bytes that are not UTF-8 are read as Windows-1252, of which Latin-1 is the greater part,
    ///   unless somewhere in the text a character of UTF-8 starts with two of its bytes. Then it is
    ///   UTF-8 that has been damaged, and each malformed sequence is read as U+FFFD.
    ///
    /// Anything else, such as a comment or a comma too many, is refused.
    case read
  }

  /// A depth of 256, no duplicate keys and no irregularities, for what one writes oneself.
  ///
  /// What is that deep can be compared, printed and let go on threads with small stacks, such as
  /// Dispatch's on Apple's systems: they have 512 KB, of which a level takes up to 1 KB in a debug build.
  /// Foundation's coders take more: they are given the first ``JSON/maximumCodingDepth`` levels, and
  /// what is deeper is an error.
  public static let `default` = JSONLimits()

  /// A depth of 256, the last of duplicate keys, and irregularities, for what services answer.
  public static let lenient = JSONLimits(duplicateKeys: .lastWins, irregularities: .read)

  /// Creates limits.
  public init(
    maximumDepth: Int = 256,
    duplicateKeys: DuplicateKeys = .refused,
    irregularities: Irregularities = .refused
  ) {
    self.maximumDepth = maximumDepth
    self.duplicateKeys = duplicateKeys
    self.irregularities = irregularities
  }
}
