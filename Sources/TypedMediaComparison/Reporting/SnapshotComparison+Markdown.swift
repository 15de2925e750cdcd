extension SnapshotComparison {
  /// The changes as a table for each model, in Markdown as GitHub reads it.
  public var markdown: String {
    guard !changes.isEmpty else { return "Nothing has changed." }
    return (groups.map(Self.section) + [summary]).joined(separator: "\n\n")
  }

  private static func section(_ group: Group) -> String {
    let rows = group.changes.map { change in
      let cells = [
        change.place.isEmpty ? "" : code(change.place),
        (change.rules.map(\.rawValue) + (change.isAccepted ? ["accepted"] : []))
          .joined(separator: ", "),
        lines(change.wire), lines(change.swift),
        "**\(change.advice.rawValue)**: \(change.reasons.joined(separator: " "))",
      ]
      return "| \(cells.joined(separator: " | ")) |"
    }
    let heading = """
      ### \(code(group.title)): \(group.advice.rawValue)

      | place | change | on the wire | in Swift source | advice |
      |---|---|---|---|---|
      """
    return ([heading] + rows).joined(separator: "\n")
  }

  private static func lines(_ sides: Change.Sides) -> String {
    guard !sides.isEmpty else { return "as before" }
    let lines =
      sides.before.map { "− \(code($0.shortened))" }
      + sides.after.map { "+ \(code($0.shortened))" }
    return lines.joined(separator: "<br>")
  }

  /// `text` as code, whatever is in it: the fence is longer than any in the text.
  private static func code(_ text: String) -> String {
    let runs = text.split { $0 != "`" }.map(\.count)
    let fence = String(repeating: "`", count: (runs.max() ?? 0) + 1)
    let space = runs.isEmpty ? "" : " "
    return fence + space + text.replacing("|", with: "\\|") + space + fence
  }
}
