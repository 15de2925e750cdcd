import Testing
import TypedMediaGenerator

@Suite struct SharedTypeTests {
  /// Two pairs of models. The types of a pair are equal, and those of both pairs differ in nothing but
  /// what is said of their parts.
  @Test(arguments: [
    (
      #"{"oneOf": [{"minLength": 2}, {"type": "object"}]}"#,
      #"{"oneOf": [{"minLength": 3}, {"type": "object"}]}"#
    ),
    (
      #"{"type": "object", "properties": {"a": {"type": "string"}}}"#,
      #"{"type": "object", "properties": {"a": {"type": "string", "deprecated": true}}}"#
    ),
    (
      #"{"type": "object", "properties": {"a": {"type": "object", "title": "One.", "properties": {"b": {}}}}}"#,
      #"{"type": "object", "properties": {"a": {"type": "object", "title": "Two.", "properties": {"b": {}}}}}"#
    ),
  ])
  func typesThatDifferInWhatIsSaidOfThemHaveTwoNames(first: String, second: String) throws {
    let output = try RequestGenerator(module: "Test").generateUnqualified(
      [first, first, second, second].enumerated().map { index, schema in
        sourceFile(
          #"{"name": "m\#(index)", "input_schema": {"type": "object", "properties": {"value": \#(schema)}}}"#,
          path: "m\(index).json")
      })
    #expect(output.sharedTypes.contains(" M0Value: "), "\(output.sharedTypes)")
    #expect(output.sharedTypes.contains(" M2Value: "), "\(output.sharedTypes)")
  }

  @Test func aTypeIsNamedByItsFirstUse() throws {
    let size = #"{"enum": ["1:1", "9:16"]}"#
    let other = #"{"enum": ["16:9"]}"#
    let output = try RequestGenerator(module: "Test").generateUnqualified(
      [
        ("veo-3.1", #""ratio": \#(size), "end": {"properties": {"ratio": \#(other)}}"#),
        ("aurora", #""ratio": \#(other), "start": {"properties": {"ratio": \#(size)}}"#),
      ].map { name, properties in
        sourceFile(
          #"{"name": "\#(name)", "input_schema": {"type": "object", "properties": {\#(properties)}}}"#,
          path: "\(name).json")
      })
    #expect(
      output.requests["veo-3.1.json"]?.contains("Ratio = TestModels.AuroraStartRatio\n") == true)
    #expect(output.requests["aurora.json"]?.contains("Ratio = TestModels.AuroraRatio\n") == true)
  }

  @Test func whatRefersToTheTypeThatItIsInStaysThere() throws {
    let output = try RequestGenerator(module: "Test").generateUnqualified(
      ["a", "b"].map { name in
        sourceFile(
          ##"""
          {"name": "\##(name)", "input_schema": {
            "type": "object", "properties": {"rule": {"$ref": "#/$defs/Rule"}},
            "$defs": {
              "Rule": {"type": "object", "properties": {
                "\##(name)": {"type": "string"}, "all": {"$ref": "#/$defs/All"}}},
              "All": {"type": "object", "properties": {
                "rules": {"type": "array", "items": {"$ref": "#/$defs/Rule"}}}}}}}
          """##, path: "\(name).json")
      })
    for code in output.requests.values {
      #expect(code.contains("    struct All: JSONObjectConvertible"))
      #expect(code.contains("var rules: [Rule]?"))
    }
    #expect(!output.sharedTypes.contains("All"))
  }
}
