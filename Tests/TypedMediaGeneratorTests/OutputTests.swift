import Foundation
import Testing
import TypedMediaGenerator
import TypedMediaSchema

/// What becomes of what a model answers.
struct OutputTests {
  /// The code of a model's type, with an answer of this schema.
  private func swift(_ output: String, settings: String = "{}") throws -> String {
    let record =
      #"{"name": "aurora", "input_schema": {"type": "object"}, "output_schema": \#(output)}"#
    let configuration = try Configuration(sourceFile(settings, path: "typed-media.json"))
    let generated = try RequestGenerator(module: "Test", configuration: configuration)
      .generateUnqualified([sourceFile(record)])
    #expect(generated.warnings.isEmpty)
    return try #require(generated.requests.values.first)
  }

  @Test(arguments: [
    (#"{"type": "string", "format": "uri"}"#, "var file: MediaFile? { json.readValue() }"),
    (#"{"type": "string"}"#, "var text: String? { json.readValue() }"),
    (
      #"{"type": "array", "items": {"type": "string"}, "x-cog-array-display": "concatenate"}"#,
      "var text: String? { json.readText() }"
    ),
    (
      #"{"type": "array", "items": {"type": "string"}}"#,
      "var elements: [String] { json.readElements() }"
    ),
    (#"{"type": "number"}"#, "var value: Double? { json.readValue() }"),
    (
      ##"{"$ref": "#/$defs/A", "$defs": {"A": {"type": "object", "properties": {"b": {"type": "boolean"}}}}}"##,
      "var b: Bool? { json.readValue(\"b\") }"
    ),
    (
      #"{"type": "object", "additionalProperties": {"type": "integer"}}"#,
      "var members: [String: Int] { json.readMembers() }"
    ),
  ])
  func whatIsNoObjectHasOneProperty(output: String, property: String) throws {
    #expect(try swift(output).contains(property))
  }

  /// Files are there without a word.
  @Test(arguments: [#"{"type": "array", "items": {"type": "string", "format": "uri"}}"#, "{}"])
  func whatIsOnlyFilesOrAnythingHasNoPropertyOfItsOwn(output: String) throws {
    let swift = try swift(output)
    #expect(swift.contains("struct Output: ModelOutput {"))
    let answer = try #require(swift.components(separatedBy: "struct Output").last)
    #expect(answer.components(separatedBy: " var ").count == 2)
  }

  @Test(
    arguments: [
      (#"{"protocol": "AcmeRequest"}"#, nil),
      (#"{"protocol": "AcmeRequest", "outputProtocol": "AcmeOutput"}"#, "AcmeOutput"),
      ("{}", "ModelOutput"),
    ] as [(String, String?)])
  func theTargetSaysWhichProtocolAnswersConformTo(settings: String, name: String?) throws {
    let swift = try swift(#"{"type": "string"}"#, settings: settings)
    #expect(swift.contains("struct Output: ") == (name != nil))
    if let name { #expect(swift.contains("struct Output: \(name) {")) }
  }

  /// Documents of fal's form and of Cog's.
  @Test(arguments: [
    (
      #"""
      {"/acme/aurora": {"post": {"requestBody": {"content": {"application/json":
        {"schema": {"$ref": "#/components/schemas/In"}}}},
        "responses": {"200": {"content": {"application/json": {"schema": {"type": "object"}}}}}}},
       "/acme/aurora/requests/{id}": {"get": {"responses": {"200": {"content":
        {"application/json": {"schema": {"$ref": "#/components/schemas/Out"}}}}}}}}
      """#, "In", "Out"
    ),
    (#"{}"#, "Input", "Output"),
    (
      #"""
      {"/aurora": {"post": {"requestBody": {"content": {"application/json":
        {"schema": {"$ref": "#/components/schemas/In"}}}},
        "responses": {"201": {"content": {"application/json":
        {"schema": {"$ref": "#/components/schemas/Out"}}}}}}}}
      """#, "In", "Out"
    ),
  ])
  func theAnswerOfADocumentIsFound(paths: String, input: String, output: String) throws {
    let document = """
      {"openapi": "3.0.0", "paths": \(paths), "components": {"schemas": {
        "\(input)": {"type": "object", "properties": {"prompt": {"type": "string"}}},
        "\(output)": {"type": "object", "properties": {"answer": {"type": "string"}}}}}}
      """
    let generated = try RequestGenerator(module: "Test").generateUnqualified([sourceFile(document)])
    let swift = try #require(generated.requests.values.first)
    #expect(swift.contains("var answer: String? { json.readValue(\"answer\") }"))
  }
}
