import Foundation
import Testing
import TypedMediaSchema

/// A pattern that the engine gives up on has not been checked, which is nothing against the text.
struct PatternLimitTests {
  private static let lines = JSON.string(String(repeating: "a\n", count: 150_000))
  private static let anything = #"^(.|\n)*$"#
  private static let base64 =
    "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$"
  private static let catastrophic = "^(a|a|aa)+$"
  private static let trap = JSON.string(String(repeating: "a", count: 60) + "b")

  @Test func longTextsAreNotRefused() throws {
    #expect(try JSONSchema(["pattern": .string(Self.anything)]).violations(in: Self.lines).isEmpty)
    let file = JSON.string(String(repeating: "QUJD", count: 1_000_000))
    #expect(try JSONSchema(["pattern": .string(Self.base64)]).violations(in: file).isEmpty)
  }

  @Test func longTextsThatDifferAtOnceAreRefused() throws {
    let file = JSON.string("*" + String(repeating: "QUJD", count: 1_000_000))
    for pattern in [Self.base64, "^[A-Za-z0-9+/]*=*$", "^data:|^https:", "[*] [*]"] {
      #expect(try !JSONSchema(["pattern": .string(pattern)]).isValid(file), "\(pattern)")
    }
  }

  @Test func whatIsFoundAnywhereIsFoundFarFromTheStart() throws {
    let text = JSON.string(String(repeating: "ab\n", count: 100_000) + "needle")
    for pattern in ["needle", "needle$", "x|needle", "(?=n)ne{2}dle", "[\\s\\S]dle$"] {
      #expect(try JSONSchema(["pattern": .string(pattern)]).isValid(text), "\(pattern)")
    }
    #expect(try !JSONSchema(["pattern": "needles"]).isValid(text))
  }

  @Test func waysWithoutEndAreNotTried() throws {
    for pattern in [Self.catastrophic, "(a|a|aa)+$", "^(?=(a|a|aa)+$)", "(?:a?){40}a{40}$|^(a*)*c"]
    {
      let schema = try JSONSchema(["pattern": .string(pattern)])
      #expect(schema.isValid(Self.trap), "\(pattern)")
      #expect(schema.steps(for: Self.trap).judging < 600_000, "\(pattern)")
    }
  }

  @Test func patternsWithoutEndAreTooManyStepsTogether() throws {
    let schema = try JSONSchema(
      ["items": ["pattern": .string(Self.catastrophic)]], options: .init(maximumSteps: 700_000))
    let value = JSON.array(Array(repeating: Self.trap, count: 10))
    #expect(schema.violations(in: value).map(\.rule) == [SchemaViolation.unchecked])
  }

  /// Where a pattern is left open, so is all that depends on it.
  @Test(
    arguments: [
      (["not": ["pattern": "PATTERN"]], true),
      (["not": ["pattern": "PATTERN", "type": "integer"]], true),
      (["not": ["not": ["pattern": "PATTERN"]]], true),
      (["not": ["type": "string"], "pattern": "PATTERN"], false),
      (["oneOf": [["pattern": "PATTERN"], ["type": "string"]]], true),
      (["oneOf": [["pattern": "PATTERN"], ["type": "string"], ["minLength": 1]]], false),
      (["if": ["pattern": "PATTERN"], "then": false, "else": false], true),
      (["if": ["pattern": "PATTERN", "type": "integer"], "then": true, "else": false], false),
      (["anyOf": [["pattern": "PATTERN", "type": "integer"], ["type": "null"]]], false),
    ] as [(JSON, Bool)])
  func whatDependsOnAnOpenPatternIsNotHeldAgainstAText(schema: JSON, isValid: Bool) throws {
    let text = schema.text().replacingOccurrences(of: "PATTERN", with: Self.catastrophic)
    let schema = try JSONSchema(JSON(parsing: text))
    #expect(schema.isValid(Self.trap) == isValid)
    #expect(schema.violations(in: Self.trap).isEmpty == isValid)
  }

  @Test(
    arguments: [
      (["patternProperties": ["PATTERN": false]], true),
      (["patternProperties": ["PATTERN": true], "additionalProperties": false], true),
      (["propertyNames": ["pattern": "PATTERN"]], true),
      (["properties": ["b": false]], true),
      (["additionalProperties": false], false),
    ] as [(JSON, Bool)])
  func whatDependsOnAnOpenPatternIsNotHeldAgainstAName(schema: JSON, isValid: Bool) throws {
    let text = schema.text().replacingOccurrences(of: "PATTERN", with: Self.catastrophic)
    let name = try #require(Self.trap.string)
    var object = JSONObject()
    object[name] = 1
    #expect(try JSONSchema(JSON(parsing: text)).isValid(.object(object)) == isValid)
  }

  @Test func elementsThatAreLeftOpenAreNotTooMany() throws {
    let schema = try JSONSchema([
      "contains": ["pattern": .string(Self.catastrophic)], "maxContains": 1,
    ])
    #expect(schema.isValid([Self.trap, Self.trap]))
    #expect(!schema.isValid(["a", "a"]))
  }
}
