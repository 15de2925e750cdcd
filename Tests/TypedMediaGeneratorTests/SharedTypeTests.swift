import Testing
import TypedMediaGenerator

@Suite struct SharedTypeTests {
  /// Two pairs of models. The types of a pair are equal, and those of both pairs differ in nothing but
  /// what is said of their parts.
  @Test(arguments: [
    (
      #"{"oneOf": [{"minLength": 2}, {"type": "object"}]}"#,
      #"{"oneOf": [{"minLength": 3}, {"type": "object"}]}"#
    ),
    (
      #"{"type": "object", "properties": {"a": {"type": "string"}}}"#,
      #"{"type": "object", "properties": {"a": {"type": "string", "deprecated": true}}}"#
    ),
    (
      #"{"type": "object", "properties": {"a": {"type": "object", "title": "One.", "properties": {"b": {}}}}}"#,
      #"{"type": "object", "properties": {"a": {"type": "object", "title": "Two.", "properties": {"b": {}}}}}"#
    ),
  ])
  func typesThatDifferInWhatIsSaidOfThemHaveTwoNames(first: String, second: String) throws {
    let output = try RequestGenerator(module: "Test").generateUnqualified(
      [first, first, second, second].enumerated().map { index, schema in
        sourceFile(
          #"{"name": "m\#(index)", "input_schema": {"type": "object", "properties": {"value": \#(schema)}}}"#,
          path: "m\(index).json")
      })
    #expect(output.sharedTypes.contains(" M0Value: "), "\(output.sharedTypes)")
    #expect(output.sharedTypes.contains(" M2Value: "), "\(output.sharedTypes)")
  }

  @Test func anObjectIsNamedByItsFirstUse() throws {
    let size = #"{"properties": {"width": {"type": "integer"}}}"#
    let other = #"{"properties": {"height": {"type": "integer"}}}"#
    let output = try Self.output(
      of: [
        ("veo-3.1", #""size": \#(size), "end": {"properties": {"size": \#(other)}}"#),
        ("aurora", #""size": \#(other), "start": {"properties": {"size": \#(size)}}"#),
      ])
    #expect(
      output.requests["veo-3.1.json"]?.contains("Size = TestModels.AuroraStartSize\n") == true)
    #expect(output.requests["aurora.json"]?.contains("Size = TestModels.AuroraSize\n") == true)
  }

  @Test func aListOfValuesIsNamedByThem() throws {
    let sizes = #"{"enum": ["720p", "1080p"]}"#
    let ratios = #"{"enum": ["1:1", "9:16", "16:9", "auto"]}"#
    let models = [
      ("b", #""start_resolution": \#(sizes), "ratio": \#(ratios)"#),
      ("c", #""end_resolution": \#(sizes), "aspect_ratio": \#(ratios)"#),
    ]
    let output = try Self.output(of: models)
    let start = "StartResolution = TestModels.ResolutionP1080P720\n"
    #expect(output.requests["b.json"]?.contains(start) == true, "\(output.sharedTypes)")
    let ratio = "AspectRatio = TestModels.RatioAuto16x9And2More\n"
    #expect(output.requests["c.json"]?.contains(ratio) == true, "\(output.sharedTypes)")
    // A model that comes, even in front of them, renames nothing.
    let more = try Self.output(of: models + [("a", #""end_resolution": \#(sizes)"#)])
    #expect(more.requests["b.json"] == output.requests["b.json"])
    #expect(more.sharedTypes == output.sharedTypes)
  }

  @Test func listsThatWouldHaveOneNameHaveTwo() throws {
    let lists = ["c", "d"].map { #"{"enum": ["a", "b", "\#($0)", "e"]}"# }
    let output = try Self.output(
      of: (0..<4).map { ("m\($0)", #""kind": \#(lists[$0 % 2])"#) })
    #expect(output.sharedTypes.contains(" M0Kind: "), "\(output.sharedTypes)")
    #expect(output.sharedTypes.contains(" M1Kind: "), "\(output.sharedTypes)")
  }

  @Test func orderDefaultAndWordsMakeNoListOfItsOwn() throws {
    let output = try Self.output(
      of: [
        ("a", #""size": {"enum": ["large", "small"], "default": "large"}"#),
        ("b", #""size": {"enum": ["small", "large"], "default": "small"}"#),
        (
          "c",
          #""size": {"oneOf": [{"const": "small"}, {"const": "large", "description": "Big."}]}"#
        ),
      ])
    for (path, code) in output.requests {
      #expect(code.contains("Size = TestModels.SizeLargeSmall\n"), "\(path): \(code)")
    }
    // In the order that most have.
    #expect(output.sharedTypes.contains("case small\n    case large\n"), "\(output.sharedTypes)")
    #expect(output.requests["a.json"]?.contains("defaultSize: Size { .large }") == true)
    #expect(output.requests["b.json"]?.contains("defaultSize: Size { .small }") == true)
    #expect(output.requests["c.json"]?.contains("defaultSize") == false)
  }

  @Test func aDefaultIsDeclaredWhereItsPropertyIs() throws {
    let size = #"{"enum": ["large", "small"], "default": "small"}"#
    let output = try Self.output(
      of: [
        ("list", #""sizes": {"type": "array", "maxItems": 1, "items": \#(size)}"#),
        ("null", #""size": {"type": ["string", "null"], \#(size.dropFirst())"#),
        (
          "case",
          ##""a": {"type": "string"}, "size": \##(size)}, "dependentRequired": {"size": ["a"]}, "$defs": {"##
        ),
        ("many", #""sizes": {"type": "array", "items": \#(size)}"#),
      ])
    let declaration = "static var defaultSize: Size { .small }"
    for name in ["list", "null", "case"] {
      let code = output.requests["\(name).json"] ?? ""
      #expect(code.contains(declaration), "\(code)")
    }
    // The default of an element says nothing of a list.
    #expect(output.requests["many.json"]?.contains("static var default") == false)
  }

  @Test func whatRefersToTheTypeThatItIsInStaysThere() throws {
    let output = try RequestGenerator(module: "Test").generateUnqualified(
      ["a", "b"].map { name in
        sourceFile(
          ##"""
          {"name": "\##(name)", "input_schema": {
            "type": "object", "properties": {"rule": {"$ref": "#/$defs/Rule"}},
            "$defs": {
              "Rule": {"type": "object", "properties": {
                "\##(name)": {"type": "string"}, "all": {"$ref": "#/$defs/All"}}},
              "All": {"type": "object", "properties": {
                "rules": {"type": "array", "items": {"$ref": "#/$defs/Rule"}}}}}}}
          """##, path: "\(name).json")
      })
    for code in output.requests.values {
      #expect(code.contains("    struct All: JSONObjectConvertible"))
      #expect(code.contains("var rules: [Rule]?"))
    }
    #expect(!output.sharedTypes.contains("All"))
  }

  /// The code of models.
  private static func output(
    of models: [(name: String, properties: String)]
  ) throws -> RequestGenerator.Output {
    try RequestGenerator(module: "Test").generateUnqualified(
      models.map { name, properties in
        sourceFile(
          #"{"name": "\#(name)", "input_schema": {"type": "object", "properties": {\#(properties)}}}"#,
          path: "\(name).json")
      })
  }
}
