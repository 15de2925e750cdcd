import Foundation
import TypedMediaGenerator
import TypedMediaSchema

/// A file that says what a model takes: the model's record with an `input_schema`, a JSON Schema by
/// itself, an OpenAPI document of one model, or the definition of a tool.
struct ModelFile {
  /// The way that the file is named in what is said of it.
  let path: String
  /// What the service says of the model; empty where the file is but a schema.
  let record: JSONObject
  /// Tells whether it is a schema of requests, and not one of anything.
  let isModel: Bool
  /// The schema of the model's requests, which its references lead into.
  let schema: JSON
  /// The way to read a schema that does not say it.
  let dialect: JSONSchema.Dialect

  private let document: JSONDocument
  /// The place where the schema is in the file.
  private let place: JSONPointer

  /// Reads a file.
  ///
  /// - Throws: A `Diagnostic` when it is no such file.
  init(_ file: SourceFile) throws(Diagnostic) {
    path = file.path
    document = try file.json()
    let value = document.value
    if let form = try SnapshotForm(ofNoRecord: document, in: file) {
      let isOld = value["openapi"]?.string?.hasPrefix("3.0") == true
      dialect = isOld ? .openAPI3_0 : .draft2020_12
      (record, place) = (form.schema == .root ? form.record : [:], form.place)
      schema = Self.schema(at: form.schema, of: form.schemaDocument)
      isModel = true
    } else if let object = value.object, object.contains("input_schema") || Self.isRecord(object) {
      (record, place, dialect) = (object, JSONPointer(tokens: ["input_schema"]), .draft2020_12)
      guard let schema = object["input_schema"] else {
        throw Diagnostic(
          .error, "the record has no \"input_schema\", the JSON Schema of the model's requests",
          path: path, position: document.position(of: .root))
      }
      self.schema = schema
      isModel = true
    } else {
      isModel = false
      (record, schema, place, dialect) = ([:], value, .root, .draft2020_12)
    }
    if let problem = Self.problem(of: schema) { throw diagnostic(problem, at: .root) }
  }

  /// The model's name: as its record gives it, else as the file is called.
  var name: String {
    record["name"]?.string ?? URL(filePath: path).deletingPathExtension().lastPathComponent
  }

  /// Something that is wrong with the schema at `pointer`.
  func diagnostic(
    _ message: String, at pointer: JSONPointer, _ severity: Diagnostic.Severity = .error
  ) -> Diagnostic {
    let pointer = JSONPointer(tokens: place.tokens + pointer.tokens)
    return Diagnostic(severity, message, path: path, position: document.position(of: pointer))
  }

  /// Tells whether an object is a record, which has a name, and no schema, which has rules.
  private static func isRecord(_ object: JSONObject) -> Bool {
    object["name"]?.string != nil
      && !["$schema", "$ref", "properties", "allOf", "anyOf", "oneOf"]
        .contains(where: object.contains)
  }

  /// What keeps a value from being a schema.
  ///
  /// An object of unknown keywords is a schema that allows everything; here it is a mistake, such as
  /// a request in the place of its schema, which must not be answered with "valid".
  private static func problem(of schema: JSON) -> String? {
    guard let object = schema.object else {
      return schema.bool != nil
        ? nil
        : "this is no JSON Schema: it has to be an object, not of type \(schema.kind.rawValue)"
    }
    return object.isEmpty || object.keys.contains(where: keywords.contains)
      ? nil : "this is no JSON Schema and no model's record: it has no keyword of either"
  }

  private static let keywords: Set<String> = [
    "$anchor", "$comment", "$defs", "$dynamicRef", "$id", "$recursiveRef", "$ref", "$schema",
    "additionalProperties", "allOf", "anyOf", "const", "contains", "definitions", "dependencies",
    "dependentRequired", "dependentSchemas", "description", "enum", "exclusiveMaximum",
    "exclusiveMinimum", "format", "if", "items", "maxItems", "maxLength", "maxProperties",
    "maximum", "minItems", "minLength", "minProperties", "minimum", "multipleOf", "not", "oneOf",
    "pattern", "patternProperties", "prefixItems", "properties", "propertyNames", "required",
    "title", "type", "unevaluatedItems", "unevaluatedProperties", "uniqueItems",
  ]

  /// The schema at `pointer` of a document: the document itself, made to refer to that schema.
  private static func schema(at pointer: JSONPointer, of document: JSON) -> JSON {
    guard pointer != .root, var object = document.object else { return document }
    let fragment = pointer.description
      .addingPercentEncoding(withAllowedCharacters: .urlFragmentAllowed)
    object["$ref"] = .string("#" + (fragment ?? ""))
    return .object(object)
  }
}
