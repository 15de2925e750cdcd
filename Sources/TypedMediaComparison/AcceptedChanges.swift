import Foundation
public import TypedMediaGenerator
import TypedMediaSchema

/// Changes that somebody has looked at and accepted: a file of their identities, one on a line.
///
/// Empty lines, and lines that begin with `#`, are there for people.
public struct AcceptedChanges: Sendable {
  /// The identities, in the file's order.
  public let ids: [String]

  /// Reads the file.
  ///
  /// - Throws: `Diagnostic` at the first line that is no identity.
  public init(_ file: SourceFile) throws(Diagnostic) {
    guard let text = String(data: file.data, encoding: .utf8) else {
      throw Diagnostic(.error, "this is not text in UTF-8", path: file.path)
    }
    var ids: [String] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .enumerated()
    {
      let id = line.trimmingCharacters(in: .whitespaces)
      guard !id.isEmpty, !id.hasPrefix("#") else { continue }
      guard Self.isIdentity(id) else {
        throw Diagnostic(
          .error,
          "this is not the identity of a change, such as 'veo-3.1 duration value-gone 8c4f1e02'",
          path: file.path, position: SourcePosition(line: index + 1, column: 1))
      }
      ids.append(id)
    }
    self.ids = ids
  }

  /// Those that `comparison` does not have: they may go from the file.
  ///
  /// - Returns: Those that `comparison` does not have: they may go from the file.
  public func stale(in comparison: SnapshotComparison) -> [String] {
    let known = Set(comparison.changes.map(\.id))
    return ids.filter { !known.contains($0) }
  }

  private static func isIdentity(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    guard words.count >= 2, let number = words.last, number.count == 8,
      number.allSatisfy(\.isHexDigit)
    else { return false }
    return ChangeRule(rawValue: String(words[words.count - 2])) != nil
  }
}
