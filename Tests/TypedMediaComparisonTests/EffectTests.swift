import Testing
import TypedMediaComparison
import TypedMediaGenerator

/// What counts is what all schemas of a place take together, however they are written.
@Suite struct EffectTests {
  typealias Case = RuleTests.Case

  private static func property(
    _ name: String, _ old: String, _ new: String, _ changes: String...,
    definitions: (String, String) = ("", "")
  ) -> Case {
    func file(_ schema: String, _ definitions: String) -> SourceFile {
      let rest = definitions.isEmpty ? "" : ##", "$defs": {"d": \##(definitions)}"##
      return model(#""a": \#(schema)"#, rest: rest)
    }
    return Case(name, file(old, definitions.0), file(new, definitions.1), all: changes)
  }

  /// Bounds, values and patterns that are said in several places.
  static let together = [
    property(
      "what a reference leads to is stricter than what stands beside it",
      ##"{"$ref": "#/$defs/d", "maximum": 9}"##, ##"{"$ref": "#/$defs/d", "maximum": 10}"##,
      "major a check-tightened",
      definitions: (#"{"type": "integer", "maximum": 8}"#, #"{"type": "integer", "maximum": 6}"#)),
    property(
      "the second of two parts is stricter",
      #"{"type": "integer", "allOf": [{"maximum": 10}, {"maximum": 8}]}"#,
      #"{"type": "integer", "allOf": [{"maximum": 10}, {"maximum": 6}]}"#,
      "major a check-tightened"),
    property(
      "two bounds are written as one",
      #"{"type": "integer", "allOf": [{"maximum": 10}, {"maximum": 8}]}"#,
      #"{"type": "integer", "maximum": 8}"#),
    property(
      "a pattern in a part changes",
      #"{"type": "string", "pattern": "^a", "allOf": [{"pattern": "b$"}]}"#,
      #"{"type": "string", "pattern": "^a", "allOf": [{"pattern": "c$"}]}"#,
      "major a check-changed"),
    property(
      "a pattern comes in a part",
      #"{"type": "string", "pattern": "^a"}"#,
      #"{"type": "string", "pattern": "^a", "allOf": [{"pattern": "c$"}]}"#,
      "major a check-tightened"),
    property(
      "a definition has fewer values than stand beside it",
      ##"{"$ref": "#/$defs/d", "enum": ["x", "y", "z"]}"##,
      ##"{"$ref": "#/$defs/d", "enum": ["x", "y", "z"]}"##, "major a value-gone",
      definitions: (#"{"enum": ["x", "y", "z"]}"#, #"{"enum": ["x", "y"]}"#)),
    property(
      "of integers more than 0 are those from 1", #"{"type": "integer", "exclusiveMinimum": 0}"#,
      #"{"type": "integer", "minimum": 1}"#),
    property(
      "integers are numbers anyway", #"{"type": ["number", "integer"]}"#, #"{"type": "number"}"#),
    property(
      "an integer has no length", #"{"type": "integer", "maxLength": 5}"#,
      #"{"type": "integer", "maxLength": 3}"#),
    property(
      "an integer is a multiple of 1", #"{"type": "integer"}"#,
      #"{"type": "integer", "multipleOf": 1}"#),
    property(
      "listed values are short enough", #"{"enum": ["x", "y"], "maxLength": 9}"#,
      #"{"enum": ["x", "y"], "maxLength": 5}"#),
    property(
      "a listed value is too long now", #"{"enum": ["x", "yyy"], "maxLength": 9}"#,
      #"{"enum": ["x", "yyy"], "maxLength": 2}"#, "major a value-gone"),
    property(
      "a value is spelled otherwise, and named as before", #"{"enum": ["clay", "wood"]}"#,
      #"{"enum": ["CLAY", "wood"]}"#, "patch a value-respelled"),
    Case(
      "a member is spelled otherwise, and named as before",
      #""aspect_ratio": {"type": "string"}"#, #""aspectRatio": {"type": "string"}"#,
      "patch aspectRatio property-respelled"),
    Case(
      "a service's own limit is stricter", #""a": {"type": "string", "max_file_size_bytes": 9}"#,
      #""a": {"type": "string", "max_file_size_bytes": 5}"#, "minor a limit-tightened"),
    Case(
      "a service's own limit is looser", #""a": {"type": "string", "max_file_size_bytes": 5}"#,
      #""a": {"type": "string", "max_file_size_bytes": 9}"#, "patch a annotation-changed"),
  ]

  /// A type that takes what it took and more, or less.
  static let widths = [
    property(
      "a text or a list of texts", #"{"type": "string"}"#,
      #"{"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}"#,
      "major a type-widened+swift-type-changed"),
    property(
      "only the text is left",
      #"{"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}"#,
      #"{"type": "string"}"#, "major a type-narrowed+swift-type-changed"),
    property(
      "an object or a text", #"{"type": "object", "properties": {"b": {"type": "string"}}}"#,
      #"""
      {"oneOf": [{"type": "string"},
        {"type": "object", "properties": {"b": {"type": "string"}}}]}
      """#,
      "major a type-widened+swift-type-changed"),
    property(
      "a text or a list, and shorter texts", #"{"type": "string"}"#,
      #"{"anyOf": [{"type": "string", "maxLength": 9}, {"type": "integer"}]}"#,
      "major a schema-changed+swift-type-changed"),
    property(
      "neither of two other types", #"{"type": "boolean"}"#,
      #"{"anyOf": [{"type": "string"}, {"type": "integer"}]}"#,
      "major a type-changed+swift-type-changed"),
    property(
      "listed values, and any text", #"{"enum": ["x", "y"]}"#, #"{"type": "string"}"#,
      "major a values-opened+swift-type-changed"),
    property(
      "listed values, and any short text", #"{"enum": ["x", "yyy"]}"#,
      #"{"type": "string", "maxLength": 1}"#, "major a type-narrowed+swift-type-changed"),
    property(
      "a few integers, listed", #"{"type": "integer", "minimum": 1, "maximum": 3}"#,
      #"{"type": "integer", "enum": [1, 2, 3]}"#, "major a swift-type-changed"),
    property(
      "alternatives that exclude each other anyway",
      #"{"anyOf": [{"type": "string"}, {"type": "integer"}]}"#,
      #"{"oneOf": [{"type": "string"}, {"type": "integer"}]}"#),
    property(
      "alternatives that exclude each other now",
      #"{"anyOf": [{"type": "string", "enum": ["x", "y"]}, {"type": "string"}]}"#,
      #"{"oneOf": [{"type": "string", "enum": ["x", "y"]}, {"type": "string"}]}"#,
      "major a check-tightened"),
    property(
      "an alternative is stricter beside one that takes all that it took",
      #"{"anyOf": [{"type": "string", "maxLength": 5}, {"type": ["string", "integer"]}]}"#,
      #"{"anyOf": [{"type": "string", "maxLength": 3}, {"type": ["string", "integer"]}]}"#),
    property(
      "a union in a union, and a list", #"{"anyOf": [{"type": "string"}, {"type": "integer"}]}"#,
      #"""
      {"anyOf": [{"anyOf": [{"type": "string"}, {"type": "integer"}]},
        {"type": "array", "items": {"type": "string"}}]}
      """#,
      "minor a|array alternative-added"),
  ]

  private static func modes(_ first: String, _ second: String) -> SourceFile {
    model(
      #"""
      "prompt": {"type": "string"}, "image": {"type": "string"},
      "size": {"type": "string", "enum": ["s", "m", "l"]}
      """#,
      required: #"["prompt"]"#,
      rest: #", "additionalProperties": false, "anyOf": [\#(first), \#(second)]"#)
  }

  private static let text = #"""
    {"required": ["prompt", "size"], "properties": {"image": false, "size": {"enum": ["m", "l"]}}}
    """#
  private static let image = #"{"required": ["image"], "properties": {"size": {"enum": ["l"]}}}"#

  /// Rules about several members.
  static let rules = [
    Case(
      "modes in another order", modes(text, image),
      modes(
        image,
        #"""
        {"required": ["size", "prompt"], "properties": {"size": {"enum": ["l", "m"]}, "image": false}}
        """#)),
    Case(
      "a value is taken in one of the modes", modes(text, image),
      modes(text.replacing(#"["m", "l"]"#, with: #"["s", "m", "l"]"#), image),
      "minor check-loosened"),
    Case(
      "a value is no longer taken in one of the modes", modes(text, image),
      modes(text.replacing(#"["m", "l"]"#, with: #"["m"]"#), image), "major check-tightened"),
    Case(
      "modes that allow all there is go",
      modes(#"{"properties": {"image": false}}"#, #"{"required": ["image"]}"#),
      model(
        #"""
        "prompt": {"type": "string"}, "image": {"type": "string"},
        "size": {"type": "string", "enum": ["s", "m", "l"]}
        """#, required: #"["prompt"]"#, rest: #", "additionalProperties": false"#)),
    Case(
      "a condition of which nothing is known changes",
      model(
        #""a": {"type": "array", "items": {"type": "string"}, "contains": {"const": "x"}}"#),
      model(
        #""a": {"type": "array", "items": {"type": "string"}, "contains": {"const": "y"}}"#),
      "major a check-changed"),
    Case(
      "a name must match another pattern",
      #""a": {"type": "object", "propertyNames": {"pattern": "^a"}}"#,
      #""a": {"type": "object", "propertyNames": {"pattern": "^b"}}"#, "major a check-changed"),
    Case(
      "a definition comes beside a reference that leads nowhere",
      model(
        ##""a": {"type": "integer"}, "b": {"type": "array", "items": {"$ref": "#/$defs/no"}}"##),
      model(
        ##""a": {"$ref": "#/$defs/d"}, "b": {"type": "array", "items": {"$ref": "#/$defs/no"}}"##,
        rest: ##", "$defs": {"d": {"type": "integer"}}"##)),
    Case(
      "a reference led nowhere",
      model(##""b": {"type": "array", "items": {"$ref": "#/$defs/d"}}"##),
      model(
        ##""b": {"type": "array", "items": {"$ref": "#/$defs/d"}}"##,
        rest: ##", "$defs": {"d": {"type": "integer"}}"##),
      "major b swift-type-changed", "major b[] type-narrowed"),
    Case(
      "a definition that nothing uses changes",
      model(#""a": {"type": "string"}"#, rest: ##", "$defs": {"d": {"maximum": 1}}"##),
      model(#""a": {"type": "string"}"#, rest: ##", "$defs": {"d": {"maximum": 2}}"##)),
  ]

  @Test(arguments: together + widths + rules)
  func whatIsTakenIsCompared(test: Case) throws {
    let comparison = try SnapshotComparison(old: [test.old], new: [test.new])
    #expect(comparison.briefly == test.changes.sorted(), "\(comparison.text)")
  }

  /// Differences deeper than anybody goes, for each of which something has to be said.
  @Test func aDifferenceThatNoRuleTellsOfIsReported() throws {
    func nested(_ most: Int) -> SourceFile {
      let levels = 40
      let open = (0..<levels).map { _ in #"{"type": "object", "properties": {"a": "# }.joined()
      let close = String(repeating: "}}", count: levels)
      return model(#""a": \#(open){"type": "string", "maxLength": \#(most)}\#(close)"#)
    }
    let comparison = try SnapshotComparison(old: [nested(9)], new: [nested(8)])
    #expect(comparison.advice == .major)
    #expect(!comparison.text.contains("Nothing has changed"))
    #expect(comparison.changes[0].wire.after[0].hasPrefix("at /properties/a/properties/a/"))
  }

  @Test func wordsAloneAreNoRules() throws {
    let comparison = try SnapshotComparison(
      old: [model(#""a": {"anyOf": [{"type": "string", "title": "x"}, {"type": "integer"}]}"#)],
      new: [model(#""a": {"anyOf": [{"type": "string", "title": "y"}, {"type": "integer"}]}"#)])
    #expect(comparison.advice == .patch)
  }
}
