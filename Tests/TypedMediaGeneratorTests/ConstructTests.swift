import Testing
import TypedMediaGenerator
import TypedMediaSchema

/// Constructs in which something of a valid body is easily lost: what a type takes of the bodies of each,
/// and what is warned of.
@Suite struct ConstructTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let schema: JSON
    let taken: [JSON]
    var refused: [JSON] = []
    /// What a warning says; nothing where there is none.
    var warning: String?
  }

  private static let pan: JSON = [
    "type": "object", "required": ["kind"],
    "properties": ["kind": ["const": "pan"], "speed": ["type": "number"]],
  ]
  private static let still: JSON = [
    "type": "object", "required": ["kind"], "properties": ["kind": ["const": "still"]],
  ]

  static let cases: [Case] = [
    Case(
      testDescription: "members that are not evaluated elsewhere",
      schema: [
        "properties": ["a": ["type": "string"]], "unevaluatedProperties": ["type": "integer"],
      ],
      taken: [["a": "x", "z": 4], ["z": 4]], refused: [["z": "x"]]),
    Case(
      testDescription: "members that are not evaluated elsewhere, of which there are none",
      schema: ["properties": ["a": ["type": "string"]], "unevaluatedProperties": false],
      taken: [["a": "x"]], refused: [["z": 4]]),
    Case(
      testDescription: "elements that are not evaluated elsewhere",
      schema: [
        "properties": ["v": ["type": "array", "unevaluatedItems": ["type": "string"]]]
      ],
      taken: [["v": ["x", "y"]]], refused: [["v": [1]]]),
    Case(
      testDescription: "elements after fixed places that are not evaluated elsewhere",
      schema: [
        "properties": [
          "v": [
            "type": "array", "prefixItems": [["type": "string"]],
            "unevaluatedItems": ["type": "integer"],
          ]
        ]
      ],
      taken: [["v": ["x", 3, 4]]], warning: "fixed places and others"),
    Case(
      testDescription: "fixed places that two schemas speak of",
      schema: [
        "properties": [
          "v": [
            "allOf": [
              ["type": "array", "prefixItems": [["type": "string"]]],
              ["prefixItems": [[:], ["type": "integer"]]],
            ]
          ]
        ]
      ],
      taken: [["v": ["x", 3]]], refused: [["v": [3, 3]], ["v": ["x", "y"]]]),
    Case(
      testDescription: "a list of at most one element, which may be null",
      schema: [
        "properties": [
          "v": ["type": "array", "items": ["type": ["string", "null"]], "maxItems": 1]
        ]
      ],
      taken: [["v": [nil]], ["v": ["x"]]], refused: [["v": [1]]]),
    Case(
      testDescription: "a list of at most one element, which has to be there",
      schema: [
        "properties": ["v": ["type": "array", "items": ["type": "string"], "maxItems": 1]],
        "required": ["v"],
      ],
      taken: [["v": []], ["v": ["x"]]], refused: [[:], ["v": nil], ["v": [1]]]),
    Case(
      testDescription: "a list of at most one element, which has to be there and may be null",
      schema: [
        "properties": [
          "v": ["type": ["array", "null"], "items": ["type": "string"], "maxItems": 1]
        ],
        "required": ["v"],
      ],
      taken: [["v": []], ["v": ["x"]], ["v": nil]], refused: [[:]]),
    Case(
      testDescription: "values among which null is not, beside a type that allows it",
      schema: [
        "properties": ["v": ["type": ["string", "null"], "enum": ["x", "y"]]], "required": ["v"],
      ],
      taken: [["v": "x"]], refused: [["v": nil]]),
    Case(
      testDescription: "null that one of two schemas does not allow",
      schema: [
        "properties": ["v": ["allOf": [["type": ["string", "null"]], ["type": "string"]]]],
        "required": ["v"],
      ],
      taken: [["v": "x"]], refused: [["v": nil]]),
    Case(
      testDescription: "null that two schemas allow",
      schema: [
        "properties": ["v": ["allOf": [["type": ["string", "null"]], ["maxLength": 3]]]],
        "required": ["v"],
      ],
      taken: [["v": "x"], ["v": nil]]),
    Case(
      testDescription: "null that is allowed by a type and not by the schema",
      schema: [
        "properties": ["v": ["type": ["string", "null"], "not": ["type": "null"]]],
        "required": ["v"],
      ],
      taken: [["v": "x"]], refused: [["v": nil]]),
    Case(
      testDescription: "an object that contains what it is one of, or text",
      schema: [
        "$ref": "#/$defs/Node",
        "$defs": [
          "Node": [
            "anyOf": [
              ["type": "string"],
              [
                "type": "object", "required": ["not"],
                "properties": ["not": ["$ref": "#/$defs/Node"]],
              ],
            ]
          ]
        ],
      ],
      taken: [["not": "x"], ["not": ["not": "x"]]], refused: [["not": 1]]),
    Case(
      testDescription: "null in an alternative of an alternative",
      schema: [
        "properties": [
          "v": ["oneOf": [["anyOf": [["type": "integer"], ["type": "null"]]], ["type": "string"]]]
        ],
        "required": ["v"],
      ],
      taken: [["v": nil], ["v": 1], ["v": "x"]], refused: [["v": true]]),
    Case(
      testDescription: "a property that has to be there under a condition, in an alternative",
      schema: [
        "oneOf": [
          [
            "type": "object", "properties": ["a": ["type": "string"]], "required": ["a"],
            "if": ["required": ["a"]], "then": ["dependentRequired": ["a": ["b"]]],
          ],
          still,
        ]
      ],
      taken: [["a": "x", "b": 1], ["kind": "still"]], warning: "a condition speaks of \"b\""),
    Case(
      testDescription: "two choices of which not all are between objects",
      schema: [
        "properties": [
          "v": [
            "anyOf": [
              ["type": "number"], ["type": "object", "properties": ["b": ["type": "integer"]]],
            ],
            "oneOf": [
              ["type": "number"], ["type": "object", "properties": ["a": ["type": "string"]]],
            ],
          ]
        ]
      ],
      taken: [["v": 1], ["v": ["a": "x"]]], warning: "what this declares besides is left out"),
    Case(
      testDescription: "a property that has to be there, and that the alternatives declare",
      schema: [
        "type": "object", "required": ["a"],
        "oneOf": [
          ["properties": ["a": ["type": "string"], "b": ["type": "integer"]], "required": ["b"]],
          ["properties": ["a": ["type": "string"], "c": ["type": "integer"]], "required": ["c"]],
        ],
      ],
      taken: [["a": "x", "b": 1], ["a": "x", "c": 1]], refused: [["b": 1], ["a": 1, "c": 1]]),
    Case(
      testDescription: "two choices in one object",
      schema: [
        "properties": [
          "v": [
            "type": "object",
            "allOf": [
              ["oneOf": [pan, still]],
              ["anyOf": [["properties": ["a": ["type": "string"]], "required": ["a"]], [:]]],
            ],
          ]
        ]
      ],
      taken: [["v": ["kind": "pan", "speed": 1.5, "a": "x"]], ["v": ["kind": "still"]]],
      refused: [["v": ["kind": "still", "speed": 1]]]),
    Case(
      testDescription: "a choice beside a condition",
      schema: [
        "properties": [
          "v": [
            "oneOf": [pan, still], "if": ["properties": ["kind": ["const": "pan"]]],
            "then": ["properties": ["a": ["type": "string"]]],
          ]
        ]
      ],
      taken: [["v": ["kind": "pan", "a": "x"]], ["v": ["kind": "still"]]],
      refused: [["v": ["kind": "pan", "a": 1]]]),
    Case(
      testDescription: "a property of one alternative that a condition declares too",
      schema: [
        "properties": ["k": ["type": "string"]],
        "oneOf": [
          ["properties": ["b": ["type": "integer"]], "required": ["b"]],
          ["properties": ["c": ["type": "string"]], "required": ["c"]],
        ],
        "if": ["required": ["k"]],
        "then": ["properties": ["b": ["minimum": 3, "type": "integer"]]],
      ],
      taken: [["k": "x", "b": 3], ["c": "x"]],
      refused: [["k": "x", "b": "y"]]),
    Case(
      testDescription: "properties of which one has to be there, and others",
      schema: [
        "properties": ["a": ["type": "string"], "b": ["type": "integer"]],
        "additionalProperties": ["type": "string"],
        "anyOf": [["required": ["a"]], ["required": ["b"]]],
      ],
      taken: [["a": "x", "z": "y"], ["b": 3, "z": "y"]], refused: [["z": "y"], ["a": "x", "z": 1]]),
    Case(
      testDescription: "a property that has to be there under a condition alone",
      schema: [
        "properties": ["a": ["type": "string"]], "if": ["required": ["a"]],
        "then": ["required": ["b"]],
      ],
      taken: [["a": "x", "b": 1], [:]], refused: [["z": 1]], warning: "a condition speaks of \"b\""),
    Case(
      testDescription: "a property that another one needs",
      schema: ["properties": ["a": ["type": "string"]], "dependentRequired": ["a": ["b"]]],
      taken: [["a": "x", "b": 1]], warning: "a condition speaks of \"b\""),
    Case(
      testDescription: "a property that one of several alternatives asks for",
      schema: [
        "properties": ["a": ["type": "string"]],
        "anyOf": [["required": ["a"]], ["required": ["b"]]],
      ],
      taken: [["a": "x"], ["b": 1]], warning: "a condition speaks of \"b\""),
    Case(
      testDescription: "members that may be there under a condition",
      schema: [
        "properties": ["a": ["type": "string"]], "if": ["required": ["a"]],
        "then": ["properties": ["a": true], "additionalProperties": ["type": "integer"]],
      ],
      taken: [["a": "x", "z": 1]], warning: "it is there under a condition"),
  ]

  @Test(arguments: cases)
  func whatIsValidIsTakenOrWarnedOf(construct: Case) throws {
    let translation = try RequestGenerator(module: "Test").translate([
      sourceFile(
        JSON.object(["name": "model", "input_schema": construct.schema]).text(.indented))
    ])
    let type = translation.blueprint(at: 0).type
    let (reader, schema) = (BlueprintReader(type), try JSONSchema(construct.schema))
    for body in construct.taken {
      #expect(schema.isValid(body), "\(body.text()) is not valid")
      #expect(reader.takes(body), "\(body.text()) is refused")
    }
    for body in construct.refused { #expect(!reader.takes(body), "\(body.text()) is taken") }
    let messages = translation.warnings.map(\.message)
    if let warning = construct.warning {
      #expect(messages.contains { $0.contains(warning) }, "\(messages)")
      #expect(translation.warnings.allSatisfy { ($0.position?.line ?? 0) > 2 })
    } else {
      #expect(messages.isEmpty)
    }
  }

  @Test func aTypeInARequestIsNotCalledLikeTheListOfTheModels() throws {
    let schema = #"{"properties": {"clip_models": {"properties": {"a": {"type": "string"}}}}}"#
    let output = try RequestGenerator(module: "Clip").generateUnqualified([sourceFile(schema)])
    let swift = try #require(output.requests.values.first)
    #expect(swift.contains("struct CustomClipModels") && swift.contains("ClipModels.stamp"))
  }
}
