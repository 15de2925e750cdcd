import TypedMediaUpdating

/// Columns of text, aligned.
struct Table {
  /// The rows; all have as many cells as the first.
  let rows: [[String]]
  /// How many spaces are before each row.
  var indentation = 0
  /// How long a row may be; `nil` when it may be as long as it likes.
  var width: Int?

  /// The rows as lines.
  var text: String { lines.joined(separator: "\n") }

  /// The rows, each as a line.
  var lines: [String] {
    let rows = rows.map { $0.map(\.printable) }
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0[column].count }.max() ?? 0
    }
    return rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      let line = String(repeating: " ", count: indentation) + cells.joined(separator: "  ")
      let end = line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex
      return cut(String(line[..<end]))
    }
  }

  private func cut(_ line: String) -> String {
    guard let width, line.count > width else { return line }
    return line.prefix(max(width - 1, 0)) + "…"
  }
}
