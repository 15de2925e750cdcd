import Foundation

/// One row of one of the README's tables of documented fields.
package struct CoverageRow: CustomStringConvertible, Sendable {
  /// The call: `GET models`.
  package let call: String
  /// `body`, `query` or `answer`.
  package let way: String
  /// The field's path: `data[0].url`.
  package let field: String
  /// What has it in Swift.
  package let swift: String

  package var description: String { "\(call) \(way) \(field): \(swift)" }

  /// The rows of the table below a heading; empty when there is no such heading.
  package static func all(below heading: String) throws -> [CoverageRow] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../README.md").standardizedFileURL
    let text = try String(contentsOf: file, encoding: .utf8)
    guard let start = text.range(of: "## \(heading)\n") else { return [] }
    return text[start.upperBound...].split(separator: "\n").prefix { !$0.hasPrefix("#") }
      .compactMap { line in
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: [" ", "`"]) }
        guard cells.count == 4, line.hasPrefix("| `") else { return nil }
        return CoverageRow(call: cells[0], way: cells[1], field: cells[2], swift: cells[3])
      }
  }
}
