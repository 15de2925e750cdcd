/// A table in Markdown, with its columns aligned.
public struct Table: CustomStringConvertible {
  private var rows: [[String]]

  /// Creates a table without rows.
  public init(_ titles: String...) { rows = [titles] }

  /// Adds a row.
  public mutating func add(_ cells: String...) { rows.append(cells) }

  /// The table's text.
  public var description: String {
    let widths = rows.reduce([Int](repeating: 3, count: rows[0].count)) { widths, row in
      zip(widths, row).map { max($0, $1.count) }
    }
    var lines = rows.map { row in
      let cells = zip(row, widths).map { cell, width in
        cell + String(repeating: " ", count: width - cell.count)
      }
      return "| \(cells.joined(separator: " | ")) |"
    }
    let rules = widths.map { String(repeating: "-", count: $0) }
    lines.insert("| \(rules.joined(separator: " | ")) |", at: 1)
    return lines.joined(separator: "\n")
  }
}
