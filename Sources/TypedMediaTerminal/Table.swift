/// Columns of text, aligned.
package struct Table {
  /// The rows; all have as many cells as the first.
  package let rows: [[String]]
  /// The number of spaces before each row.
  package var indentation = 0
  /// The greatest width of a row; `nil` when it may be as long as it likes.
  package var width: Int?
  /// The column that one came for: others are cut for it. `nil` where rows are cut at their ends.
  package var keptColumn: Int?
  /// The part of the kept column that has to be there before others are cut no further; `nil` for all of it.
  package var keptWidth: Int?
  /// The color of a cell; as it is where there is no colour.
  package var color: (_ row: Int, _ column: Int) -> TextColor? = { _, _ in nil }

  /// Creates a table.
  package init(
    rows: [[String]], indentation: Int = 0, width: Int? = nil, keptColumn: Int? = nil,
    keptWidth: Int? = nil,
    color: @escaping (_ row: Int, _ column: Int) -> TextColor? = { _, _ in nil }
  ) {
    self.rows = rows
    self.indentation = indentation
    self.width = width
    self.keptColumn = keptColumn
    self.keptWidth = keptWidth
    self.color = color
  }

  private static let separator = "  "
  /// What a column that is cut is left with.
  private static let leastWidth = 4

  /// The rows as lines.
  package var text: String { lines.joined(separator: "\n") }

  /// The rows, each as a line.
  package var lines: [String] {
    let rows = rows.map { $0.map(\.printable) }
    let widths = widths(of: rows)
    let margin = String(repeating: " ", count: indentation)
    return rows.enumerated().map { row, cells in
      let last = cells.lastIndex { !$0.isEmpty } ?? -1
      var (plain, colored) = (margin, margin)
      for (column, cell) in cells.enumerated().prefix(last + 1) {
        let text = Self.cut(cell, to: widths[column])
        let padding = column == last ? 0 : widths[column] - text.count + Self.separator.count
        let space = String(repeating: " ", count: padding)
        plain += text + space
        colored += (color(row, column)?.applied(to: text) ?? text) + space
      }
      // Half of a colour's code would colour all that comes after it.
      return width.map { plain.count > $0 } ?? false ? Self.cut(plain, to: width ?? 0) : colored
    }
  }

  /// How wide the columns are: as their cells, unless there is no room and one of them is to be kept.
  private func widths(of rows: [[String]]) -> [Int] {
    var widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    guard let width, let keptColumn else { return widths }
    let margin = indentation + Self.separator.count * max(widths.count - 1, 0)
    let whole = widths[keptColumn]
    widths[keptColumn] = min(whole, keptWidth ?? whole)
    while widths.reduce(margin, +) > width,
      let widest = widths.indices.filter({ $0 != keptColumn }).max(by: { widths[$0] < widths[$1] }),
      widths[widest] > Self.leastWidth
    {
      widths[widest] -= 1
    }
    widths[keptColumn] = min(whole, widths[keptColumn] + max(0, width - widths.reduce(margin, +)))
    return widths
  }

  private static func cut(_ text: String, to width: Int) -> String {
    text.count > width ? text.prefix(max(width - 1, 0)) + (width > 0 ? "…" : "") : text
  }
}

/// A colour of a terminal.
package enum TextColor: Int, Sendable {
  case red = 31
  case green = 32
  case yellow = 33
  case gray = 90

  /// `text` in this colour.
  package func applied(to text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }
}
