extension SnapshotComparison {
  /// The changes as a table for each kind of advice, in Markdown as GitHub reads it: what they ask for
  /// together comes first, then what asks for most, in at most 100 lines.
  public var markdown: String { markdown(isWhole: false) }

  /// The changes as tables, without anything left out or shortened.
  public var fullMarkdown: String { markdown(isWhole: true) }

  private func markdown(isWhole: Bool) -> String {
    guard !changes.isEmpty else { return summary }
    let report = Report(changes)
    let lines = report.lines(isWhole: isWhole, beside: 1, heading: Self.heading) { section, count in
      section.rows(count, isWhole: isWhole)
    }
    return ([summary] + lines).joined(separator: "\n")
  }

  private static func heading(_ advice: Advice) -> [String] {
    [
      "", "### \(advice.rawValue.prefix(1).uppercased() + advice.rawValue.dropFirst())", "",
      "| model | place | change | on the wire | in Swift source | why |",
      "|---|---|---|---|---|---|",
    ]
  }
}

extension Report.Section {
  fileprivate func rows(_ shown: Int, isWhole: Bool) -> [String] {
    let why = reasons.joined(separator: " ")
    let rows = entries.prefix(shown).map { entry in
      func lines(_ sides: Change.Sides) -> String {
        guard !sides.isEmpty else { return "as before" }
        return sides.lines(("−", "+"), isWhole: isWhole)
          .map { "\($0.prefix(2))\(Markdown.code(String($0.dropFirst(2))))" }
          .joined(separator: "<br>")
      }
      let models =
        entry.models.count == 1
        ? Markdown.code(entry.models[0])
        : Markdown.text(Report.listed(entry.models, isWhole: isWhole))
      let cells = [
        models, entry.place.isEmpty ? "" : Markdown.code(entry.place),
        names + (entry.isAccepted ? ", accepted" : ""), lines(entry.wire), lines(entry.swift), why,
      ]
      return "| \(cells.joined(separator: " | ")) |"
    }
    let rest = Report.rest(of: self, from: shown).map {
      "| + \(Markdown.text($0)) | | \(names) | | | \(why) |"
    }
    return rows + [rest].compactMap { $0 }
  }
}

/// Text of any kind in Markdown.
private enum Markdown {
  /// `text` as code, whatever is in it: the fence is longer than any in the text.
  static func code(_ text: String) -> String {
    let runs = text.split { $0 != "`" }.map(\.count)
    let fence = String(repeating: "`", count: (runs.max() ?? 0) + 1)
    let space = runs.isEmpty ? "" : " "
    return fence + space + text.replacing("|", with: "\\|") + space + fence
  }

  /// `text` as text: nothing in it is markup.
  static func text(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "\\`*_{}[]<>#|!&~".contains(character) { result.append("\\") }
      result.append(character)
    }
  }
}
