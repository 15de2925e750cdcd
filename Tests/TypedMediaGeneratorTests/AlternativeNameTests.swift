import Testing
import TypedMediaGenerator

/// What the alternatives of a union are called.
@Suite struct AlternativeNameTests {
  @Test(arguments: [
    (
      [
        #"{"type": "object", "properties": {"a": {}}}"#,
        #"{"type": "object", "properties": {"b": {}}}"#,
      ],
      ["a", "b"]
    ),
    (
      [
        #"{"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}"#,
        #"{"type": "object", "required": ["x", "y"], "properties": {"x": {}, "y": {}}}"#,
      ], ["name", "xAndY"]
    ),
    (
      [
        #"{"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}"#,
        #"{"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}, "b": {}}}"#,
      ], ["a", "aAndB"]
    ),
    (
      [
        #"{"type": "object", "required": ["v"], "properties": {"v": {"type": "string"}}}"#,
        #"{"type": "object", "required": ["v"], "properties": {"v": {"type": "integer"}}}"#,
      ], ["vAndVText", "vAndVInteger"]
    ),
    (
      [
        #"{"type": "object", "title": "Box", "properties": {"a": {}}}"#,
        #"{"type": "object", "title": "Round shape", "properties": {"a": {}}}"#,
      ], ["box", "roundShape"]
    ),
    (
      [
        #"{"type": "object", "properties": {"kind": {"const": "box"}, "a": {}}}"#,
        #"{"type": "object", "properties": {"kind": {"const": "ball"}, "a": {}}}"#,
      ], ["box", "ball"]
    ),
    (
      [
        #"{"type": "string"}"#, #"{"type": "array", "items": {"type": "string"}}"#,
        #"{"type": "array", "items": {"type": "integer"}}"#,
        #"{"type": "array", "items": {"type": "array", "items": {"type": "integer"}}}"#,
      ], ["text", "texts", "integers", "integerLists"]
    ),
    ([#"{"type": "string", "format": "date-time"}"#, #"{"type": "string"}"#], ["date", "text"]),
    ([#"{"type": "string", "format": "uri"}"#, #"{"const": "none"}"#], ["url", "aNone"]),
    (
      [
        #"{"type": "object", "additionalProperties": {"type": "number"}}"#, #"{"type": "boolean"}"#,
      ],
      ["numbersByName", "boolean"]
    ),
    ([#"{"const": "auto"}"#, #"{"type": "integer"}"#], ["auto", "integer"]),
    (
      [#"{"enum": ["a", "b"]}"#, #"{"const": "c"}"#, #"{"type": "integer"}"#],
      ["preset", "integer"]
    ),
  ])
  func theyAreCalledByWhatTellsThemApartInAnyOrder(branches: [String], names: [String]) throws {
    #expect(try caseNames(of: branches) == names)
    #expect(try Set(caseNames(of: branches.reversed())) == Set(names))
  }

  /// What only differs in its rules is in the same place of any order.
  @Test func alternativesThatNothingTellsApartAreTheSameInAnyOrder() throws {
    let branches = [3, 5].map { length in
      """
      {"type": "object", "required": ["v"], "properties": {"v": {"type": "string", "maxLength": \(length)}}}
      """
    }
    let (forward, backward) = (try code(of: branches), try code(of: branches.reversed()))
    #expect(forward.contains("case v(AV)") && forward.contains("case v2(AV2)"))
    for swift in [forward, backward] {
      let type = try #require(swift.split(separator: "struct AV:").last)
      #expect(type.prefix(while: { $0 != "}" }).contains("At most 3 characters."))
    }
  }

  @Test func aRenameNamesAnAlternative() throws {
    let configuration = try Configuration(
      sourceFile(
        #"{"renames": {"*#/properties/a/oneOf/1": "whole"}}"#, path: "typed-media.json"))
    let output = try RequestGenerator(module: "Test", configuration: configuration)
      .generateUnqualified([
        sourceFile(schema([#"{"type": "string"}"#, #"{"type": "integer"}"#]))
      ])
    #expect(output.requests.values.first?.contains("case whole(Int)") == true)
    #expect(output.warnings.isEmpty)
  }

  @Test func valuesThatComeOutTheSameAreSpelledOut() throws {
    let output = try RequestGenerator(module: "Test").generateUnqualified([
      sourceFile(
        #"{"type": "object", "properties": {"a": {"enum": ["Hope", "Hope ", "hope", [1, 2]]}}}"#)
    ])
    let swift = try #require(output.requests.values.first)
    for name in ["hope_Hope", "hope_Hope_space", "hope", "a1_2"] {
      #expect(swift.contains("case \(name)\n"), "\(swift)")
    }
  }

  private func caseNames(of branches: [String]) throws -> [String] {
    try code(of: branches).split(separator: "\n").compactMap { line in
      guard line.hasPrefix("    case ") else { return nil }
      return String(line.dropFirst(9).prefix { $0 != "(" && $0 != " " })
    }
  }

  private func code(of branches: [String]) throws -> String {
    let output = try RequestGenerator(module: "Test").generateUnqualified([
      sourceFile(schema(branches))
    ])
    return try #require(output.requests.values.first)
  }

  private func schema(_ branches: [String]) -> String {
    #"{"type": "object", "properties": {"a": {"oneOf": [\#(branches.joined(separator: ", "))]}}}"#
  }
}
