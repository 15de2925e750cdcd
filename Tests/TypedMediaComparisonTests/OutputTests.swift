import Testing
import TypedMediaComparison
import TypedMediaGenerator

/// What a change of a model's answer is to whoever reads it.
@Suite struct OutputTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let old: String
    let new: String
    let changes: [String]

    init(_ name: String, _ old: String, _ new: String, _ changes: String...) {
      (testDescription, self.old, self.new, self.changes) = (name, old, new, changes)
    }
  }

  private static func object(_ properties: String, required: String = "[]") -> String {
    #"{"type": "object", "required": \#(required), "properties": {\#(properties)}}"#
  }

  private static func one(_ schema: String, required: String = #"["a"]"#) -> String {
    object(#""a": \#(schema)"#, required: required)
  }

  static let members = [
    Case(
      "a member comes", object(#""a": {"type": "string"}"#),
      object(#""a": {"type": "string"}, "b": {"type": "string"}"#),
      "minor output.b output-member-added"),
    Case(
      "a member goes", object(#""a": {"type": "string"}, "b": {"type": "string"}"#),
      object(#""a": {"type": "string"}"#), "major output.b output-member-gone"),
    Case(
      "what is in a member that goes is not told",
      object(#""a": {"type": "string"}, "b": \#(one(#"{"type": "string"}"#))"#),
      object(#""a": {"type": "string"}"#), "major output.b output-member-gone"),
    Case(
      "a member that only the service sets goes",
      object(#""a": {"type": "string"}, "b": {"type": "string", "readOnly": true}"#),
      object(#""a": {"type": "string"}"#), "major output.b output-member-gone"),
    Case(
      "a member may be missing", one(#"{"type": "string"}"#),
      one(#"{"type": "string"}"#, required: "[]"), "major output.a output-may-be-missing"),
    Case(
      "a member is always there", one(#"{"type": "string"}"#, required: "[]"),
      one(#"{"type": "string"}"#), "patch output.a output-changed"),
    Case(
      "a member may be null", one(#"{"type": "string"}"#), one(#"{"type": ["string", "null"]}"#),
      "major output.a output-may-be-missing"),
    Case(
      "a member that may be missing may be null", one(#"{"type": "string"}"#, required: "[]"),
      one(#"{"type": ["string", "null"]}"#, required: "[]"), "patch output.a output-changed"),
    Case(
      "something is in an element of a list",
      one(#"{"type": "array", "items": \#(one(#"{"type": "string"}"#))}"#),
      one(#"{"type": "array", "items": \#(one(#"{"type": "integer"}"#))}"#),
      "major output.a[].a output-type-changed"),
  ]

  static let types = [
    Case(
      "another type", one(#"{"type": "string"}"#), one(#"{"type": "integer"}"#),
      "major output.a output-type-changed"),
    Case(
      "fractions besides", one(#"{"type": "integer"}"#), one(#"{"type": "number"}"#),
      "major output.a output-type-changed"),
    Case(
      "integers alone", one(#"{"type": "number"}"#), one(#"{"type": "integer"}"#),
      "patch output.a output-changed"),
    Case(
      "a list of what was one", one(#"{"type": "string"}"#),
      one(#"{"type": "array", "items": {"type": "string"}}"#),
      "major output.a output-type-changed"),
    Case(
      "another type besides", one(#"{"type": "string"}"#),
      one(#"{"anyOf": [{"type": "string"}, {"type": "integer"}]}"#),
      "major output.a output-type-changed"),
    Case(
      "one type of two", one(#"{"anyOf": [{"type": "string"}, {"type": "integer"}]}"#),
      one(#"{"type": "string"}"#), "patch output.a output-changed"),
    Case(
      "a value comes", one(#"{"enum": ["x", "y"]}"#), one(#"{"enum": ["x", "y", "z"]}"#),
      "minor output.a output-value-added"),
    Case(
      "any text besides", one(#"{"type": "string", "enum": ["x", "y"]}"#),
      one(#"{"type": "string"}"#), "minor output.a output-value-added"),
    Case(
      "a value goes", one(#"{"enum": ["x", "y"]}"#), one(#"{"enum": ["x"]}"#),
      "patch output.a output-changed"),
    Case(
      "a bound", one(#"{"type": "integer", "maximum": 9}"#),
      one(#"{"type": "integer", "maximum": 99}"#), "patch output.a output-changed"),
    Case(
      "the same in another order", one(#"{"enum": ["x", "y"]}"#), one(#"{"enum": ["y", "x"]}"#),
      "patch output.a output-changed"),
    Case(
      "a list as a whole", #"{"type": "array", "items": {"type": "string"}}"#,
      #"{"type": "array", "items": {"type": "object"}}"#,
      "major output[] output-type-changed"),
  ]

  private func model(answering output: String?) -> SourceFile {
    TypedMediaComparisonTests.model(
      #""prompt": {"type": "string"}"#, record: output.map { #""output_schema": \#($0),"# } ?? "")
  }

  @Test(arguments: members + types)
  func aChangeIsToldAsItsReaderMeetsIt(test: Case) throws {
    let comparison = try SnapshotComparison(
      old: [model(answering: test.old)], new: [model(answering: test.new)])
    #expect(comparison.briefly == test.changes, "\(comparison.text)")
  }

  @Test func anAnswerComesAndGoes() throws {
    let (with, without) = (model(answering: #"{"type": "object"}"#), model(answering: nil))
    #expect(
      try SnapshotComparison(old: [without], new: [with]).briefly
        == ["minor output output-member-added"])
    #expect(
      try SnapshotComparison(old: [with], new: [without]).briefly
        == ["major output output-member-gone"])
  }

  @Test func whatIsNoSchemaIsToldAsItIs() throws {
    let comparison = try SnapshotComparison(
      old: [model(answering: "7")], new: [model(answering: "true")])
    #expect(comparison.briefly == ["patch output output-changed"])
    #expect(comparison.changes.first?.wire.after == ["output_schema true"])
  }
}
