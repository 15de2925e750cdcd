extension Change.Sides {
  /// The number of lines that are shown of what came or went.
  private static let mostLines = 6
  /// The time that a line may be.
  private static let mostCharacters = 160

  /// What went with a sign before it, and what came with another.
  ///
  /// - Parameters:
  ///   - signs: The two signs.
  ///   - isWhole: Whether nothing is shortened.
  func lines(_ signs: (before: String, after: String), isWhole: Bool) -> [String] {
    if isEmpty { return ["(as before)"] }
    guard !isWhole else {
      return before.map { "\(signs.before) \($0)" } + after.map { "\(signs.after) \($0)" }
    }
    let areTwins = before.count == after.count
    func lines(_ side: [String], _ other: [String], _ sign: String) -> [String] {
      let shown = side.count == Self.mostLines + 1 ? side.count : Self.mostLines
      let lines = side.indices.prefix(shown).map { index in
        "\(sign) \(Self.excerpt(of: side[index], beside: areTwins ? other[index] : ""))"
      }
      return side.count > shown ? lines + ["\(sign) … and \(side.count - shown) more"] : lines
    }
    return lines(before, after, signs.before) + lines(after, before, signs.after)
  }

  /// The part of a long line that is not the same in another one, with its first word, which says what
  /// it is.
  private static func excerpt(of line: String, beside other: String) -> String {
    guard line.count > mostCharacters else { return line }
    let same = zip(line, other).prefix { $0 == $1 }.count
    let label = line.prefix { $0 != " " }
    let start = max(same - 40, 0)
    let isCut = start > label.count + 1
    let rest = isCut ? "\(label) …\(line.dropFirst(start))" : line
    guard rest.count > mostCharacters else { return rest }
    return rest.prefix(mostCharacters - 1) + "…"
  }
}
