import Foundation

/// One row of a service's table of documented fields.
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

  /// The rows of the page `FieldCoverage` in the documentation of a service's core.
  ///
  /// - Parameter core: The core's name, such as `HedraCore`.
  package static func all(of core: String) throws -> [CoverageRow] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/\(core)/\(core).docc/FieldCoverage.md").standardizedFileURL
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .compactMap { line in
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: [" ", "`"]) }
        guard cells.count == 4, line.hasPrefix("| `") else { return nil }
        return CoverageRow(call: cells[0], way: cells[1], field: cells[2], swift: cells[3])
      }
  }
}
