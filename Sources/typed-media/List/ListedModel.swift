import TypedMediaSchema
import TypedMediaTerminal

/// A model as it is listed.
struct ListedModel {
  /// What is above the cells of ``row``.
  static let heading = ["NAME", "TYPE", "PROVIDER", "PARAMETERS", "REQUIRED", "VALUES"]

  /// The columns that are shown, from all of them to those that there is room for in any terminal.
  private static let columnChoices = [[0, 1, 2, 3, 4, 5], [0, 1, 4, 5], [0, 1, 5]]

  /// How many names or values a cell of a row shows.
  private static let shownCount = 4

  private let file: ModelFile
  private let parameters: ModelParameters

  init(_ file: ModelFile) {
    self.file = file
    parameters = ModelParameters(of: file.schema)
  }

  /// The model for people, short.
  var row: [String] {
    [
      file.name, text("type"), text("provider"), String(parameters.count),
      Self.short(parameters.required, separator: ", "),
      parameters.values.map { path, values in
        "\(path)=" + Self.short(values.map { $0.string ?? $0.text() }, separator: "|")
      }.joined(separator: " "),
    ]
  }

  /// A table of models that fits in a terminal, in which the values are what one comes for.
  static func table(of models: [ListedModel], width: Int?, inColor: Bool) -> Table {
    let all = [heading] + models.map(\.row)
    let columns =
      columnChoices.first { width == nil || room(for: $0, of: all) <= width ?? 0 }
      ?? columnChoices[columnChoices.count - 1]
    let rows = all.map { row in columns.map { row[$0] } }
    let last = columns.count - 1
    return Table(rows: rows, width: width, keptColumn: last, keptWidth: width.map { $0 / 3 }) {
      row, _ in
      inColor && row == 0 ? .gray : nil
    }
  }

  /// How much room some columns want: all but the values as they are, which have a third of the whole.
  private static func room(for columns: [Int], of rows: [[String]]) -> Int {
    let others = columns.dropLast().reduce(0) { sum, column in
      sum + 2 + (rows.map { $0[column].count }.max() ?? 0)
    }
    return others + others / 2
  }

  /// The model for programs, in full.
  var json: JSON {
    var values: JSONObject = [:]
    for (path, allowed) in parameters.values { values[path] = .array(allowed) }
    return [
      "name": .string(file.name),
      "type": file.record["type"] ?? .null,
      "provider": file.record["provider"] ?? .null,
      "parameters": .number(JSONNumber(parameters.count)),
      "required": .array(parameters.required.map(JSON.string)),
      "values": .object(values),
      "file": .string(file.path),
    ]
  }

  private static func short(_ words: [String], separator: String) -> String {
    let shown = words.prefix(shownCount) + (words.count > shownCount ? ["…"] : [])
    return shown.isEmpty ? "–" : shown.joined(separator: separator)
  }

  private func text(_ key: String) -> String { file.record[key]?.string ?? "–" }
}
