import Testing
import TypedMediaGenerator
import TypedMediaSchema

/// The kinds of files that code is made of, and those that it is not made of.
@Suite struct SnapshotFormTests {
  private static let schema =
    #"{"type": "object", "required": ["prompt"], "properties": {"prompt": {"type": "string"}}}"#

  @Test(arguments: [
    (#"{"name": "draw", "input_schema": SCHEMA}"#, "Draw"),
    (#"{"name": "draw", "description": "Draws.", "inputSchema": SCHEMA}"#, "Draw"),
    (#"{"tools": [{"name": "draw", "inputSchema": SCHEMA}]}"#, "Draw"),
    (#"{"name": "draw", "parameters": SCHEMA}"#, "Draw"),
    (#"{"type": "function", "name": "draw", "parameters": SCHEMA, "strict": true}"#, "Draw"),
    (#"{"type": "function", "function": {"name": "draw", "parameters": SCHEMA}}"#, "Draw"),
    (
      #"{"tools": [{"type": "function", "function": {"name": "draw", "parameters": SCHEMA}}]}"#,
      "Draw"
    ),
    ("SCHEMA", "Model"),
    (
      #"{"name": "Draw", "$schema": "https://json-schema.org/draft/2020-12/schema", "allOf": [SCHEMA]}"#,
      "Model"
    ),
    (#"{"openapi": "3.0.0", "components": {"schemas": {"DrawInput": SCHEMA}}}"#, "Model"),
    (
      #"{"openapi": "3.1.0", "paths": {}, "components": {"schemas": {"DrawInput": SCHEMA, "DrawOutput": {}}}}"#,
      "Model"
    ),
    (
      #"{"openapi": "3.1.0", "paths": {"/draw": {"post": {"requestBody": {"content": CONTENT}}}}}"#,
      "Model"
    ),
    (
      ##"""
      {"openapi": "3.1.0", "paths": {"/draw": {"post": {"requestBody": {"$ref": "#/components/requestBodies/Draw"}}}},
       "components": {"requestBodies": {"Draw": {"content": CONTENT}}}}
      """##, "Model"
    ),
  ])
  func aRequestIsReadFromIt(file: String, type: String) throws {
    for content in Self.contents {
      let text = file.replacing("CONTENT", with: content).replacing("SCHEMA", with: Self.schema)
      let output = try RequestGenerator(module: "Test").generateUnqualified([sourceFile(text)])
      let swift = try #require(output.requests.values.first)
      #expect(swift.contains("struct \(type): GenerationRequest {"))
      #expect(swift.contains("init(prompt: String)"))
      #expect(output.warnings.isEmpty)
    }
  }

  private static let contents = [
    #"{"application/json": {"schema": SCHEMA}}"#,
    #"{"application/json; charset=utf-8": {"schema": SCHEMA}}"#,
    #"{"Application/JSON;charset=UTF-8": {"schema": SCHEMA}}"#,
    #"{"multipart/form-data": {"schema": {}}, "application/vnd.api+json": {"schema": SCHEMA}}"#,
  ]

  @Test(arguments: [
    (
      "{\n\"swagger\": \"2.0\", \"paths\": {}, \"definitions\": {\"A\": {}}}",
      "schemas/model.json:2:1: error: this is a Swagger 2.0 document; convert it to OpenAPI 3"
    ),
    (
      "{\n\"asyncapi\": \"2.6.0\", \"channels\": {}}",
      "schemas/model.json:2:1: error: this is an AsyncAPI"
    ),
    (
      "{\n\"definitions\": {\"Clip\": {\"type\": \"object\"}}}",
      ##"schemas/model.json:2:1: error: this file has only definitions; say which of them a request is, by a "$ref" beside them such as "#/definitions/Clip""##
    ),
    (
      "{\"title\": \"x\",\n\"$defs\": {\"A\": {}}}",
      "schemas/model.json:2:1: error: this file has only"
    ),
    (
      "{\"openapi\": \"3.0.0\",\n\"paths\": {}}",
      "schemas/model.json:2:1: error: no operation of this OpenAPI document takes a JSON body"
    ),
    (
      "{\n\"openapi\": \"3.0.0\", \"components\": {\"schemas\": {\"A\": {}, \"B\": {}}}}",
      "schemas/model.json:2:1: error: no operation of this OpenAPI document takes a JSON body"
    ),
    ("{\n\"tools\": [{}, {}]}", "schemas/model.json:2:1: error: this is a list of 2 tools"),
  ])
  func whatIsNoneIsAnErrorAtItsLine(text: String, message: String) {
    let failure = #expect(throws: GenerationFailure.self) {
      try RequestGenerator(module: "Test").generateUnqualified([sourceFile(text)])
    }
    #expect(failure?.description.hasPrefix(message) == true, "\(failure?.description ?? "nothing")")
  }

  @Test func aWarningOfAToolIsAtItsLine() throws {
    let output = try RequestGenerator(module: "Test").generateUnqualified([
      sourceFile(
        """
        {"name": "draw", "inputSchema": {"type": "object", "properties": {
          "any": {}}}}
        """)
    ])
    #expect(output.warnings.map(\.position?.line) == [2])
  }
}
