/// The part of a version number, as Semantic Versioning counts, that a change asks to be raised.
public enum Advice: String, CaseIterable, Sendable {
  /// Source compiles and behaves as before.
  case patch
  /// Source that makes requests compiles and behaves as before, and more can be said. Source that
  /// takes a request apart, such as an exhaustive `switch`, may need a look.
  case minor
  /// Source that makes requests stops compiling, or what it sends is refused.
  case major
}

extension Advice: Comparable {
  /// Tells whether `right` asks for more than `left`.
  ///
  /// - Returns: `true` if it is.
  public static func < (left: Advice, right: Advice) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .patch: 0
    case .minor: 1
    case .major: 2
    }
  }
}
