import Testing
import TypedMedia

/// Fields of types that lead back to themselves.
@Suite(.timeLimit(.minutes(1))) struct CircularFieldTests {
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
}
