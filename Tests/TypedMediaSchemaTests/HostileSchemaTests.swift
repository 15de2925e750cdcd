import Foundation
import Testing
import TypedMediaSchema

/// Schemas and values that are made to keep a check busy. What is counted is steps, not time.
struct HostileSchemaTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    let name: String
    let schema: JSON
    let value: JSON
    let isValid: Bool

    var testDescription: String { name }
  }

  /// Far less than the ways on which these values and schemas come together, of which most have millions.
  private static let mostSteps = 400_000

  @Test(arguments: attacks)
  func aValueIsHeldAgainstASchemaOnce(attack: Attack) throws {
    let schema = try JSONSchema(attack.schema)
    let steps = schema.steps(for: attack.value)
    #expect(steps.judging < Self.mostSteps)
    #expect(steps.explaining < Self.mostSteps)
    #expect(schema.isValid(attack.value) == attack.isValid)
    let violations = schema.violations(in: attack.value)
    #expect(violations.isEmpty == attack.isValid)
    #expect(!violations.contains { $0.rule == SchemaViolation.unchecked })
  }

  private static let attacks = [
    Attack(
      name: "allOf of twice the same reference",
      schema: chain(of: 26) { ["allOf": [$0, $0]] }, value: 1, isValid: true),
    Attack(
      name: "the same, with a leaf that fails",
      schema: chain(of: 26, end: ["type": "string"]) { ["allOf": [$0, $0]] }, value: 1,
      isValid: false),
    Attack(
      name: "anyOf of twice the same reference",
      schema: chain(of: 22, end: ["type": "string"]) { ["anyOf": [$0, $0]] }, value: 1,
      isValid: false),
    Attack(
      name: "oneOf of twice the same reference",
      schema: chain(of: 26, end: false) { ["oneOf": [$0, $0]] }, value: "text", isValid: false),
    Attack(
      name: "not beside allOf",
      schema: chain(of: 26) { ["not": ["not": $0], "allOf": [$0, $0]] }, value: nil,
      isValid: true),
    Attack(
      name: "conditions",
      schema: chain(of: 26) { ["if": $0, "then": $0, "else": $0] }, value: true, isValid: true),
    Attack(
      name: "recursive anyOf, 24 deep", schema: recursive("anyOf"), value: nested(24),
      isValid: false),
    Attack(
      name: "recursive anyOf, 200 deep", schema: recursive("anyOf"), value: nested(200),
      isValid: false),
    Attack(
      name: "recursive oneOf", schema: recursive("oneOf"), value: nested(60), isValid: false),
    Attack(
      name: "recursive allOf", schema: recursive("allOf"), value: nested(60), isValid: false),
    Attack(
      name: "properties and patternProperties alike",
      schema: [
        "properties": ["a": ["$ref": "#"]], "patternProperties": ["a": ["$ref": "#"]],
        "additionalProperties": false,
      ], value: nested(60), isValid: true),
    Attack(
      name: "items and contains alike",
      schema: [
        "items": ["$ref": "#"], "contains": ["anyOf": [["$ref": "#"], ["type": "null"]]],
        "unevaluatedItems": ["$ref": "#"],
      ], value: (0..<40).reduce(nil) { value, _ in [value] }, isValid: true),
    Attack(
      name: "unevaluatedProperties at each level",
      schema: [
        "anyOf": [
          ["properties": ["b": ["$ref": "#"]]], ["properties": ["a": ["$ref": "#"]]],
          ["required": ["a"], "properties": ["a": ["$ref": "#"]]],
        ],
        "unevaluatedProperties": ["$ref": "#"],
      ], value: nested(60), isValid: true),
    Attack(
      name: "dependentSchemas beside references",
      schema: [
        "dependentSchemas": ["a": ["properties": ["a": ["$ref": "#"]]]],
        "properties": ["a": ["$ref": "#"]], "propertyNames": ["anyOf": [["const": "a"], false]],
      ], value: nested(60), isValid: true),
    Attack(
      name: "dynamic references",
      schema: [
        "$id": "https://example.com/tree", "$dynamicAnchor": "node",
        "allOf": [["$ref": "#/$defs/inner"], ["$ref": "#/$defs/inner"]],
        "$defs": [
          "inner": [
            "$id": "inner", "$dynamicAnchor": "node",
            "properties": ["a": ["allOf": [["$dynamicRef": "#node"], ["$dynamicRef": "#node"]]]],
          ]
        ],
      ], value: nested(60), isValid: true),
    Attack(
      name: "a list of many equal trees at each level of a recursive anyOf",
      schema: recursive("anyOf"),
      value: (0..<8).reduce([:]) { value, _ in ["a": value, "b": value] }, isValid: false),
    Attack(
      name: "thousands of alternatives for thousands of texts",
      schema: [
        "items": ["enum": .array((0..<2_000).map { .string("word \($0)") })], "uniqueItems": true,
      ], value: .array((0..<2_000).map { .string("word \($0)") }), isValid: true),
  ]

  /// Definitions of which each refers to the next in a way of its own.
  private static func chain(
    of length: Int, end: JSON = true, _ link: (JSON) -> JSON
  ) -> JSON {
    var definitions: JSONObject = ["d0": end]
    for index in 0..<length {
      definitions["d\(index + 1)"] = link(["$ref": .string("#/$defs/d\(index)")])
    }
    return ["$ref": .string("#/$defs/d\(length)"), "$defs": .object(definitions)]
  }

  /// A schema that asks twice for what is inside, and in the end for what is not there.
  private static func recursive(_ keyword: String) -> JSON {
    [
      keyword: [
        ["type": "object", "required": ["a"], "properties": ["a": ["$ref": "#"]]],
        ["type": "object", "minProperties": 1, "properties": ["a": ["$ref": "#"]]],
      ]
    ]
  }

  private static func nested(_ depth: Int) -> JSON {
    (0..<depth).reduce([:]) { value, _ in ["a": value] }
  }

  /// No memory helps where each step is another.
  private static let expensive: JSON = ["items": ["items": ["type": "integer"]]]
  private static let large = JSON.array(
    Array(repeating: .array(Array(repeating: 1, count: 1_000)), count: 100))

  @Test func whatTakesTooManyStepsIsNotValidAndSaysSo() throws {
    let schema = try JSONSchema(Self.expensive, options: .init(maximumSteps: 50_000))
    #expect(!schema.isValid(Self.large))
    let violations = schema.violations(in: Self.large)
    #expect(violations.map(\.rule) == [SchemaViolation.unchecked])
    #expect(
      violations.map(\.message) == [
        "the value was not checked to its end: by this schema that takes more than 50000 steps"
      ])
    #expect(try JSONSchema(Self.expensive).isValid(Self.large))
  }

  @Test func whatIsWrongBeforeTheEndIsSaid() throws {
    let schema = try JSONSchema(
      ["properties": ["a": ["minimum": 5], "b": Self.expensive]],
      options: .init(maximumSteps: 50_000))
    let violations = schema.violations(in: ["a": 1, "b": Self.large])
    #expect(violations.map(\.message) == ["/a is 1; allowed: at least 5", violations[1].message])
    #expect(violations[1].rule == SchemaViolation.unchecked)
  }

  @Test(arguments: [false, true])
  func aTaskThatIsCancelledChecksNoFurther(isDeep: Bool) async throws {
    // On a stack of its own, there is no task to ask.
    let value = isDeep ? (0..<100).reduce(Self.large) { value, _ in [value] } : Self.large
    let schema = try JSONSchema(
      ["anyOf": [["type": "integer"], ["type": "array", "items": ["$ref": "#"]]]])
    let violations = await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return schema.violations(in: value)
    }.value
    #expect(violations.map(\.rule) == [SchemaViolation.unchecked])
    #expect(violations.first?.message.hasSuffix("the task was cancelled") == true)
    #expect(schema.isValid(value))
  }

  @Test func anOrdinaryCheckNeverLooksWhetherItIsCancelled() async throws {
    let schema = try JSONSchema(["properties": ["a": ["type": "integer"]]])
    let isValid = await Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return schema.isValid(["a": 1])
    }.value
    #expect(isValid)
  }

  /// What lies around a long text is looked at once more for each of its characters.
  @Test(arguments: ["hostname", "email"])
  func longNamesAreRefusedWithoutReadingThem(format: String) throws {
    let schema = try JSONSchema(["format": .string(format)], options: .init(assertsFormats: true))
    for character in ["\u{30FB}", "\u{660}", "a", "xn--a", "ü"] {
      let text = String(repeating: character, count: 100_000)
      #expect(!schema.isValid(.string(format == "email" ? "a@" + text : text)))
    }
  }
}
