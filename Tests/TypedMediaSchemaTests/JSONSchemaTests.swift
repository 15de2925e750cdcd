import Testing
import TypedMediaSchema

struct JSONSchemaTests {
  @Test func everythingThatIsWrongIsThrownAtOnce() {
    let document: JSON = [
      "type": "strnig", "minLength": -1, "properties": ["a": ["$ref": "#/$defs/none"], "b": 5],
      "pattern": "(", "required": "a",
    ]
    let error = #expect(throws: JSONSchemaError.self) { try JSONSchema(document) }
    let places = Set((error?.problems ?? []).map(\.pointer.description))
    #expect(
      places == [
        "/type", "/minLength", "/properties/a/$ref", "/properties/b", "/pattern", "/required",
      ])
  }

  @Test func lenienceIgnoresWhatIsWrong() throws {
    let schema = try JSONSchema(
      ["$ref": "#/$defs/none", "maximum": 3, "minimum": "x"], options: .init(lenient: true))
    #expect(schema.problems.count == 2)
    #expect(schema.isValid(2))
    #expect(!schema.isValid(4))
    let reference = schema.problems.first { $0.pointer == "/$ref" }
    #expect(reference?.message == "the reference '#/$defs/none' leads nowhere")
  }

  /// A document of millions of them would take minutes.
  @Test func afterAThousandProblemsTheRestForbidsNothing() throws {
    let broken = JSON.array(Array(repeating: 1, count: 3_000))
    let schema = try JSONSchema(
      ["maximum": 3, "allOf": broken], options: .init(lenient: true))
    #expect(schema.problems.count == 1_001)
    #expect(schema.problems.last?.message.contains("too many") == true)
    #expect(schema.isValid(2))
    #expect(!schema.isValid(4))
  }

  @Test(
    arguments: [
      (["$ref": "#"], true),
      (["allOf": [["$ref": "#/$defs/a"]], "$defs": ["a": ["$ref": "#"]]], true),
      (["anyOf": [["$ref": "#"], ["type": "string"]]], true),
      (["$dynamicAnchor": "x", "$dynamicRef": "#x", "type": "string"], false),
    ] as [(JSON, Bool)])
  func circlesEnd(document: JSON, isValid: Bool) throws {
    let schema = try JSONSchema(document)
    #expect(schema.isValid(1) == isValid)
    #expect(schema.violations(in: 1).isEmpty == isValid)
  }

  @Test func openAPIIsPutUpWithWhereNoDialectIsNamed() throws {
    let document: JSON = [
      "type": "integer", "nullable": true, "minimum": 0, "exclusiveMinimum": true,
    ]
    for dialect in [JSONSchema.Dialect.draft2020_12, .openAPI3_0] {
      let schema = try JSONSchema(document, options: .init(defaultDialect: dialect))
      #expect(schema.isValid(nil))
      #expect(schema.isValid(1))
      #expect(schema.violations(in: 0).map(\.allowed) == ["more than 0"])
    }
    let strict = try JSONSchema([
      "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "integer",
      "nullable": true,
    ])
    #expect(!strict.isValid(nil))
  }

  @Test(arguments: [
    "#", "#/properties/a", "#/properties/a/properties/c", "#/%70roperties/a", "#/x-own/d",
    "#/properties/n", "#/properties/missing",
  ])
  func aPlaceThatIsReferredToIsReadOnce(reference: String) throws {
    let document: JSON = [
      "properties": [
        "a": ["properties": ["c": ["minimum": "x"]]], "b": ["$ref": .string(reference)], "n": 5,
      ],
      "x-own": ["d": ["maximum": "y", "items": ["$ref": .string(reference)]]],
    ]
    let problems = try JSONSchema(document, options: .init(lenient: true)).problems
    var places: Set<JSONPointer> = ["/properties/a/properties/c/minimum", "/properties/n"]
    if reference == "#/x-own/d" { places.insert("/x-own/d/maximum") }
    if reference == "#/properties/missing" { places.insert("/properties/b/$ref") }
    #expect(Set(problems.map(\.pointer)) == places)
    #expect(problems.filter { $0.pointer == "/properties/a/properties/c/minimum" }.count == 1)
    // An address makes no difference to what is inside.
    var named = document.object ?? [:]
    named["$defs"] = ["other": ["$id": "https://example.com/other"]]
    #expect(
      Set(try JSONSchema(.object(named), options: .init(lenient: true)).problems) == Set(problems))
  }

  @Test func equalSchemasKeepTheirPlaces() throws {
    let inner: JSON = ["minimum": 3]
    let schema = try JSONSchema([
      "properties": ["a": inner, "b": inner, "c": ["$ref": "#/properties/a"]]
    ])
    #expect(
      schema.violations(in: ["a": 1, "b": 1, "c": 1]).map(\.schemaPath) == [
        "/properties/a/minimum", "/properties/b/minimum", "/properties/a/minimum",
      ])
  }

  @Test func documentsAreResolvedByAddress() throws {
    let options = JSONSchema.Options(resolve: { uri in
      uri == "https://example.com/size.json" ? ["$defs": ["side": ["maximum": 10]]] : nil
    })
    let schema = try JSONSchema(
      ["$id": "https://example.com/a/b.json", "$ref": "../size.json#/$defs/side"], options: options)
    #expect(schema.isValid(10))
    #expect(schema.violations(in: 11).map(\.schemaPath) == ["/$defs/side/maximum"])
  }

  @Test(arguments: [
    (#"^\d+$"#, "১", false), (#"^\d+$"#, "12", true), (#"^\d+$"#, "12\n", false),
    ("b", "abc", true), ("", "abc", true), ("", "", true),
    (#"^\w$"#, "é", false), (#"^\S$"#, "\u{FEFF}", false), (#"^\p{Letter}+$"#, "éa", true),
    (#"^[^\s]$"#, "a", true), ("^{.*}$", "{x}", true), (#"^\u{1F600}$"#, "😀", true),
    (#"^[\w.-]+$"#, "a.b-c", true), ("^.$", "😀", true), ("^[[]$", "[", true),
  ])
  func patternsAreThoseOfECMA(pattern: String, text: String, matches: Bool) throws {
    let schema = try JSONSchema(["pattern": .string(pattern)])
    #expect(schema.isValid(.string(text)) == matches)
  }
}
