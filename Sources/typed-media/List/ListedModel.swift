import TypedMediaSchema

/// A model as it is listed.
struct ListedModel {
  /// What is above the cells of ``row``.
  static let heading = ["NAME", "TYPE", "PROVIDER", "PARAMETERS", "REQUIRED", "VALUES"]

  /// The number of names that or values a cell of a row shows.
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
