import TypedMediaSchema

/// Stage 1: a snapshot, read.
struct ModelSource: Sendable {
  /// The file.
  let file: SourceFile
  /// The whole record.
  let document: JSONDocument
  /// The model's name, as it is sent.
  let name: String
  /// The record's members.
  let record: JSONObject
  /// What a request has to be.
  let schema: JSON

  /// Reads a snapshot.
  ///
  /// - Throws: The first thing that keeps it from being a snapshot at all.
  init(_ file: SourceFile) throws(Diagnostic) {
    self.file = file
    document = try file.document()
    guard case .object(let record) = document.value else {
      throw Diagnostic(
        .error,
        "this is not a model's record: it has to be an object with \"name\" and \"input_schema\"",
        path: file.path, position: document.position(of: .root))
    }
    self.record = record
    guard let name = record["name"] else {
      throw Diagnostic(
        .error, "the record has no \"name\"; add the model's name, as the service spells it",
        path: file.path, position: document.position(of: .root))
    }
    guard let text = name.string, !text.isEmpty else {
      throw Diagnostic(
        .error, "\"name\" has to be the model's name, as the service spells it",
        path: file.path, position: document.position(of: .root.appending("name")))
    }
    self.name = text
    guard let schema = record["input_schema"], schema.object != nil else {
      throw Diagnostic(
        .error, "the record has no \"input_schema\"; add the JSON Schema of the model's requests",
        path: file.path,
        position: document.position(of: .root.appending("input_schema"))
          ?? document.position(of: .root))
    }
    self.schema = schema
  }

  /// Something to say about a place in the schema.
  func diagnostic(
    _ severity: Diagnostic.Severity, _ message: String, at pointer: JSONPointer
  ) -> Diagnostic {
    let pointer = pointer.tokens.reduce(JSONPointer.root.appending("input_schema")) {
      $0.appending($1)
    }
    return Diagnostic(
      severity, message, path: file.path,
      position: document.position(ofKeyAt: pointer) ?? document.position(of: pointer))
  }

  /// The record without what only people read, which doc comments have, as one line of JSON.
  var embeddedText: String {
    var record = record
    record["input_schema"] = schema.strippingProse(isSchema: true)
    return JSON.object(record).text()
  }

  /// What the record says of a setting, which is described apart from the schema.
  func setting(_ key: String) -> JSON? {
    record["settings"]?.array?.first { $0["key"]?.string == key }
  }
}

extension JSON {
  /// A schema without descriptions. Names of properties are not keywords, and stay.
  fileprivate func strippingProse(isSchema: Bool) -> JSON {
    switch self {
    case .object(let object):
      var stripped = JSONObject()
      for (key, value) in object {
        if isSchema, ["description", "$comment", "examples", "example"].contains(key) { continue }
        let literal = isSchema && ["const", "enum", "default"].contains(key)
        let names =
          isSchema
          && ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"]
            .contains(key)
        stripped[key] = literal ? value : value.strippingProse(isSchema: !names)
      }
      return .object(stripped)
    case .array(let values): return .array(values.map { $0.strippingProse(isSchema: isSchema) })
    default: return self
    }
  }
}
