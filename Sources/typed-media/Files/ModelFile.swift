import Foundation
import TypedMediaGenerator
import TypedMediaSchema

/// A file that says what a model takes: the model's record with an `input_schema`, a JSON Schema by
/// itself, or an OpenAPI document of one model.
struct ModelFile {
  /// How the file is named in what is said of it.
  let path: String
  /// What the service says of the model; empty where the file is but a schema.
  let record: JSONObject
  /// The schema of the model's requests, which its references lead into.
  let schema: JSON
  /// How to read a schema that does not say it.
  let dialect: JSONSchema.Dialect

  private let document: JSONDocument
  /// Where the schema is in the file.
  private let place: JSONPointer

  /// Reads a file.
  ///
  /// - Throws: A `Diagnostic` when it is no such file.
  init(_ file: SourceFile) throws(Diagnostic) {
    path = file.path
    document = try file.json()
    let value = document.value
    if let version = value["openapi"]?.string {
      dialect = version.hasPrefix("3.0") ? .openAPI3_0 : .draft2020_12
      schema = try Self.requestSchema(of: document, path: path)
      (record, place) = ([:], .root)
    } else if let object = value.object, object.contains("input_schema") || Self.isRecord(object) {
      (record, place, dialect) = (object, JSONPointer(tokens: ["input_schema"]), .draft2020_12)
      guard let schema = object["input_schema"] else {
        throw Diagnostic(
          .error, "the record has no \"input_schema\", the JSON Schema of the model's requests",
          path: path, position: document.position(of: .root))
      }
      self.schema = schema
    } else {
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

  /// Whether an object is a record, which has a name, and no schema, which has rules.
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

  /// The schema of the request that an OpenAPI document is about: the document itself, made to refer
  /// to that schema.
  private static func requestSchema(
    of document: JSONDocument, path: String
  ) throws(Diagnostic) -> JSON {
    let value = document.value
    let input = JSONPointer(tokens: ["components", "schemas", "Input"])
    let bodies = value[input] == nil ? requestBodies(in: value) : [input]
    guard let body = bodies.first, bodies.count == 1, var object = value.object else {
      throw Diagnostic(
        .error,
        "this OpenAPI document has \(bodies.isEmpty ? "no" : "several") requests with a JSON body",
        path: path, position: document.position(of: .root))
    }
    let fragment = body.description
      .addingPercentEncoding(withAllowedCharacters: .urlFragmentAllowed)
    object["$ref"] = .string("#" + (fragment ?? ""))
    return .object(object)
  }

  private static func requestBodies(in document: JSON) -> [JSONPointer] {
    let paths = document["paths"]?.object ?? [:]
    return paths.keys.flatMap { path in
      ["post", "put", "patch"].map { method in
        JSONPointer(
          tokens: ["paths", path, method, "requestBody", "content", "application/json", "schema"])
      }
    }.filter { document[$0] != nil }
  }
}
