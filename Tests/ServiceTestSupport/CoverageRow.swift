import Foundation

/// One row of a service's table of documented fields.
package struct CoverageRow: CustomStringConvertible, Sendable {
  /// Where the field is in Swift, or why it is not.
  package enum Place: Equatable, Sendable {
    /// Declarations, by their names.
    case swift([String])
    /// Nothing of its own: the fields are those of another call, or of what is sent by one.
    case same(call: String, way: String?, prefix: String)
    /// Nowhere, or nowhere by itself, for a reason.
    case reason(String)
  }

  /// The call: `GET models`. With `*` at its end, it stands for all that begin so.
  package let call: String
  /// `body`, `query`, `header`, `answer` or `answer-header`; `call` for the call itself.
  package let way: String
  /// The field's path in an answer: `data[0].url`. With `*` at its end, it stands for all that is below.
  package let field: String
  /// The value that the row is about, or `*` for all of them; `nil` for a row about the field.
  package let value: String?
  /// What has it in Swift, as the page says it.
  package let swift: String
  /// The same, read.
  package let place: Place

  /// The path as the lists of what is documented have it: `data[].url`.
  var path: String { field.replacing("[0]", with: "[]") }

  package var description: String { "\(call) \(way) \(field): \(swift)" }

  /// The rows of the page `FieldCoverage` that name what has one field in Swift.
  ///
  /// - Parameter core: The core's name, such as `HedraCore`.
  package static func all(of core: String) throws -> [CoverageRow] {
    try everything(of: core).filter { row in
      guard case .swift = row.place else { return false }
      return row.way != "call" && !row.field.hasSuffix("*") && row.value == nil
    }
  }

  /// All rows of the page `FieldCoverage` in the documentation of a service's core; none where it has no such page.
  package static func everything(of core: String) throws -> [CoverageRow] {
    let file = Documents.repository
      .appending(path: "Sources/\(core)/\(core).docc/FieldCoverage.md")
    guard FileManager.default.fileExists(atPath: file.path) else { return [] }
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .compactMap { CoverageRow(line: String($0)) }
  }

  /// Reads a line of a page; `nil` where it is no row.
  package init?(line: String) {
    guard line.hasPrefix("| `") else { return nil }
    let cells = line.dropFirst().dropLast(line.hasSuffix("|") ? 1 : 0)
      .split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
    guard cells.count == 4 else { return nil }
    call = cells[0].trimmingCharacters(in: ["`"])
    way = cells[1]
    let halves = cells[2].trimmingCharacters(in: ["`"]).components(separatedBy: " = ")
    field = halves[0].replacing("[]", with: "[0]")
    value = halves.count == 2 ? halves[1] : nil
    let spans = cells[3].split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    swift = cells[3].trimmingCharacters(in: ["`"])
    if spans.count == 3, spans[0].isEmpty, spans[2].isEmpty {
      place = .swift(spans[1].components(separatedBy: ", "))
    } else if spans.first == "as ", spans.count == 3 || spans.count == 5 {
      let way = spans[2].trimmingCharacters(in: .whitespaces)
      place = .same(
        call: spans[1], way: way.isEmpty ? nil : way,
        prefix: spans.count == 5 ? spans[3].replacing("[0]", with: "[]") : "")
    } else {
      place = .reason(cells[3])
    }
  }
}
