import Foundation
package import TypedMediaSchema

/// Stage 1: a snapshot, read.
///
/// It may be a model's record, with the schema in `input_schema`; a JSON Schema by itself; or an
/// OpenAPI document with one request body.
package struct ModelSource: Sendable {
  /// The file.
  package let file: SourceFile
  /// The whole file.
  package let document: JSONDocument
  /// The model's name, as it is sent.
  package let name: String
  /// The record's members; for other kinds of files, the name alone.
  package let record: JSONObject
  /// The document that the schema's references lead into.
  package let schemaDocument: JSON
  /// Where the request's schema is in that document.
  package let schemaPointer: JSONPointer
  /// Where that document is in the file.
  package let documentPointer: JSONPointer

  /// Reads a snapshot.
  ///
  /// - Throws: The first thing that keeps it from being a snapshot at all.
  package init(_ file: SourceFile) throws(Diagnostic) {
    self.file = file
    document = try file.document()
    guard case .object(let object) = document.value else {
      throw Diagnostic(
        .error,
        "this is not a model's record: it has to be an object with \"name\" and \"input_schema\"",
        path: file.path, position: document.position(of: .root))
    }
    if object["openapi"]?.string != nil, object["paths"] != nil {
      let request = try OpenAPIRequest(document, in: file)
      name = request.name ?? file.stem
      record = ["name": .string(name)]
      (schemaDocument, schemaPointer) = (document.value, request.schema)
      documentPointer = .root
    } else if Self.isSchema(object) {
      name = file.stem
      record = ["name": .string(name)]
      (schemaDocument, schemaPointer, documentPointer) = (document.value, .root, .root)
    } else {
      name = try Self.name(of: object, document, in: file)
      record = object
      documentPointer = JSONPointer(tokens: ["input_schema"])
      guard let schema = object["input_schema"], schema.object != nil else {
        throw Diagnostic(
          .error, "the record has no \"input_schema\"; add the JSON Schema of the model's requests",
          path: file.path,
          position: document.position(of: documentPointer) ?? document.position(of: .root))
      }
      (schemaDocument, schemaPointer) = (schema, .root)
    }
  }

  /// Whether an object is a schema itself: it has what only a schema has, and nothing of a record.
  private static func isSchema(_ object: JSONObject) -> Bool {
    guard object["input_schema"] == nil, object["name"]?.string == nil else { return false }
    let keywords = [
      "$schema", "$id", "$ref", "$defs", "definitions", "anyOf", "oneOf", "allOf", "enum",
      "properties", "additionalProperties", "patternProperties",
    ]
    if keywords.contains(where: { object[$0] != nil }) { return true }
    // A record has a type too: the kind of what the model makes.
    let types = object["type"]?.array ?? [object["type"]].compactMap { $0 }
    let known: Set<JSON> = [
      "array", "boolean", "integer", "null", "number", "object", "string",
    ]
    return !types.isEmpty && known.isSuperset(of: types)
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

  /// Where the model's name is, for what is to be said of it.
  var namePosition: SourcePosition? {
    document.position(of: JSONPointer(tokens: ["name"])) ?? document.position(of: .root)
  }

  /// Something to say about a place in the schema's document.
  func diagnostic(
    _ severity: Diagnostic.Severity, _ message: String, at place: JSONPointer
  ) -> Diagnostic {
    let pointer = JSONPointer(tokens: documentPointer.tokens + place.tokens)
    return Diagnostic(
      severity, message, path: file.path,
      position: document.position(ofKeyAt: pointer) ?? document.position(of: pointer))
  }

  /// The request's schema.
  package var schema: SchemaView { SchemaView(document: schemaDocument, at: schemaPointer) }

  /// What the record says of a setting, which is described apart from the schema.
  func setting(_ key: String) -> JSON? {
    record["settings"]?.array?.first { $0["key"]?.string == key }
  }
}

extension SourceFile {
  /// The file's name without its extension.
  fileprivate var stem: String {
    URL(filePath: path).deletingPathExtension().lastPathComponent
  }
}
