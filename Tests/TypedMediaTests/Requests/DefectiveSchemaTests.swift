import Testing
import TypedMedia

/// Schemas with a defect in one place, as the service sends them.
@Suite struct DefectiveSchemaTests {
  private static let record = ##"""
    {"name": "klein", "input_schema": {
      "type": "object", "required": ["prompt"], "properties": {
        "prompt": {"type": "string", "minLength": 2},
        "count": {"type": "integer", "minimum": "one", "maximum": 4},
        "loras": {"type": "array", "maxItems": 3, "items": {"$ref": "#/$defs/LoRAInput"}}}}}
    """##

  /// The record as the generator embeds it, and as the service sends it.
  private static func snapshots() throws -> [ModelSnapshot] {
    [ModelSnapshot(embedded: record), try ModelSnapshot(JSON(parsing: record))]
  }

  @Test func whatLeadsNowhereAllowsAnything() throws {
    for snapshot in try Self.snapshots() {
      #expect(snapshot.problem == nil)
      try snapshot.validate(["prompt": "A fox", "count": 0, "loras": [["path": "a"], 7, nil]])
    }
  }

  @Test(
    arguments: [
      (["prompt": "A"], "minLength"), (["count": 1], "required"),
      (["prompt": "A fox", "count": 5], "maximum"),
      (["prompt": "A fox", "loras": [1, 2, 3, 4]], "maxItems"),
    ] as [(JSON, String)])
  func theRestOfTheSchemaHolds(body: JSON, rule: String) throws {
    for snapshot in try Self.snapshots() {
      #expect(snapshot.violations(in: body).map(\.rule) == [rule])
      let error = #expect(throws: MediaError.self) { try snapshot.validate(body) }
      #expect(error?.code == .invalidRequest)
    }
  }

  @Test func whatWasIgnoredIsKept() throws {
    for snapshot in try Self.snapshots() {
      let pointers = snapshot.schema?.problems.map(\.pointer.description) ?? []
      #expect(
        Set(pointers) == [
          "/properties/count/minimum", "/properties/loras/items/$ref",
        ])
    }
  }

  @Test func aRequestWithoutATypeCanBeMade() throws {
    let model = try ModelRecord(json: JSON(parsing: Self.record))
    let request = try RawRequest(["prompt": "A fox", "loras": [["path": "a"]]], to: model)
    try request.validate()
    #expect(request.fields.map(\.wireName) == ["prompt", "count", "loras"])
  }

  @Test(arguments: ["7", "null", #""object""#, "[]"])
  func whatIsNoSchemaAtAllIsRefused(schema: String) throws {
    let record = try JSON(parsing: #"{"name": "klein", "input_schema": \#(schema)}"#)
    let error = #expect(throws: MediaError.self) { try ModelSnapshot(record) }
    #expect(error?.code == .malformedSnapshot)
    #expect(ModelSnapshot(embedded: record.text()).problem?.contains("cannot be read") == true)
  }
}
