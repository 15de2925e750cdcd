import Foundation
import Testing

@Suite struct ValidateTests {
  /// What is said of one instance.
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    var schema = Samples.aurora
    let instance: String
    let output: String
    var status: Int32 = 1
  }

  @Test(arguments: [
    Case(
      testDescription: "valid", instance: #"{"prompt": "x", "duration": 6}"#,
      output: "valid 1, invalid 0\n", status: 0),
    Case(
      testDescription: "several violations, at their places",
      instance: "{\n  \"prompt\": 3,\n  \"duration\": 7\n}",
      output: """
        request.json:2:13: error: /prompt is 3; allowed: a string
        request.json:3:15: error: /duration is 7; allowed: one of 4, 6, 8
        valid 0, invalid 1

        """),
    Case(
      testDescription: "formats are not checked",
      instance: #"{"prompt": "x", "website": "https://example.com/a b"}"#,
      output: "valid 1, invalid 0\n", status: 0),
    Case(
      testDescription: "addresses are",
      instance: #"{"prompt": "x", "website": "file:///tmp/fox.png"}"#,
      output: """
        request.json:1:28: error: /website is "file:///tmp/fox.png"; allowed: an address that a \
        service can fetch, such as https://example.com/fox.png; a file has to be uploaded first
        valid 0, invalid 1

        """),
    Case(
      testDescription: "a name that the model does not know",
      instance: #"{"prompt": "x", "durations": 6}"#,
      output: """
        request.json:1:17: error: durations is not a parameter of aurora; those are prompt, \
        duration, website, settings
        valid 0, invalid 1

        """),
    Case(
      testDescription: "a name that is not in a schema which allows others", schema: Samples.schema,
      instance: #"{"size": "large", "sizes": 1}"#,
      output: """
        request.json:1:19: warning: sizes is not a parameter of model; those are size
        valid 1, invalid 0

        """, status: 0),
    Case(
      testDescription: "a schema by itself", schema: Samples.schema,
      instance: #"{"size": "large"}"#,
      output: "valid 1, invalid 0\n", status: 0),
    Case(
      testDescription: "a schema by itself, broken", schema: Samples.schema,
      instance: #"{"size": "huge"}"#,
      output: """
        request.json:1:10: error: /size is "huge"; allowed: one of "small", "large"
        valid 0, invalid 1

        """),
    Case(
      testDescription: "a tool", schema: #"{"name": "draw", "inputSchema": {"required": ["a"]}}"#,
      instance: "{}",
      output: """
        request.json:1:1: error: /a is missing
        valid 0, invalid 1

        """),
    Case(
      testDescription: "OpenAPI", schema: Samples.openAPI, instance: #"{"seed": null}"#,
      output: "valid 1, invalid 0\n", status: 0),
    Case(
      testDescription: "OpenAPI, broken", schema: Samples.openAPI, instance: #"{"seed": "x"}"#,
      output: """
        request.json:1:10: error: /seed is "x"; allowed: an integer
        valid 0, invalid 1

        """),
  ])
  func violationsAreSaidAtTheirPlaces(of test: Case) throws {
    let bench = try Workbench(["model.json": test.schema, "request.json": test.instance])
    let outcome = try bench.shell("$TOOL validate model.json request.json")
    #expect(outcome.output == test.output)
    #expect(outcome.errors == "")
    #expect(outcome.status == test.status)
  }

  @Test func formatsAreCheckedWhenAskedFor() throws {
    let bench = try Workbench([
      "model.json": Samples.aurora, "request.json": #"{"prompt": "x", "website": "https://a/ b"}"#,
    ])
    let outcome = try bench.typedMedia("validate", "--formats", "model.json", "request.json")
    #expect(outcome.output.hasPrefix("request.json:1:28: error: /website is \"https://a/ b\""))
    #expect(outcome.status == 1)
  }

  @Test func theStandardInputIsAnInstance() throws {
    let bench = try Workbench(["model.json": Samples.aurora])
    let outcome = try bench.typedMedia("validate", "model.json", "-", input: "{}")
    #expect(outcome.output.hasPrefix("<stdin>:1:1: error: "))
    #expect(outcome.status == 1)
  }

  @Test func instancesAreCheckedAllTheSameWhenOthersCannotBe() throws {
    let bench = try Workbench([
      "model.json": Samples.aurora, "good.json": #"{"prompt": "x"}"#, "bad.json": "{}",
      "broken.json": "{\n  nope",
    ])
    let outcome = try bench.typedMedia(
      "validate", "model.json", "missing.json", "broken.json", "bad.json", "good.json")
    #expect(outcome.output.hasSuffix("valid 1, invalid 1, not checked 2\n"))
    #expect(
      outcome.errors.hasPrefix(
        "error: 'missing.json' cannot be read: no such file or directory\nbroken.json:2:3: error: ")
    )
    #expect(outcome.status == 66)
  }

  @Test(arguments: [
    ("nope", "model.json:1:1: error: this is not valid JSON: "),
    (String(repeating: "[", count: 10_000), "model.json:1:257: error: this is not valid JSON: "),
    ("[]", "model.json:1:1: error: this is no JSON Schema: it has to be an object"),
    (#"{"name": "a"}"#, "model.json:1:1: error: the record has no \"input_schema\""),
    (#"{"name": "a", "input_schema": 3}"#, "model.json:1:31: error: this is no JSON Schema"),
    (#"{"prompt": "x"}"#, "model.json:1:1: error: this is no JSON Schema and no model's record"),
    (#"{"type": 5}"#, "model.json:1:10: error: 'type' must be "),
    (#"{"input_schema": {"minimum": "x"}}"#, "model.json:1:30: error: 'minimum' must be "),
    (
      #"{"openapi": "3.1.0", "paths": {}}"#,
      "model.json:1:22: error: no operation of this OpenAPI document takes a JSON body"
    ),
    (#"{"swagger": "2.0", "definitions": {}}"#, "model.json:1:2: error: this is a Swagger 2.0"),
    (#"{"definitions": {"a": {}}}"#, "model.json:1:2: error: this file has only definitions"),
  ])
  func whatIsNoSchemaIsAnError(text: String, message: String) throws {
    let bench = try Workbench(["model.json": text, "request.json": "{}"])
    let outcome = try bench.typedMedia("validate", "model.json", "request.json")
    #expect(outcome.errors.hasPrefix(message), "\(outcome.errors)")
    #expect(outcome.output == "")
    #expect(outcome.status == 65)
  }

  @Test func aSchemaWithMistakesIsTakenWhenAskedFor() throws {
    let bench = try Workbench([
      "model.json": ##"{"$ref": "#/$defs/none", "maximum": 3}"##, "request.json": "4",
    ])
    let outcome = try bench.typedMedia("validate", "--lenient", "model.json", "request.json")
    #expect(outcome.errors.hasPrefix("model.json:1:10: warning: the reference '#/$defs/none'"))
    #expect(outcome.output.hasPrefix("request.json:1:1: error: "))
    #expect(outcome.status == 1)
  }

  @Test func aMissingSchemaIsAnError() throws {
    let outcome = try Workbench().typedMedia("validate", "model.json", "request.json")
    #expect(outcome.errors == "error: 'model.json' cannot be read: no such file or directory\n")
    #expect(outcome.status == 66)
  }

  @Test func manyViolationsAreCutOff() throws {
    let values = Array(repeating: "\"x\"", count: 300).joined(separator: ",")
    let bench = try Workbench([
      "schema.json": #"{"items": {"type": "integer"}}"#, "request.json": "[\(values)]",
    ])
    let outcome = try bench.typedMedia("validate", "schema.json", "request.json")
    #expect(outcome.outputLines.count == 102)
    #expect(outcome.outputLines[100] == "request.json: the first 100 errors; there may be more")
  }
}
