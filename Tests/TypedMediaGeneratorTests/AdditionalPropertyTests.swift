import Testing
import TypedMediaGenerator

/// What a request may hold besides the properties that its schema names.
@Suite struct AdditionalPropertyTests {
  @Test(arguments: [
    (#""additionalProperties": {"type": "number"}"#, "[String: Double]"),
    (#""additionalProperties": {"type": ["number", "null"]}"#, "[String: Nullable<Double>]"),
    (#""additionalProperties": true"#, "[String: JSON]"),
    (#""additionalProperties": {}"#, "[String: JSON]"),
    (#""patternProperties": {"^x": {"type": "integer"}}"#, "[String: Int]"),
    (
      #""patternProperties": {"^x": {"type": "integer"}}, "additionalProperties": false"#,
      "[String: Int]"
    ),
    (
      #""patternProperties": {"^x": {"type": "integer"}, "^y": {"type": "string"}}"#,
      "[String: JSON]"
    ),
    (
      #""patternProperties": {"^x": false}, "additionalProperties": {"type": "string"}"#,
      "[String: String]"
    ),
    (
      #""patternProperties": {"^x": {"type": "integer"}}, "additionalProperties": {"type": "string"}"#,
      "[String: JSON]"
    ),
  ])
  func theyHaveTheTypeThatAllOfThemHave(keywords: String, type: String) throws {
    let swift = try generate(#"{"properties": {"a": {"type": "string"}}, \#(keywords)}"#)
    #expect(swift.contains("  var additionalProperties: \(type)?\n"), "\(swift)")
  }

  @Test(arguments: [
    "", #", "additionalProperties": false"#, #", "patternProperties": {"^x": false}"#,
  ])
  func thereAreNoneWhereTheSchemaNamesNone(keywords: String) throws {
    let swift = try generate(#"{"properties": {"a": {"type": "string"}}\#(keywords)}"#)
    #expect(!swift.contains("additionalProperties"))
  }

  @Test(arguments: [
    (#"{"type": "object"}"#, "[String: JSON]"),
    (
      #"{"type": "object", "patternProperties": {"^x": {"type": "integer"}}}"#, "[String: JSON]"
    ),
    (
      #"""
      {"type": "object", "patternProperties": {"^x": {"type": "integer"}}, "additionalProperties": false}
      """#, "[String: Int]"
    ),
    (#"{"additionalProperties": {"type": "string"}, "type": "object"}"#, "[String: String]"),
  ])
  func anObjectWithoutPropertiesIsADictionary(schema: String, type: String) throws {
    #expect(try generate(#"{"properties": {"a": \#(schema)}}"#).contains("  var a: \(type)?\n"))
  }

  private func generate(_ schema: String) throws -> String {
    let output = try RequestGenerator(module: "Test").generateUnqualified([sourceFile(schema)])
    return try #require(output.requests.values.first)
      .split(separator: "static let snapshot").first.map(String.init) ?? ""
  }
}
