import Testing
import TypedMediaGenerator

/// Schemas that would take forever, or all memory, if they were taken at their word.
@Suite(.timeLimit(.minutes(20))) struct HostileSchemaTests {
  @Test(arguments: [
    (#"{"oneOf": [NEXT, NEXT]}"#, #"{"anyOf": [NEXT, {"type": "null"}]}"#),
    (#"{"allOf": [NEXT, NEXT]}"#, #"{"allOf": [NEXT, NEXT]}"#),
    (#"{"anyOf": [NEXT]}"#, #"{"allOf": [NEXT, NEXT]}"#),
    (#"{"items": NEXT}"#, #"{"items": NEXT}"#),
    (#"{"additionalProperties": NEXT, "type": "object"}"#, #"{"items": NEXT}"#),
    (#"{"properties": {"a": NEXT, "b": NEXT}}"#, #"{"oneOf": [NEXT, NEXT]}"#),
  ])
  func definitionsThatReferToEachOtherEnd(first: String, second: String) throws {
    let a = first.replacing("NEXT", with: ##"{"$ref": "#/$defs/B"}"##)
    let b = second.replacing("NEXT", with: ##"{"$ref": "#/$defs/A"}"##)
    let output = try generate(
      ##"{"type": "object", "properties": {"p": {"$ref": "#/$defs/A"}}, "$defs": {"A": \##(a), "B": \##(b)}}"##
    )
    #expect(output.requests.values.first?.contains("struct Model: GenerationRequest") == true)
  }

  @Test func aUnionThatContainsTheTypeItIsInIsIndirect() throws {
    let output = try generate(
      ##"""
      {"type": "object", "properties": {"scene": {"$ref": "#/$defs/Scene"}}, "$defs": {
        "Scene": {"type": "object", "properties": {"part": {"$ref": "#/$defs/Part"}}},
        "Part": {"oneOf": [{"$ref": "#/$defs/Scene"}, {"type": "string"}]}}}
      """##)
    #expect(output.requests.values.first?.contains("indirect enum Part") == true)
  }

  /// Otherwise a request would be of 2^10 values, side by side in memory.
  @Test func whatIsLargeIsKeptElsewhere() throws {
    let levels = (0..<10).map { level in
      let next = level < 9 ? ##"{"$ref": "#/$defs/L\##(level + 1)"}"## : #"{"type": "string"}"#
      return #""L\#(level)": {"type": "object", "properties": {"a": \#(next), "b": \#(next)}}"#
    }
    let output = try generate(
      ##"{"$ref": "#/$defs/L0", "$defs": {\##(levels.joined(separator: ", "))}}"##)
    let swift = try #require(output.requests.values.first)
    #expect(swift.contains("  @_Indirect var a: L3?") && swift.contains("  @_Indirect var b: L3?"))
    #expect(swift.contains("  var a: L4?") && swift.contains("  var a: L2?"))
    #expect(output.warnings.isEmpty)
  }

  @Test func whatHasLargeAlternativesIsIndirect() throws {
    let properties = (0..<60).map { #""p\#($0)": {"type": "string"}"# }.joined(separator: ", ")
    let branches = ["first", "second"].map { kind in
      #"{"required": ["kind"], "properties": {"kind": {"const": "\#(kind)"}, \#(properties)}}"#
    }
    let output = try generate(
      #"""
      {"type": "object", "properties": {
        "scene": {"oneOf": [\#(branches.joined(separator: ", "))]},
        "part": {"oneOf": [\#(branches[0]), {"type": "string"}]}}}
      """#)
    let swift = try #require(output.requests.values.first)
    #expect(swift.contains("indirect enum Scene:") && swift.contains("  enum Part:"))
  }

  @Test func referencesThatFanOutAreFollowedOnce() throws {
    let definitions = (0..<40).map { level in
      let next = ##"{"$ref": "#/$defs/D\##(level + 1)"}"##
      return #""D\#(level)": {"allOf": [\#(next), \#(next)]}"#
    }
    let output = try generate(
      ##"""
      {"allOf": [{"$ref": "#/$defs/D10"}], "$defs": {\##(definitions.joined(separator: ", ")),
        "D40": {"type": "object", "properties": {"prompt": {"type": "string"}}}}}
      """##)
    #expect(output.requests.values.first?.contains("var prompt: String?") == true)
  }

  @Test func objectsThatFanOutAreDeclaredOnce() throws {
    let output = try generate(
      fanningOut(#"{"type": "object", "properties": {"a": NEXT, "b": NEXT, "c": NEXT}}"#))
    let swift = try #require(output.requests.values.first)
    #expect(swift.split(separator: "struct D").count == 11)
    #expect(swift.contains("var c: D1?"))
    #expect(output.warnings.count == 1)
    #expect(output.warnings.allSatisfy { $0.message.contains("is in more than 10 other types") })
  }

  @Test(arguments: [
    #"{"oneOf": [NEXT, NEXT, {"type": "string"}]}"#,
    #"{"type": "object", "properties": {"a": NEXT, "b": {"type": "array", "items": NEXT}}}"#,
    #"{"type": "object", "properties": {"a": NEXT, "b": AFTER, "c": LATER}}"#,
    #"{"type": "array", "minItems": 2, "maxItems": 2, "prefixItems": [NEXT, NEXT]}"#,
    #"{"properties": {"a": {"description": "One.", "allOf": [NEXT]}, "b": NEXT, "c": AFTER}}"#,
  ])
  func whateverFansOutEnds(definition: String) throws {
    let output = try generate(fanningOut(definition))
    #expect(output.requests.values.first?.contains("struct Model: GenerationRequest") == true)
    #expect(!output.warnings.isEmpty && output.warnings.count <= 100)
  }

  @Test func moreTypesThanAnybodyCanCompileAreJSON() throws {
    let halves = [0..<505, 505..<1_010].map { half in
      let properties = half.map { index in
        #""p\#(index)": {"type": "object", "properties": {"x\#(index)": {"type": "string"}}}"#
      }
      return #"{"type": "object", "properties": {\#(properties.joined(separator: ", "))}}"#
    }
    let output = try generate(
      #"{"type": "object", "properties": {"first": \#(halves[0]), "second": \#(halves[1])}}"#)
    let swift = try #require(output.requests.values.first)
    #expect(swift.contains("var p997: P997?") && swift.contains("var p998: JSON?"))
    #expect(output.warnings.count == 12)
    #expect(output.warnings.allSatisfy { $0.message.contains("more than 1000 types") })
  }

  /// A schema with 40 definitions, of which each refers to those after it.
  private func fanningOut(_ definition: String) -> String {
    let definitions = (0..<40).map { level in
      let text = [("NEXT", 1), ("AFTER", 2), ("LATER", 3)].reduce(definition) { text, word in
        text.replacing(word.0, with: ##"{"$ref": "#/$defs/D\##(level + word.1)"}"##)
      }
      return #""D\#(level)": \#(text)"#
    }
    return ##"""
      {"type": "object", "properties": {"p": {"$ref": "#/$defs/D0"}},
       "$defs": {\##(definitions.joined(separator: ", ")), "D40": {"type": "string"},
         "D41": {"type": "string"}, "D42": {"type": "string"}}}
      """##
  }

  @Test func aListOfItselfIsJSONAndAWarning() throws {
    let output = try generate(
      ##"""
      {"type": "object", "properties": {"tree": {"$ref": "#/$defs/Tree"}},
       "$defs": {"Tree": {"type": "array", "items": {"$ref": "#/$defs/Tree"}}}}
      """##)
    #expect(output.requests.values.first?.contains("var tree: [JSON]?") == true)
    #expect(output.warnings.map(\.message).first?.contains("a list of itself") == true)
  }

  @Test func whatIsNestedTooDeeplyForTheCompilerIsJSON() throws {
    let opening = String(repeating: #"{"type": "array", "items": "#, count: 240)
    let output = try generate(
      #"{"type": "object", "properties": {"deep": \#(opening){}\#(String(repeating: "}", count: 240))}}"#
    )
    let swift = try #require(output.requests.values.first)
    #expect(swift.contains("var deep: [[[[") && !swift.contains(String(repeating: "[", count: 17)))
    #expect(output.warnings.map(\.message).first?.contains("nested too deeply") == true)
  }

  @Test func aDefinitionOfSeveralTypesIsNotOneOfThem() throws {
    let output = try generate(
      ##"""
      {"type": "object", "properties": {"size": {"$ref": "#/$defs/Size"}},
       "$defs": {"Size": {"type": ["string", "integer"]}}}
      """##)
    let swift = try #require(output.requests.values.first)
    #expect(swift.contains("case text(String)") && swift.contains("case integer(Int)"))
  }

  @Test(arguments: ["oneOf", "anyOf", "prefixItems"])
  func whatHasTooManyPartsIsJSON(keyword: String) throws {
    let parts = [String](repeating: "{}", count: 1_001).joined(separator: ", ")
    let output = try generate(
      #"{"type": "object", "properties": {"choice": {"\#(keyword)": [\#(parts)]}}}"#)
    #expect(output.requests.values.first?.contains("var choice: JSON?") == true)
    #expect(output.warnings.first?.message.hasSuffix("it is of more than 1000 parts") == true)
  }

  @Test func anObjectOfTooManyPropertiesIsJSON() throws {
    let properties = (0...1_000).map { #""p\#($0)": {}"# }.joined(separator: ", ")
    let object = #"{"type": "object", "properties": {\#(properties)}}"#
    let asPart = try generate(#"{"type": "object", "properties": {"all": \#(object)}}"#)
    #expect(asPart.requests.values.first?.contains("var all: JSON?") == true)
    #expect(asPart.warnings.first?.message.hasSuffix("it is of more than 1000 parts") == true)
    let asRequest = try generate(object)
    let request = try #require(asRequest.requests.values.first)
    #expect(request.contains("var additionalProperties: [String: JSON]?"))
    #expect(!request.contains("var p0"))
    #expect(asRequest.warnings.first?.message.hasSuffix("there are more than 1000") == true)
  }

  @Test func warningsWithoutNumberAreCutShort() throws {
    let values = [String](repeating: #""again""#, count: 2_000).joined(separator: ", ")
    let output = try generate(
      #"{"type": "object", "properties": {"choice": {"enum": [\#(values)]}}}"#)
    #expect(output.warnings.count == 100)
    #expect(output.warnings.last?.message.hasSuffix("is not listed") == true)
  }

  private func generate(_ schema: String) throws -> RequestGenerator.Output {
    try RequestGenerator(module: "Test").generateUnqualified([sourceFile(schema)])
  }
}
