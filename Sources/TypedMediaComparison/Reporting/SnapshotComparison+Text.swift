extension SnapshotComparison {
  /// The changes for people: in two columns, at most 100 characters wide.
  public var text: String {
    guard !changes.isEmpty else { return "Nothing has changed." }
    var lines = [TextColumns.row("on the wire", "in Swift source")]
    for group in groups {
      lines += ["", "\(group.title): \(group.advice.rawValue)"]
      lines += group.changes.flatMap(\.textLines)
    }
    return (lines + ["", summary]).joined(separator: "\n")
  }

  /// How many changes there are, and what they ask for.
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

  /// The changes of one model.
  struct Group {
    let title: String
    var changes: [Change]

    var advice: Advice { changes.map(\.advice).max() ?? .patch }
  }

  /// The changes by model, in their order.
  var groups: [Group] {
    changes.reduce(into: []) { groups, change in
      if groups.last?.title == change.title {
        groups[groups.count - 1].changes.append(change)
      } else {
        groups.append(Group(title: change.title, changes: [change]))
      }
    }
  }
}

extension Change {
  /// The model, or what else the change is about.
  fileprivate var title: String {
    let subject = model.isEmpty ? "all models" : model
    return module.map { "\($0), \(subject)" } ?? subject
  }

  /// What kind of change it is, and where.
  var heading: String {
    let names = rules.map(\.rawValue).joined(separator: ", ")
    let what = place.isEmpty ? names : "\(place): \(names)"
    return "\(advice.rawValue)  \(what)" + (isAccepted ? " (accepted)" : "")
  }

  fileprivate var textLines: [String] {
    ["  \(heading)"] + TextColumns.rows(wire.signedLines, swift.signedLines)
      + reasons.map { "    \($0)" } + ["    \(id)"]
  }
}

extension Change.Sides {
  /// What went with a minus before it, and what came with a plus.
  var signedLines: [String] {
    isEmpty
      ? ["(as before)"]
      : before.map { "- \($0.shortened)" } + after.map { "+ \($0.shortened)" }
  }
}

extension String {
  /// The text, cut where nobody would read on. The JSON has all of it.
  var shortened: String { count <= 160 ? self : prefix(159) + "…" }
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
    let (left, right) = (left.flatMap(wrapped), right.flatMap(wrapped))
    return (0..<max(left.count, right.count)).map { index in
      row(
        left.indices.contains(index) ? left[index] : "",
        right.indices.contains(index) ? right[index] : "")
    }
  }

  /// `line` in parts that fit, broken at spaces where there are some.
  private static func wrapped(_ line: String) -> [String] {
    var (rest, lines) = (line[...], [String]())
    while rest.count > (lines.isEmpty ? width : width - 2) {
      let part = rest.prefix(lines.isEmpty ? width : width - 2)
      // Not at the space after the sign.
      let space = part.dropFirst(3).lastIndex(of: " ")
      let end = space ?? part.endIndex
      lines.append((lines.isEmpty ? "" : "  ") + rest[..<end])
      rest = rest[end...].drop { $0 == " " }
    }
    return rest.isEmpty ? lines : lines + [(lines.isEmpty ? "" : "  ") + rest]
  }
}
