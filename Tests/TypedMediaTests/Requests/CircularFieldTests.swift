import Testing
import TypedMedia

/// Fields of types that lead back to themselves, or to more types than anybody can count.
@Suite(.timeLimit(.minutes(20))) struct CircularFieldTests {
  @Test(arguments: [
    (#"{"oneOf": [NEXT, NEXT]}"#, #"{"anyOf": [NEXT, {"type": "null"}]}"#),
    (#"{"oneOf": [NEXT, {"type": "string"}]}"#, #"{"oneOf": [NEXT, {"type": "string"}]}"#),
    (#"{"allOf": [NEXT, NEXT]}"#, #"{"allOf": [NEXT, NEXT]}"#),
    (#"{"items": NEXT}"#, #"{"type": "object", "properties": {"a": NEXT}}"#),
  ])
  func theyEnd(first: String, second: String) throws {
    let a = first.replacing("NEXT", with: ##"{"$ref": "#/$defs/B"}"##)
    let b = second.replacing("NEXT", with: ##"{"$ref": "#/$defs/A"}"##)
    let record = try JSON(
      parsing: ##"""
        {"name": "model", "input_schema": {
          "type": "object", "properties": {"p": {"$ref": "#/$defs/A"}},
          "$defs": {"A": \##(a), "B": \##(b)}}}
        """##)
    #expect(try ModelSnapshot(record).fields.map(\.wireName) == ["p"])
  }

  @Test(arguments: [
    #"{"properties": {"a": NEXT, "b": NEXT, "c": NEXT}}"#, #"{"oneOf": [NEXT, NEXT, NEXT]}"#,
    #"{"properties": {"a": {"type": "array", "items": NEXT}, "b": NEXT}}"#,
  ])
  func definitionsThatFanOutEnd(definition: String) throws {
    let definitions = (0..<40).map { level in
      let next = definition.replacing("NEXT", with: ##"{"$ref": "#/$defs/D\##(level + 1)"}"##)
      return #""D\#(level)": \#(next)"#
    }
    let record = try JSON(
      parsing: ##"""
        {"name": "model", "input_schema": {
          "type": "object", "properties": {"p": {"$ref": "#/$defs/D0"}, "q": {"type": "string"}},
          "$defs": {\##(definitions.joined(separator: ", ")), "D40": {"type": "string"}}}}
        """##)
    let fields = try ModelSnapshot(record).fields
    #expect(fields.map(\.wireName) == ["p", "q"])
    #expect(!fields[0].fields.isEmpty || !fields[0].alternatives.isEmpty)
  }

  @Test func definitionsThatFormALongChainEnd() throws {
    let definitions = (0..<2_000).map { level in
      ##""D\##(level)": {"properties": {"next": {"$ref": "#/$defs/D\##(level + 1)"}}}"##
    }
    let record = try JSON(
      parsing: ##"""
        {"name": "model", "input_schema": {
          "type": "object", "properties": {"p": {"$ref": "#/$defs/D0"}},
          "$defs": {\##(definitions.joined(separator: ", "))}}}
        """##)
    #expect(try ModelSnapshot(record).fields.map(\.wireName) == ["p"])
  }
}
