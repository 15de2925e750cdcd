import Foundation
import Testing
import TypedMediaSchema

/// What is found out in a hurry is what the whole walk finds out.
struct QuickVerdictTests {
  @Test func numbersAreComparedExactly() throws {
    let texts = [
      "0", "-0", "0.0", "1", "1.0", "1.5", "-1.5", "10e-1", "1e2", "100", "0.1", "0.10",
      "0.100000001",
      "123456789012345678", "-123456789012345678", "123456789012345679", "1234567890123456789",
      "12345678901234567.8", "0.123456789012345678", "9223372036854775807", "9223372036854775808",
      "123456789012345678901234567890", "1e400", "5e-400",
      "1" + String(repeating: "0", count: 70),
    ]
    let keywords = [
      "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "const", "multipleOf",
    ]
    var quickCount = 0
    for limit in texts {
      for keyword in keywords where keyword != "multipleOf" || !"-05".contains(limit.first ?? "-") {
        let schema = try JSONSchema(
          JSON(parsing: "{\"\(keyword)\": \(limit), \"type\": \"number\"}"))
        for text in texts {
          let verdicts = schema.verdicts(on: try JSON(parsing: text))
          #expect(
            verdicts.quick ?? verdicts.whole == verdicts.whole, "\(text): \(keyword) \(limit)")
          if verdicts.quick != nil { quickCount += 1 }
        }
      }
    }
    #expect(quickCount > 2_000)
  }

  @Test(
    arguments: [
      (["type": "integer"], 1.0, true), (["type": "integer"], 1.5, false),
      (["type": "integer"], "1", false), (["type": ["integer", "null"]], nil, true),
      (["type": "number"], 1, true), (["type": ["number", "integer"]], 1.5, true),
      (false, 1, false), (true, 1, true), (["not": [:]], 1, false),
      (["type": "string", "nullable": true], nil, true),
      (["enum": ["a", "a", 1, 2.5, nil, true, ["x"], ["k": 1]]], "a", true),
      (["enum": ["a", 1, 2.5, nil, true, ["x"], ["k": 1]]], 2.50, true),
      (["enum": ["a", 1, nil, true]], false, false), (["enum": ["a", 1, true]], nil, false),
      (["enum": ["a", ["x"]]], ["x"], true), (["enum": ["a", ["k": 1]]], ["k": 1.0], true),
      (["enum": ["a", 1]], ["x"], false), (["enum": ["é"]], "e\u{301}", false),
      (["enum": .array((0..<40).map { .number(JSONNumber($0)) })], 39, true),
      (["enum": .array((0..<40).map { .number(JSONNumber($0)) })], 40, false),
      (["enum": .array((0..<400).map { .string("word \($0)") })], "word 399", true),
      (["enum": .array((0..<400).map { .string("word \($0)") })], "word 400", false),
      (["enum": [""]], "", true), (["enum": ["ab", "abcd", "abcdefghi"]], "abcdefgh", false),
      (["required": ["a", "b", "a"]], ["b": 1, "a": 2], true),
      (["required": ["a", "b"]], ["b": 1], false),
      (["required": ["a", "b", "a"], "properties": ["a": true]], ["b": 1, "a": 2], true),
      (["required": ["a", "b", "b"], "properties": ["a": true]], ["a": 2], false),
      (
        ["required": ["b"], "properties": ["a": true], "additionalProperties": false],
        ["b": 1], false
      ),
      (["properties": ["a": false]], ["b": 1], true),
      (["properties": ["a": false]], ["a": 1], false),
      (["patternProperties": ["^a": ["type": "string"]]], ["ab": 1], false),
      (["patternProperties": ["^a": true], "additionalProperties": false], ["ab": 1], true),
      (["propertyNames": ["maxLength": 1]], ["ab": 1], false),
      (["dependentRequired": ["a": ["b"]]], ["a": 1], false),
      (["dependentSchemas": ["a": ["required": ["b"]]]], ["a": 1, "b": 1], true),
      (["minLength": 2], "é", false), (["minLength": 2], "éé", true),
      (["maxLength": 1], "éé", false),
      (["prefixItems": [["type": "string"]], "items": false], ["a", 1], false),
      (["prefixItems": [["type": "string"]]], ["a", 1], true),
      (["contains": ["type": "string"], "maxContains": 1], ["a", 1, "b"], false),
      (["contains": ["type": "string"], "minContains": 0], [1], true),
      (["uniqueItems": true], [1, 2, 1.0], false), (["minItems": 1], [], false),
      (["minProperties": 1], [:], false),
      (["oneOf": [["type": "integer"], ["minimum": 2]]], 3, false),
      (["oneOf": [["type": "integer"], ["minimum": 2]]], 2.5, true),
      (["if": ["type": "string"], "then": ["minLength": 1], "else": ["minimum": 1]], 0, false),
      (["if": ["type": "string"], "then": ["minLength": 1]], 0, true),
    ] as [(JSON, JSON, Bool)])
  func ordinaryValuesAreJudgedInAHurry(schema: JSON, value: JSON, isValid: Bool) throws {
    let verdicts = try JSONSchema(schema).verdicts(on: value)
    #expect(verdicts.quick == isValid)
    #expect(verdicts.whole == isValid)
  }

  @Test func whatIsOutOfTheOrdinaryIsLeftToTheWholeWalk() throws {
    let schemas: [JSON] = [
      ["properties": ["a": true], "unevaluatedProperties": false], ["$ref": "#"],
      ["pattern": "^(a|a|aa)+$"], ["anyOf": [["type": "null"], ["$ref": "#"]]],
      ["items": ["$ref": "#"]], (0..<200).reduce(true) { schema, _ in ["allOf": [schema]] },
      (0..<200).reduce(true) { schema, _ in ["dependentSchemas": ["a": schema]] },
      ["minimum": 0],
    ]
    let values: [JSON] = [
      ["a": 1], 1, .string(String(repeating: "a", count: 60) + "b"), nil,
      (0..<200).reduce(1) { value, _ in [value] }, 1, ["a": 1],
      .number(try #require(JSONNumber(String(repeating: "1", count: 100)))),
    ]
    #expect(schemas.count == values.count)
    for (schema, value) in zip(schemas, values) {
      let verdicts = try JSONSchema(schema).verdicts(on: value)
      #expect(verdicts.quick == nil)
      #expect(verdicts.whole)
    }
  }

  @Test func whatIsLargeIsJudgedInAHurryToo() throws {
    let schema = try JSONSchema(["items": ["type": "integer", "minimum": 0]])
    var elements = [JSON](repeating: 1, count: 100_000)
    #expect(schema.verdicts(on: .array(elements)).quick == true)
    elements[99_999] = -1
    #expect(schema.verdicts(on: .array(elements)).quick == false)
  }

  @Test func namesThatLookAlikeAreToldApart() throws {
    let names = (100..<160).map { "beginning\($0)endendend" }
    let schema = try JSONSchema([
      "properties": .object(Self.object(names) { ["enum": [.string($0)]] }),
      "required": .array(names.map(JSON.string)), "additionalProperties": false,
    ])
    var value = Self.object(names) { .string($0) }
    #expect(schema.isValid(.object(value)))
    value[names[20]] = .string(names[21])
    #expect(!schema.isValid(.object(value)))
    value[names[20]] = nil
    #expect(!schema.isValid(.object(value)))
    let choice = try JSONSchema(["enum": .array(names.map(JSON.string))])
    #expect(names.allSatisfy { choice.isValid(.string($0)) })
    #expect(!choice.isValid("beginning999endendend"))
  }

  private static func object(_ names: [String], _ value: (String) -> JSON) -> JSONObject {
    names.reduce(into: [:]) { $0[$1] = value($1) }
  }

  @Test func moreRequiredNamesThanFitAWordAreAllRequired() throws {
    let names = (0..<70).map { "name \($0)" }
    let schema = try JSONSchema([
      "properties": ["name 3": ["type": "integer"]], "required": .array(names.map(JSON.string)),
    ])
    var value = Self.object(names) { _ in 1 }
    #expect(schema.verdicts(on: .object(value)).quick == true)
    value["name 69"] = nil
    #expect(schema.verdicts(on: .object(value)).quick == false)
  }

  @Test(.enabled(if: Corpora.contains("instances"), "The corpora are not at hand."))
  func realRequestsAreJudgedInAHurryWhateverIsWrongWithThem() throws {
    let others: [JSON] = [nil, true, -1, 0.5, "", "unheard of", [], [[:]], [:], ["url": "a"]]
    var counts = (valid: 0, broken: 0)
    for source in ["replicate", "cog", "fal"] {
      for (index, file) in Corpora.files(in: "input_schemas/\(source)").enumerated()
      where index % 5 == 0 {
        let model = file.deletingPathExtension().lastPathComponent
        let schema = try JSONSchema(
          JSON(parsing: Data(contentsOf: file)), options: JSONSchema.Options(lenient: true))
        for instance in Corpora.files(in: "instances/\(source)/\(model)") {
          let body = try JSON(parsing: Data(contentsOf: instance)).object ?? [:]
          for (index, name) in body.keys.enumerated() {
            for other in others + [body[name == "prompt" ? "seed" : "prompt"]] {
              var changed = body
              changed[name] = other
              let verdicts = schema.verdicts(on: .object(changed))
              #expect(verdicts.quick == verdicts.whole, "\(model): \(name), \(index)")
              if verdicts.whole { counts.valid += 1 } else { counts.broken += 1 }
            }
          }
        }
      }
    }
    #expect(counts.valid > 1_000)
    #expect(counts.broken > 1_000)
  }
}
