import TypedMediaSchema

/// A tool as language models are told of it: an MCP tool, or a function.
struct ToolDefinition {
  let name: String
  /// The place where the tool is in its file.
  let place: JSONPointer
  /// The place where the schema of its input is.
  let schemaPlace: JSONPointer
  /// The schema of its input.
  let schema: JSON
  /// Its other members.
  let record: JSONObject

  /// Finds the tool of a file; `nil` where it has none.
  ///
  /// - Throws: A ``Diagnostic`` when there are several.
  init?(in document: JSONDocument, file: SourceFile) throws(Diagnostic) {
    guard let tools = document.value["tools"]?.array else {
      self.init(document.value, at: .root)
      return
    }
    guard tools.count == 1 else {
      throw Diagnostic(
        .error, "this is a list of \(tools.count) tools; keep one in a file", path: file.path,
        position: document.position(ofKeyAt: JSONPointer(tokens: ["tools"])))
    }
    self.init(tools[0], at: JSONPointer(tokens: ["tools", "0"]))
  }

  private init?(_ tool: JSON, at place: JSONPointer) {
    if tool["function"]?.object != nil {
      self.init(member: tool["function"] ?? [:], at: place.appending("function"))
    } else {
      self.init(member: tool, at: place)
    }
  }

  private init?(member tool: JSON, at place: JSONPointer) {
    let keys = ["inputSchema", "input_schema", "parameters"]
    guard var record = tool.object, let name = record["name"]?.string, !name.isEmpty,
      let key = keys.first(where: { record[$0]?.object != nil })
    else { return nil }
    self.name = name
    self.place = place
    schema = record[key] ?? [:]
    schemaPlace = place.appending(key)
    record[key] = nil
    self.record = record
  }
}
