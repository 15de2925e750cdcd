/// A table in Markdown.
enum MarkdownTable {
  /// Writes a table.
  ///
  /// - Parameters:
  ///   - heading: The names of the columns, in Markdown.
  ///   - rows: Their cells, in Markdown, of any texts.
  static func text(_ heading: [String], _ rows: [[String]]) -> String {
    ([heading, heading.map { _ in "---" }] + rows.map { $0.map(cell) })
      .map { "| \($0.joined(separator: " | ")) |" }.joined(separator: "\n")
  }

  /// A cell without what would end it.
  private static func cell(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("\n", with: " ")
  }
}
