import Testing
import TypedMediaGenerator

/// Choices between objects, alone or beside properties that all of them have.
@Suite struct ObjectChoiceTests {
  private static let draw =
    #"{"type": "object", "required": ["kind"], "properties": {"kind": {"const": "draw"}, "size": {"type": "integer"}}}"#
  private static let edit =
    #"{"type": "object", "required": ["image"], "properties": {"image": {"type": "string"}}}"#

  @Test(arguments: [
    #"{"oneOf": [DRAW, EDIT]}"#, #"{"anyOf": [DRAW, EDIT]}"#,
    #"{"type": "object", "oneOf": [DRAW, EDIT]}"#, #"{"allOf": [{"oneOf": [DRAW, EDIT]}]}"#,
    ##"{"$ref": "#/$defs/task", "$defs": {"task": {"oneOf": [DRAW, EDIT]}}}"##,
    ##"{"anyOf": [{"$ref": "#"}, DRAW, EDIT]}"##, #"{"oneOf": [DRAW, {"anyOf": [EDIT, false]}]}"#,
    #"{"oneOf": [DRAW, EDIT], "discriminator": {"propertyName": "kind"}}"#,
  ])
  func aUnionOfObjectsIsARequestWithAChoice(schema: String) throws {
    let swift = try code(of: schema)
    #expect(swift.contains("  init(input: Input) {"))
    #expect(
      swift.contains("    case draw(DrawInput)\n") && swift.contains("    case image(InputImage)\n")
    )
    #expect(!swift.contains("additionalProperties"))
  }

  @Test(arguments: [
    #"{"type": "object", "required": ["prompt"], "properties": {"prompt": {"type": "string"}}, "oneOf": [DRAW, EDIT]}"#,
    #"{"allOf": [{"type": "object", "required": ["prompt"], "properties": {"prompt": {"type": "string"}}}, {"anyOf": [DRAW, EDIT]}]}"#,
  ])
  func whatIsCommonStandsBesideTheChoice(schema: String) throws {
    let swift = try code(of: schema)
    #expect(swift.contains("    prompt: String,\n    input: Input\n"))
    #expect(swift.contains("object.only(\"kind\", \"size\", \"image\")"))
  }

  @Test func aPropertyOfWhichOneOfThemSaysSomethingIsInAll() throws {
    let swift = try code(
      of: #"""
        {"properties": {"kind": {"enum": ["a", "b"]}, "n": {"type": "integer"}}, "required": ["kind"],
         "oneOf": [
          {"properties": {"kind": {"const": "a"}, "x": {"type": "string"}}},
          {"properties": {"kind": {"const": "b"}}, "required": ["n"]}]}
        """#)
    #expect(swift.contains("case a(AInput)") && swift.contains("case b(BInput)"))
    #expect(swift.contains("      var n: Int?\n") && swift.contains("      var n: Int\n"))
    #expect(swift.contains(#"try object.constant("kind", .string("a"))"#))
  }

  @Test func theRestGoesToTheObjectsThatTakeAnything() throws {
    let open = Self.draw.dropLast() + #", "additionalProperties": {"type": "number"}}"#
    let swift = try code(
      of: #"{"properties": {"prompt": {"type": "string"}}, "oneOf": [\#(open), EDIT]}"#)
    #expect(swift.contains("let json = object.except(\"prompt\")"))
    #expect(swift.split(separator: "var additionalProperties: ").count == 2)
  }

  @Test func anObjectThatLeadsBackToItselfIsLeftOutWithAWarning() throws {
    let output = try RequestGenerator(module: "Test").generateUnqualified([
      sourceFile(
        ##"""
        {"$ref": "#/$defs/A", "$defs": {
          "A": {"properties": {"a": {"type": "string"}}, "oneOf": [{"$ref": "#/$defs/B"}, EDIT]},
          "B": {"properties": {"b": {"type": "string"}}, "oneOf": [{"$ref": "#/$defs/A"},
            {"properties": {"c": {"type": "string"}}}]}}}
        """##.replacing("EDIT", with: Self.edit))
    ])
    #expect(output.warnings.map(\.message).first?.contains("leads back") == true)
    #expect(output.requests.values.first?.contains("case c(") == true)
  }

  @Test func anObjectThatContainsTheChoiceMayBeOneOfIt() throws {
    let swift = try code(
      of: ##"""
        {"$ref": "#/$defs/A", "$defs": {
          "A": {"required": ["n"], "properties": {"n": {"type": "string"}, "b": {"$ref": "#/$defs/B"}}},
          "B": {"properties": {"x": {"type": "string"}}, "oneOf": [{"$ref": "#/$defs/A"}, EDIT]}}}
        """##)
    #expect(swift.contains("case a(Model)") && swift.contains("case image(InputImage)"))
    #expect(swift.contains("object.except(\"x\")"))
  }

  @Test func objectsThatOnlySayWhatHasToBeThereStayAGroup() throws {
    let swift = try code(
      of: #"""
        {"properties": {"a": {"type": "string"}, "b": {"type": "string"}, "c": {"type": "string"}},
         "oneOf": [{"required": ["a"]}, {"required": ["b"]}]}
        """#)
    #expect(swift.contains("case a(String)") && swift.contains("case b(String)"))
  }

  @Test(arguments: [
    #""if": {"required": ["p"]}, "then": {"properties": {"x": {"type": "integer"}}}"#,
    #""if": {"required": ["p"]}, "else": {"properties": {"x": {"type": "integer"}}}"#,
    #""dependentSchemas": {"p": {"properties": {"x": {"type": "integer"}}, "required": ["x"]}}"#,
    #""allOf": [{"if": {}, "then": {"properties": {"x": {"type": "integer"}}}}]"#,
    ##""if": {}, "then": {"$ref": "#/$defs/then"}, "$defs": {"then": {"properties": {"x": {"type": "integer"}}}}"##,
    #""oneOf": [DRAW, EDIT], "anyOf": [{"properties": {"x": {"type": "integer"}}}, {}]"#,
    #""if": {}, "then": {"properties": {"x": {"type": "integer"}}}, "else": {"properties": {"x": {"type": "integer", "minimum": 3}}}"#,
  ])
  func whatIsDeclaredUnderAConditionIsOptional(keywords: String) throws {
    let swift = try code(of: #"{"properties": {"p": {"type": "string"}}, \#(keywords)}"#)
    #expect(swift.contains("  var p: String?\n") && swift.contains("  var x: Int?\n"), "\(swift)")
  }

  @Test func aTypeOfWhichThereIsNoValueIsWarnedOf() throws {
    let output = try RequestGenerator(module: "Test").generateUnqualified([
      sourceFile(
        ##"""
        {"type": "object", "properties": {"node": {"$ref": "#/$defs/Node"}}, "$defs": {
          "Node": {"type": "object", "required": ["next"],
            "properties": {"next": {"$ref": "#/$defs/Node"}}}}}
        """##)
    ])
    #expect(output.warnings.map(\.message).first?.hasPrefix("there is no value of Node") == true)
  }

  @Test func aUnionOfItselfAndOthersIsAUnionOfTheOthers() throws {
    let swift = try code(
      of: ##"""
        {"properties": {"w": {"$ref": "#/$defs/T",
          "oneOf": [{"$ref": "#/$defs/T", "maxLength": 3}, {"$ref": "#/$defs/T", "minLength": 4}]},
          "v": {"$ref": "#/$defs/A"}},
         "$defs": {"T": {"type": ["string", "number"]},
          "A": {"anyOf": [{"$ref": "#/$defs/B"}, {"type": "string"}]},
          "B": {"anyOf": [{"$ref": "#/$defs/A"}, {"type": "integer"}]}}}
        """##)
    #expect(swift.contains("case text(String)") && swift.contains("case number(Double)"))
    #expect(swift.contains("case b(Int)") && !swift.contains("case custom"))
  }

  private func code(of schema: String) throws -> String {
    let text = schema.replacing("DRAW", with: Self.draw).replacing("EDIT", with: Self.edit)
    let output = try RequestGenerator(module: "Test").generateUnqualified([sourceFile(text)])
    return try #require(output.requests.values.first).split(separator: "static let snapshot")
      .first.map(String.init) ?? ""
  }
}
