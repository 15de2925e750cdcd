/// What groups and their choices are called.
extension PropertyGroups {
  /// The wire-like name of a group, from which its property and its type are named.
  ///
  /// A group in which one property only needs another is an ordered row of slots. Else the group is
  /// named by the words that its members share, as `image` for `image_url` and `image_id`.
  static func name(of group: Group) -> String {
    if group.isSequence { return "slots" }
    let words = group.members.map { Identifier.words(of: $0) }
    let length = max(0, words.map { $0.count - 1 }.min() ?? 0)
    let shared = (words.first ?? []).prefix(length).enumerated().prefix { index, word in
      words.allSatisfy { $0[index] == word }
    }
    if !shared.isEmpty { return shared.map(\.element).joined(separator: "_") }
    if let last = words.first?.last, !plain.contains(last),
      words.allSatisfy({ $0.count > 1 && $0.last == last })
    {
      return last
    }
    return "input"
  }

  /// Words that say how something is sent, and not what it is.
  private static let plain: Set<String> = [
    "base64", "data", "file", "id", "ids", "name", "path", "type", "uri", "url", "urls",
  ]

  /// The members' names without an `_id` that tells nothing: `asset_id` is an `asset`, unless there is
  /// an `asset` or an `asset_url` too, or the group itself is the `asset`.
  static func shortNames(of group: Group) -> [String: String] {
    let stems = group.members.map { (member: $0, stem: stem(of: $0)) }
    let counts = Dictionary(stems.map { ($0.stem, 1) }, uniquingKeysWith: +)
    return Dictionary(
      stems.map {
        (
          $0.member,
          counts[$0.stem] == 1 && $0.stem != name(of: group) ? shortened($0.member) : $0.member
        )
      },
      uniquingKeysWith: { first, _ in first })
  }

  private static func stem(of member: String) -> String {
    for suffix in ["_id", "_url"] where member.hasSuffix(suffix) {
      return String(member.dropLast(suffix.count))
    }
    return member
  }

  private static func shortened(_ member: String) -> String {
    member.hasSuffix("_id") && member.count > 3 ? String(member.dropLast(3)) : member
  }
}
