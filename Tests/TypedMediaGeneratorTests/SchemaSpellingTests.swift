import Testing
import TypedMediaGenerator
import TypedMediaSchema

/// Different spellings of one thing, and what they become.
@Suite struct SchemaSpellingTests {
  @Test(arguments: [
    #"{"enum": ["low", "high"]}"#,
    #"{"type": "string", "enum": ["low", "high"]}"#,
    #"{"type": "string", "enum": ["low", "high", 3]}"#,
    #"{"oneOf": [{"const": "low"}, {"const": "high"}]}"#,
    #"{"anyOf": [{"const": "low", "type": "string"}, {"enum": ["high"]}]}"#,
    #"{"type": "string", "anyOf": [{"const": "low"}, {"const": "high"}]}"#,
    #"{"anyOf": [{"const": "low"}, {"anyOf": [{"const": "high"}, {"const": "low"}]}]}"#,
    #"{"anyOf": [{"const": "low"}, {"const": "high"}, {"type": "null"}]}"#,
    ##"{"oneOf": [{"$ref": "#/$defs/low"}, {"$ref": "#/$defs/high"}]}"##,
    #"{"anyOf": [{"not": {}}, {"enum": ["low", "high"]}]}"#,
    #"{"anyOf": [false, {"anyOf": [{"not": true}, {"enum": ["low", "high"]}]}]}"#,
    #"{"allOf": [{"enum": ["low", "high", "all"]}, {"enum": ["none", "low", "high"]}]}"#,
    ##"{"$ref": "#/$defs/levels", "enum": ["low", "high"]}"##,
    ##"{"allOf": [{"$ref": "#/$defs/levels"}, {"enum": ["low", "high"]}]}"##,
    #"{"enum": ["low", "high", "all"], "not": {"const": "all"}}"#, ##"{"$ref": "#level"}"##,
    #"{"$ref": "level.json"}"#,
    #"{"$ref": "https://example.com/level.json"}"#, ##"{"$dynamicRef": "#dynamic"}"##,
  ])
  func aListOfValuesIsOneEnum(property: String) throws {
    let swift = try code(of: property)
    #expect(
      swift.contains(": _TextValue, ClosedValue {\n    case low\n    case high\n"), "\(swift)")
    #expect(swift.contains("    low\n      high\n"), "\(swift)")
    #expect(!swift.contains("JSONMismatch") && !swift.contains("case all"))
  }

  @Test func whatIsSaidOfAValueStandsAtItsCase() throws {
    let swift = try code(
      of: """
        {"oneOf": [{"const": 24, "description": "As in films."}, {"const": 30, "title": "TV"}],
         "default": 30}
        """)
    #expect(
      swift.contains("    /// As in films.\n    case a24 = 24\n    /// TV\n    case a30 = 30"))
    #expect(swift.contains("static var defaultA: A { .a30 }"))
  }

  @Test(arguments: ["*#/properties/a/oneOf/1", "*#/properties/a/enum/1"])
  func aRenameNamesAValueThatWasAnAlternative(place: String) throws {
    let configuration = try Configuration(
      sourceFile(#"{"renames": {"\#(place)": "sharp"}}"#, path: "typed-media.json"))
    let output = try RequestGenerator(module: "Test", configuration: configuration)
      .generateUnqualified([
        sourceFile(
          #"{"type": "object", "properties": {"a": {"oneOf": [{"const": "x"}, {"const": "y"}]}}}"#)
      ])
    #expect(
      output.requests.values.first?.contains("    /// Sent as `y`.\n    case sharp\n") == true)
    #expect(output.warnings.isEmpty)
  }

  @Test(arguments: [
    (#"{"type": ["string", "number"], "enum": ["auto", 1]}"#, [".string(\"auto\")", ".number(1)"]),
    (#"{"type": ["boolean", "string"], "enum": [true, "auto"]}"#, [".bool(true)"]),
    (#"{"anyOf": [{"const": true}, {"const": "auto"}]}"#, [".bool(true)", ".string(\"auto\")"]),
    (#"{"type": ["string", "integer", "null"], "enum": ["auto", 1, null]}"#, [".number(1)"]),
  ])
  func valuesOfSeveralTypesAreOneEnumToo(property: String, values: [String]) throws {
    let swift = try code(of: property)
    #expect(swift.contains("  enum A: ClosedValue {"))
    for value in values { #expect(swift.contains(value)) }
  }

  @Test(arguments: [
    (#"{"type": "integer"}"#, "Int"), (#"{"type": "integer", "minimum": 0}"#, "Int"),
    (#"{"type": "integer", "maximum": 9223372036854775807}"#, "Int"),
    (#"{"type": "integer", "exclusiveMaximum": 9223372036854775808}"#, "Int"),
    (#"{"type": "integer", "minimum": 0, "maximum": 9223372036854775808}"#, "UInt64"),
    (#"{"type": "integer", "minimum": 0, "maximum": 18446744073709551615}"#, "UInt64"),
    (#"{"type": "integer", "minimum": 0, "exclusiveMaximum": 18446744073709551616}"#, "UInt64"),
    (#"{"type": "integer", "format": "uint64"}"#, "UInt64"),
    (#"{"type": "integer", "format": "uint64", "maximum": 100}"#, "Int"),
    (#"{"type": "integer", "minimum": 0, "maximum": 18446744073709551616}"#, "Decimal"),
    (#"{"type": "integer", "maximum": 18446744073709551615}"#, "Decimal"),
    (#"{"type": "integer", "minimum": -9223372036854776000}"#, "Decimal"),
    (#"{"allOf": [{"type": "number"}, {"type": "integer"}]}"#, "Int"),
    (#"{"allOf": [{"type": ["string", "integer"]}, {"type": ["integer", "boolean"]}]}"#, "Int"),
    (#"{"anyOf": [{"type": "string", "maxLength": 3}, {"type": "string"}]}"#, "String"),
    (#"{"type": "string", "anyOf": [{"pattern": "^a"}, {"maxLength": 3}]}"#, "String"),
    (#"{"anyOf": [{"anyOf": [{"not": {}}, {"type": "number"}]}, {"type": "null"}]}"#, "Double"),
    (##"{"$ref": "#/$defs/whole", "maximum": 5}"##, "Int"),
  ])
  func aPlainTypeIsOneThatHoldsTheRange(property: String, type: String) throws {
    #expect(try code(of: property).contains("  var a: \(type)?\n"))
  }

  @Test(arguments: [
    #"{"type": "array", "prefixItems": [{"type": "number"}, {"type": "string"}], "items": false}"#,
    #"{"type": "array", "prefixItems": [{"type": "number"}, {"type": "string"}]}"#,
    #"{"type": "array", "items": [{"type": "number"}, {"type": "string"}], "additionalItems": false}"#,
    #"{"items": [{"type": "number"}, {"type": "string"}], "maxItems": 2}"#,
  ])
  func aListOfFixedPlacesIsAStruct(property: String) throws {
    let swift = try code(of: property)
    #expect(swift.contains("var first: Double?") && swift.contains("var second: String?"))
  }

  @Test func aListOfFixedPlacesAndOthersIsJSONWithAWarning() throws {
    let output = try generate(
      #"{"prefixItems": [{"type": "number"}], "items": {"type": "string"}, "type": "array"}"#)
    #expect(output.requests.values.first?.contains("var a: [JSON]?") == true)
    #expect(output.warnings.count == 1)
  }

  @Test(arguments: [
    #"{}"#, #"true"#, #"{"description": "Anything."}"#, #"{"type": "array"}"#,
    #"{"type": "array", "items": {}}"#, #"{"type": "colour"}"#, ##"{"$ref": "#/$defs/none"}"##,
    #"{"$ref": "https://example.com/none.json"}"#, #"{"enum": []}"#,
    #"{"allOf": [{"enum": ["a"]}, {"enum": ["b"]}]}"#, #"{"type": "null"}"#,
    #"{"type": "object", "patternProperties": {"^x": {"type": "string"}, "^y": {"type": "integer"}}, "additionalProperties": false}"#,
    #"{"anyOf": [{"type": "string"}, {}]}"#,
  ])
  func whatHasNoTypeIsAlwaysWarnedOf(property: String) throws {
    let output = try generate(property)
    #expect(output.requests.values.first?.contains("JSON") == true)
    #expect(!output.warnings.isEmpty)
    #expect(output.warnings.allSatisfy { ($0.position?.line ?? 0) > 1 })
  }

  @Test(arguments: [
    (#""required": true"#, "'required' must be an array of names, not true"),
    (#""maxLength": "3""#, "'maxLength' must be"),
    (#""pattern": "(""#, "is not a regular expression"),
  ])
  func aMalformedKeywordIsAWarningAtItsLine(keyword: String, message: String) throws {
    let output = try generate("{\"type\": \"string\",\n \(keyword)}")
    #expect(output.warnings.count == 1)
    #expect(output.warnings.first?.message.contains(message) == true)
    #expect(output.warnings.first?.position?.line == 3)
  }

  @Test func whatOnlyTheServiceSetsIsLeftOut() throws {
    let output = try RequestGenerator(module: "Test").generateUnqualified([
      sourceFile(
        ##"""
        {"allOf": [
          {"type": "object", "properties": {
            "id": {"type": "string", "readOnly": true}, "made": {"$ref": "#/$defs/made"},
            "prompt": {"type": "string"}}},
          {"required": ["id", "made", "prompt"]}
        ], "$defs": {"made": {"type": "string", "readOnly": true}}}
        """##)
    ])
    let swift = try #require(output.requests.values.first)
    #expect(swift.contains("init(prompt: String)"))
    #expect(swift.contains(#""required":["prompt"]"#))
    #expect(output.warnings.isEmpty)
  }

  private func code(of property: String) throws -> String {
    let output = try generate(property)
    #expect(output.warnings.isEmpty)
    return try #require(output.requests.values.first).split(separator: "static let snapshot")
      .first.map(String.init) ?? ""
  }

  private func generate(_ property: String) throws -> RequestGenerator.Output {
    try RequestGenerator(module: "Test").generateUnqualified([
      sourceFile(
        ##"""
        {"$id": "https://example.com/model.json", "type": "object", "properties": {
        "a": \##(property)},
         "$defs": {
          "low": {"const": "low"}, "high": {"const": "high"}, "whole": {"type": "integer"},
          "levels": {"type": "string", "enum": ["low", "high", "all"]},
          "anchored": {"$anchor": "level", "enum": ["low", "high"]},
          "dynamic": {"$dynamicAnchor": "dynamic", "enum": ["low", "high"]},
          "addressed": {"$id": "level.json", "enum": ["low", "high"]}}}
        """##)
    ])
  }
}
