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
    let declared = output.sharedTypes.split(separator: "\n").filter { $0.contains(" Value_") }
    #expect(declared.count == 2, "\(output.sharedTypes)")
    #expect(Set(declared).count == declared.count)
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
