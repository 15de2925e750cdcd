import Foundation

/// The texts that a call carries and that must be shown nowhere: the service may repeat them.
///
/// Printed, it shows nothing.
struct Secrets: Sendable, CustomStringConvertible, CustomReflectable {
  /// All of them. Of one that is shorter than ``shortestPart``, only a whole value is hidden: as a part, it
  /// would be found in what has nothing to do with it.
  ///
  /// They are few, so that to compare them all takes less than to hash a text.
  private let wholes: [String]
  /// Those that are hidden wherever they are, the longest first.
  ///
  /// Every call has secrets, and hardly any is looked for.
  private var parts: [SecretPattern] {
    wholes.filter { $0.utf8.count >= Self.shortestPart }
      .sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }.map { SecretPattern($0) }
  }

  private static let shortestPart = 8
  private static let substitute = "(hidden)"

  init(_ texts: [String]) {
    var wholes: [String] = []
    wholes.reserveCapacity(texts.count)
    for text in texts where !text.isEmpty && !wholes.contains(text) { wholes.append(text) }
    self.wholes = wholes
  }

  var description: String { "Secrets(hidden)" }
  var customMirror: Mirror { Mirror(self, children: []) }

  /// The number of bytes that behind a place a secret may end that begins before it, in any
  /// spelling.
  var reach: Int { max(4_096, 16 * (parts.first?.length ?? 0)) }

  /// Tells whether one of them is `text` as a whole.
  func contains(_ text: String) -> Bool {
    wholes.contains { $0.utf8.count == text.utf8.count && $0 == text }
  }

  /// The text with a word in place of each secret, in whatever spelling.
  func hidden(in text: String) -> String {
    if contains(text) { return Self.substitute }
    return parts.reduce(text) { text, secret in
      secret.replacing(in: text, with: Self.substitute)
    }
  }

  /// The value with a word in place of each text that is a secret as a whole.
  ///
  /// What a program reads is otherwise as the service sent it: a key that happens to be a part of a job's
  /// ID or of an address does not change them.
  func hiddenWhole(in json: JSON) -> JSON {
    // Answers may be large, and hardly ever have one.
    guard isContained(in: json) else { return json }
    switch json {
    case .string: return .string(Self.substitute)
    case .array(let values): return .array(values.map(hiddenWhole))
    case .object(let members):
      return .object(
        members.reduce(into: JSONObject()) { object, member in
          let isSecret = isLong(member.key) && contains(member.key)
          object[isSecret ? Self.substitute : member.key] = hiddenWhole(in: member.value)
        })
    default: return json
    }
  }

  /// Tells whether a text is none that many members may be named by.
  private func isLong(_ text: String) -> Bool { text.utf8.count >= Self.shortestPart }

  private func isContained(in json: JSON) -> Bool {
    switch json {
    case .string(let text): contains(text)
    case .array(let values): values.contains(where: isContained)
    case .object(let members):
      members.contains { isLong($0.key) && contains($0.key) || isContained(in: $0.value) }
    default: false
    }
  }
}
