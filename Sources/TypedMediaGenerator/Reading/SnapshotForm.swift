package import TypedMediaSchema

/// The place of a model's record in a file, and that of the schema of its requests.
package struct SnapshotForm {
  /// The model's name, as it is sent.
  let name: String
  /// The place where the name is; the root where the file has none.
  let namePlace: JSONPointer
  /// The record's members; for files that are none, the name alone.
  package let record: JSONObject
  /// The document that the schema's references lead into.
  package let schemaDocument: JSON
  /// The place of the request's schema in that document.
  package let schema: JSONPointer
  /// The place of that document in the file.
  package let place: JSONPointer
  /// The place where the schema of what the model answers is in that document, where the document
  /// is all there is.
  var output: JSONPointer?

  /// Finds the record and the schema.
  ///
  /// - Throws: The first thing that keeps the file from being a snapshot at all.
  init(of document: JSONDocument, in file: SourceFile) throws(Diagnostic) {
    guard case .object(let object) = document.value else {
      throw Diagnostic(
        .error,
        "this is not a model's record: it has to be an object with \"name\" and \"input_schema\"",
        path: file.path, position: document.position(of: .root))
    }
    if let other = try SnapshotForm(ofNoRecord: document, in: file) {
      self = other
    } else if object["input_schema"] == nil, Self.isSchema(object) {
      self.init(schema: document.value, at: .root, named: file.stem)
    } else {
      try self.init(record: object, document, in: file)
    }
  }

  /// Finds the schema in a file that is neither a record nor a schema; `nil` for one that is.
  ///
  /// - Throws: What keeps a request from being read from it: it has none, or several.
  package init?(ofNoRecord document: JSONDocument, in file: SourceFile) throws(Diagnostic) {
    guard case .object(let object) = document.value, object["input_schema"] == nil else {
      return nil
    }
    try Self.refuseOtherDocuments(object, document, in: file)
    if object["openapi"]?.string != nil {
      let request = try OpenAPIRequest(document, in: file)
      self.init(schema: document.value, at: request.schema, named: request.name ?? file.stem)
      output = request.output
      return
    }
    if let tool = try ToolDefinition(in: document, file: file) {
      self.init(tool)
      return
    }
    try Self.refuseDefinitionsAlone(object, document, in: file)
    return nil
  }

  private init(schema document: JSON, at schema: JSONPointer, named name: String) {
    self.name = name
    namePlace = .root
    record = ["name": .string(name)]
    (schemaDocument, self.schema, place) = (document, schema, .root)
  }

  private init(_ tool: ToolDefinition) {
    name = tool.name
    namePlace = tool.place.appending("name")
    record = tool.record
    (schemaDocument, schema, place) = (tool.schema, .root, tool.schemaPlace)
  }

  private init(
    record: JSONObject, _ document: JSONDocument, in file: SourceFile
  ) throws(Diagnostic) {
    name = try Self.name(of: record, document, in: file)
    namePlace = JSONPointer(tokens: ["name"])
    self.record = record
    place = JSONPointer(tokens: ["input_schema"])
    guard let schema = record["input_schema"], schema.object != nil else {
      throw Diagnostic(
        .error, "the record has no \"input_schema\"; add the JSON Schema of the model's requests",
        path: file.path, position: document.position(of: place) ?? document.position(of: .root))
    }
    (schemaDocument, self.schema) = (schema, .root)
  }

  private static func name(
    of record: JSONObject, _ document: JSONDocument, in file: SourceFile
  ) throws(Diagnostic) -> String {
    guard let name = record["name"] else {
      throw Diagnostic(
        .error, "the record has no \"name\"; add the model's name, as the service spells it",
        path: file.path, position: document.position(of: .root))
    }
    guard let text = name.string, !text.isEmpty else {
      throw Diagnostic(
        .error, "\"name\" has to be the model's name, as the service spells it",
        path: file.path, position: document.position(of: JSONPointer(tokens: ["name"])))
    }
    return text
  }
}

extension SnapshotForm {
  /// Tells whether an object is a schema itself: it has what only a schema has, and nothing of a
  /// record.
  fileprivate static func isSchema(_ object: JSONObject) -> Bool {
    let certain = ["$schema", "$defs", "definitions", "properties"]
    if certain.contains(where: { object[$0] != nil }) { return true }
    guard object["name"]?.string == nil else { return false }
    let keywords = [
      "$id", "$ref", "anyOf", "oneOf", "allOf", "enum", "additionalProperties", "patternProperties",
    ]
    if keywords.contains(where: { object[$0] != nil }) { return true }
    // A record has a type too: the kind of what the model makes.
    let types = object["type"]?.array ?? [object["type"]].compactMap { $0 }
    let known: Set<JSON> = [
      "array", "boolean", "integer", "null", "number", "object", "string",
    ]
    return !types.isEmpty && known.isSuperset(of: types)
  }

  /// Refuses documents of which code could be made that has nothing to do with them.
  fileprivate static func refuseOtherDocuments(
    _ object: JSONObject, _ document: JSONDocument, in file: SourceFile
  ) throws(Diagnostic) {
    let others = [
      (key: "swagger", what: "a Swagger 2.0 document; convert it to OpenAPI 3"),
      (
        key: "asyncapi",
        what: "an AsyncAPI document; take the JSON Schema of the model's requests out of it"
      ),
    ]
    for (key, what) in others where object[key] != nil {
      throw Diagnostic(
        .error, "this is \(what)", path: file.path,
        position: document.position(ofKeyAt: JSONPointer(tokens: [key])))
    }
  }

  /// Refuses a schema that says nothing of a request, for it only has definitions.
  fileprivate static func refuseDefinitionsAlone(
    _ object: JSONObject, _ document: JSONDocument, in file: SourceFile
  ) throws(Diagnostic) {
    let silent: Set = [
      "$comment", "$defs", "$id", "$schema", "$vocabulary", "definitions", "description", "id",
      "name", "title", "version",
    ]
    guard let key = ["$defs", "definitions"].first(where: { object[$0]?.object != nil }),
      object.allSatisfy({ silent.contains($0.key) || $0.key.hasPrefix("x-") })
    else { return }
    let name = object[key]?.object?.keys.first ?? "Request"
    throw Diagnostic(
      .error,
      """
      this file has only definitions; say which of them a request is, by a "$ref" beside them such as \
      "#/\(key)/\(name)"
      """,
      path: file.path, position: document.position(ofKeyAt: JSONPointer(tokens: [key])))
  }
}
