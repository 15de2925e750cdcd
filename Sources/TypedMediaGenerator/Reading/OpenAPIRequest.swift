import TypedMediaSchema

/// The request that an OpenAPI document of one model describes.
struct OpenAPIRequest {
  /// The model's name, where the document gives one.
  let name: String?
  /// Where the schema of the request's body is.
  let schema: JSONPointer

  /// Finds the request.
  ///
  /// The document of a model of Replicate wraps the model's own input, which is the definition
  /// `Input`; else it is the JSON body of the one operation that has one.
  ///
  /// - Throws: A ``Diagnostic`` when there is none, or several.
  init(_ document: JSONDocument, in file: SourceFile) throws(Diagnostic) {
    let value = document.value
    name = value["info"]?["x-fal-metadata"]?["endpointId"]?.string
    let input = JSONPointer(tokens: ["components", "schemas", "Input"])
    if value[input] != nil {
      schema = input
      return
    }
    let bodies = Self.bodies(in: value)
    guard let body = bodies.first, bodies.count == 1 else {
      throw Diagnostic(
        .error,
        bodies.isEmpty
          ? "no operation of this OpenAPI document takes a JSON body"
          : "\(bodies.count) operations of this OpenAPI document take a JSON body; keep the one for the model",
        path: file.path, position: document.position(ofKeyAt: JSONPointer(tokens: ["paths"])))
    }
    schema = body
  }

  private static func bodies(in document: JSON) -> [JSONPointer] {
    (document["paths"]?.object ?? [:]).flatMap { path, operations -> [JSONPointer] in
      ["post", "put", "patch"].compactMap { method in
        let pointer = JSONPointer(
          tokens: [
            "paths", path, method, "requestBody", "content", "application/json", "schema",
          ])
        return document[pointer] == nil ? nil : pointer
      }
    }
  }
}
