extension SnapshotComparison {
  /// The changes for people: at most 100 lines, in two columns that are at most 100 characters wide. What
  /// they ask for together comes first, then what asks for most.
  public var text: String { text(isWhole: false) }

  /// The changes for people, without anything left out or shortened, with the identity of each.
  public var fullText: String { text(isWhole: true) }

  private func text(isWhole: Bool) -> String {
    guard !changes.isEmpty else { return summary }
    let report = Report(changes)
    let columns = TextColumns.row("on the wire", "in Swift source")
    let lines = report.lines(isWhole: isWhole, beside: 3) { section, count in
      section.textLines(count, isWhole: isWhole)
    }
    return ([summary, "", columns] + lines).joined(separator: "\n")
  }

  /// The number of changes, and what they ask for.
  var summary: String {
    guard let advice else { return "Nothing has changed." }
    let counts = Advice.allCases.reversed().compactMap { advice in
      let count = changes.count { $0.advice == advice }
      return count == 0 ? nil : "\(count) \(advice.rawValue)"
    }
    let accepted = changes.count(where: \.isAccepted)
    let note = accepted == 0 ? "" : ", of which \(accepted) accepted"
    let noun = changes.count == 1 ? "change" : "changes"
    return
      "\(changes.count) \(noun) (\(counts.joined(separator: ", "))\(note)): raise the \(advice.rawValue) version."
  }
}

extension Report.Section {
  fileprivate func textLines(_ shown: Int, isWhole: Bool) -> [String] {
    let reasons = shown == 0 ? [] : reasons.map { "  \($0)" }
    let rest = Report.rest(of: self, from: shown).map {
      TextColumns.wrapped("  + \($0)", after: "    ", width: 100)
    }
    return ["", "\(advice.rawValue)  \(names)"] + reasons
      + entries.prefix(shown).flatMap { $0.textLines(isWhole: isWhole) } + (rest ?? [])
  }
}

extension Report.Entry {
  fileprivate func textLines(isWhole: Bool) -> [String] {
    let models = Report.listed(models, isWhole: isWhole)
    let isOne = changes.count == 1
    let title =
      place.isEmpty ? models : isOne ? "\(models): \(place)" : "\(place), \(models)"
    let ids = isOne || isWhole ? changes.map { "    \($0.id)" } : []
    return TextColumns.wrapped(
      "  \(title)\(isAccepted ? " (accepted)" : "")", after: "    ", width: 100)
      + TextColumns.rows(
        wire.lines(("-", "+"), isWhole: isWhole),
        swift.lines(("-", "+"), isWhole: isWhole)) + ids
  }
}

/// Two columns of text.
private enum TextColumns {
  /// How wide a column is. With the indentation and the gap, two are 100.
  static let width = 47

  static func row(_ left: String, _ right: String) -> String {
    let gap = String(repeating: " ", count: max(width - left.count, 0) + 2)
    return right.isEmpty ? "    \(left)" : "    \(left)\(gap)\(right)"
  }

  /// The lines of both columns beside each other, wrapped where they are too long.
  static func rows(_ left: [String], _ right: [String]) -> [String] {
    let (left, right) = (left.flatMap { wrapped($0) }, right.flatMap { wrapped($0) })
    return (0..<max(left.count, right.count)).map { index in
      row(
        left.indices.contains(index) ? left[index] : "",
        right.indices.contains(index) ? right[index] : "")
    }
  }

  /// `line` in parts that fit, broken at spaces where there are some, each but the first after `indent`.
  static func wrapped(
    _ line: String, after indent: String = "  ", width: Int = width
  ) -> [String] {
    var (rest, lines) = (line[...], [String]())
    while rest.count > (lines.isEmpty ? width : width - indent.count) {
      let part = rest.prefix(lines.isEmpty ? width : width - indent.count)
      // Not at the space after the sign, or before the line.
      let space = part.dropFirst(4).lastIndex(of: " ")
      let end = space ?? part.endIndex
      lines.append((lines.isEmpty ? "" : indent) + rest[..<end])
      rest = rest[end...].drop { $0 == " " }
    }
    return rest.isEmpty ? lines : lines + [(lines.isEmpty ? "" : indent) + rest]
  }
}
