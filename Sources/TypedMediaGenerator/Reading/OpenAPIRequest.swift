import Foundation
import TypedMediaSchema

/// The request that an OpenAPI document of one model describes.
struct OpenAPIRequest {
  /// The model's name, where the document gives one.
  let name: String?
  /// The place where the schema of the request's body is.
  let schema: JSONPointer
  /// The place where the schema of what the model answers is; `nil` where the document does not
  /// say.
  let output: JSONPointer?

  /// Finds the request.
  ///
  /// The document of a model of Replicate wraps the model's own input, which is the definition
  /// `Input`; else it is the JSON body of the one operation that has one. In a document without any, it
  /// is the only schema there is, or the only one that is called an input.
  ///
  /// - Throws: A ``Diagnostic`` when there is none, or several.
  init(_ document: JSONDocument, in file: SourceFile) throws(Diagnostic) {
    let value = document.value
    name = value["info"]?["x-fal-metadata"]?["endpointId"]?.string
    let schemas = JSONPointer(tokens: ["components", "schemas"])
    if value[schemas]?["Input"] != nil {
      schema = schemas.appending("Input")
      output = value[schemas]?["Output"] == nil ? nil : schemas.appending("Output")
      return
    }
    let bodies = Self.bodies(in: value)
    output = Self.output(in: value, ofBodyAt: bodies.first)
    let names = value[schemas]?.object?.keys ?? []
    let inputs = names.count == 1 ? names : names.filter { $0.hasSuffix("Input") }
    if let body = bodies.first, bodies.count == 1 {
      schema = body
    } else if bodies.isEmpty, inputs.count == 1 {
      schema = schemas.appending(inputs[0])
    } else {
      let problem =
        bodies.isEmpty
        ? """
        no operation of this OpenAPI document takes a JSON body, and none of its schemas is the only one \
        whose name ends in "Input"
        """
        : """
        \(bodies.count) operations of this OpenAPI document take a JSON body; keep the one for the model
        """
      throw Diagnostic(
        .error, problem, path: file.path,
        position: document.position(ofKeyAt: JSONPointer(tokens: ["paths"]))
          ?? document.position(ofKeyAt: JSONPointer(tokens: ["openapi"])))
    }
  }

  /// The place where the schema of an answer is: of the operation whose address ends in the ID of a
  /// request, where the model answers later; else of the operation that takes the body.
  private static func output(in document: JSON, ofBodyAt body: JSONPointer?) -> JSONPointer? {
    guard let body, body.tokens.count > 2 else { return nil }
    let path = body.tokens[1]
    let later = document["paths"]?.object?.keys.first { other in
      other.hasPrefix(path) && other.hasSuffix("}") && other != path
        && document["paths"]?[other]?["get"] != nil
    }
    let operation = later.map { ["paths", $0, "get"] } ?? ["paths", path, body.tokens[2]]
    let responses = JSONPointer(tokens: operation + ["responses"])
    let statuses = document[responses]?.object?.keys.filter { $0.hasPrefix("2") } ?? []
    return statuses.lazy.compactMap { self.body(at: responses.appending($0), in: document) }.first
  }

  private static func bodies(in document: JSON) -> [JSONPointer] {
    (document["paths"]?.object ?? [:]).flatMap { path, operations -> [JSONPointer] in
      ["post", "put", "patch"].compactMap { method in
        body(at: JSONPointer(tokens: ["paths", path, method, "requestBody"]), in: document)
      }
    }
  }

  /// The place where the schema of a JSON body is; `nil` where there is none.
  private static func body(at place: JSONPointer, in document: JSON) -> JSONPointer? {
    var place = place
    if let reference = document[place]?["$ref"]?.string, reference.hasPrefix("#"),
      let target = JSONPointer(uriFragment: String(reference.dropFirst()))
    {
      place = target
    }
    place = place.appending("content")
    let types = (document[place]?.object?.keys ?? []).filter(isJSON)
    let type = types.first { !$0.contains("+") } ?? types.first
    guard let schema = type.map({ place.appending($0).appending("schema") }) else { return nil }
    return document[schema] == nil ? nil : schema
  }

  /// Tells whether a media type, with or without parameters, is one of JSON.
  private static func isJSON(_ mediaType: String) -> Bool {
    let name = (mediaType.split(separator: ";").first ?? "").lowercased()
      .trimmingCharacters(in: .whitespaces)
    return name == "application/json" || name.hasSuffix("+json")
  }
}
