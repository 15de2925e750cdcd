import Testing
import TypedMediaGenerator
import TypedMediaSchema

@Suite struct DiagnosticsTests {
  /// What is wrong with one snapshot, and what is said of it.
  struct BadSnapshot: CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let messages: [String]
  }

  @Test(arguments: [
    BadSnapshot(
      testDescription: "not JSON", text: "{\n  \"name\": nope\n}",
      messages: ["schemas/model.json:2:11: error: this is not valid JSON"]),
    BadSnapshot(
      testDescription: "empty", text: "",
      messages: ["schemas/model.json:1:1: error: this is not valid JSON"]),
    BadSnapshot(
      testDescription: "cut off", text: #"{"name": "a", "input_schema": {"#,
      messages: ["error: this is not valid JSON"]),
    BadSnapshot(
      testDescription: "a key twice",
      text: "{\n  \"name\": \"a\",\n  \"name\": \"b\"\n}",
      messages: [
        "schemas/model.json:3:3: error: this is not valid JSON",
        "the key 'name' is here twice; the first is at 2:3",
      ]),
    BadSnapshot(
      testDescription: "no name", text: #"{"input_schema": {}}"#,
      messages: ["schemas/model.json:1:1: error: the record has no \"name\"; add the model's name"]),
    BadSnapshot(
      testDescription: "an empty name", text: #"{"name": "", "input_schema": {}}"#,
      messages: ["schemas/model.json:1:10: error: \"name\" has to be the model's name"]),
    BadSnapshot(
      testDescription: "no schema", text: #"{"name": "a"}"#,
      messages: ["schemas/model.json:1:1: error: the record has no \"input_schema\""]),
    BadSnapshot(
      testDescription: "a list", text: "[1]",
      messages: ["schemas/model.json:1:1: error: this is not a model's record"]),
  ])
  func aBadSnapshotIsAnErrorAtItsPlace(bad: BadSnapshot) {
    let failure = #expect(throws: GenerationFailure.self) {
      try RequestGenerator(module: "Test").generateUnqualified([sourceFile(bad.text)])
    }
    for message in bad.messages {
      #expect(
        failure?.description.contains(message) == true, "\(failure?.description ?? "nothing")")
    }
  }

  @Test func aModelInTwoFilesIsAnErrorThatNamesBoth() {
    let text = #"{"name": "veo", "input_schema": {"type": "object", "properties": {}}}"#
    let failure = #expect(throws: GenerationFailure.self) {
      try RequestGenerator(module: "Test").generateUnqualified([
        sourceFile(text, path: "schemas/a.json"), sourceFile(text, path: "schemas/b.json"),
      ])
    }
    #expect(
      failure?.description == """
        schemas/b.json:1:10: error: "veo" is the model of schemas/a.json too; remove one of the two files
        """)
  }

  @Test func allErrorsAreReportedAtOnce() {
    let failure = #expect(throws: GenerationFailure.self) {
      try RequestGenerator(module: "Test").generateUnqualified([
        sourceFile("{", path: "a.json"), sourceFile("[]", path: "b.json"),
      ])
    }
    #expect(failure?.diagnostics.map(\.path) == ["a.json", "b.json"])
  }

  @Test(arguments: [
    ("{\n  \"modules\": []\n}", "typed-media.json:2:3: error: \"modules\" is not an option"),
    (
      "{\n  \"modules\": []\n}",
      "\"access\", \"catalog\", \"flatten\", \"imports\", \"models\", \"outputProtocol\", \"protocol\", \"renames\""
    ),
    (#"{"access": "open"}"#, "typed-media.json:1:12: error: \"access\" has to be one of"),
    (#"{"protocol": "a b"}"#, "has to be the name of a Swift type"),
    (#"{"imports": "Hoox"}"#, "imports has to be a list of texts"),
    (#"{"renames": {"veo": "1x"}}"#, "a rename has to be to a Swift name"),
    (#"{"renames": {"veo#x": "a"}}"#, "what follows the # has to be a place"),
    (#"{"flatten": "veo#/properties/a"}"#, "flatten has to be a list of texts"),
    (
      #"{"flatten": ["veo#x"]}"#,
      "typed-media.json:1:14: error: what follows the # has to be a place"
    ),
    (#"{"flatten": ["veo"]}"#, "what is flattened has to be a place in a schema"),
    ("[]", "typed-media.json:1:1: error: this has to be an object"),
    ("{", "error: this is not valid JSON"),
  ])
  func aBadConfigurationIsAnErrorAtItsPlace(text: String, message: String) {
    let failure = #expect(throws: GenerationFailure.self) {
      try Configuration(sourceFile(text, path: "typed-media.json"))
    }
    #expect(failure?.description.contains(message) == true, "\(failure?.description ?? "nothing")")
  }

  @Test func anUnusedRenameIsAWarningAtItsPlace() throws {
    let configuration = try Configuration(
      sourceFile(
        "{\"renames\": {\n  \"veo#/properties/nothing\": \"x\"}}", path: "typed-media.json"))
    let model = sourceFile(
      #"{"name": "veo", "input_schema": {"type": "object", "properties": {}}}"#)
    let output = try RequestGenerator(module: "Test", configuration: configuration)
      .generateUnqualified([model]
      )
    #expect(
      output.warnings.map(\.description) == [
        "typed-media.json:2:3: warning: there is nothing at this place in any model, so this rename does nothing"
      ])
  }

  @Test func anUnusedFlatteningIsAWarningAtItsPlace() throws {
    let configuration = try Configuration(
      sourceFile(
        "{\"flatten\": [\n  \"veo#/properties/nothing\"]}", path: "typed-media.json"))
    let model = sourceFile(
      #"{"name": "veo", "input_schema": {"type": "object", "properties": {}}}"#)
    let output = try RequestGenerator(module: "Test", configuration: configuration)
      .generateUnqualified([model])
    #expect(
      output.warnings.map(\.description) == [
        "typed-media.json:2:3: warning: there is nothing at this place in any model, so this flattening does nothing"
      ])
  }

  @Test(arguments: [
    ##"{"type": "object", "properties": {"a": {"$ref": "#/$defs/A"}}}"##,
    #"{"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}"#,
    #"{"type": "object", "required": ["a"], "properties": {"a": {"type": "object"}}}"#,
    """
    {"type": "object", "required": ["a"],
     "properties": {"a": {"anyOf": [{"$ref": "#/$defs/A"}, {"type": "null"}]}}}
    """,
    """
    {"type": "object", "required": ["a"],
     "properties": {"a": {"$ref": "#/$defs/A", "additionalProperties": true}}}
    """,
  ])
  func whatCannotBeFlattenedStaysAnObjectWithAWarning(schema: String) throws {
    let configuration = try Configuration(
      sourceFile(#"{"flatten": ["*#/properties/a"]}"#, path: "typed-media.json"))
    let definition = #""$defs": {"A": {"type": "object", "properties": {"b": {"type": "string"}}}}"#
    let model = sourceFile("\(schema.dropLast()), \(definition)}")
    let output = try RequestGenerator(module: "Test", configuration: configuration)
      .generateUnqualified([model])
    #expect(output.warnings.map { $0.message.hasPrefix("this stays an object in Swift") } == [true])
    let swift = try #require(output.requests.values.first)
    #expect(swift.contains("var a: "))
    #expect(!swift.contains("inside"))
  }

  @Test func aMemberOfAFlattenedObjectIsToldFromOneOfTheSameName() throws {
    let configuration = try Configuration(
      sourceFile(#"{"flatten": ["*#/properties/inputs"]}"#, path: "typed-media.json"))
    let model = sourceFile(
      """
      {"type": "object", "required": ["inputs"], "properties": {
        "image_url": {"type": "string"},
        "inputs": {"type": "object", "properties": {
          "image_url": {"type": "string"}}}}}
      """)
    let output = try RequestGenerator(module: "Test", configuration: configuration)
      .generateUnqualified([model])
    #expect(output.warnings.map(\.position?.line) == [2, 4])
    let swift = try #require(output.requests.values.first)
    #expect(swift.split(separator: "var imageURL_").count == 3)
  }

  @Test func theValuesOfACaseAreToldApartToo() throws {
    let configuration = try Configuration(
      sourceFile(#"{"flatten": ["*#/properties/inputs"]}"#, path: "typed-media.json"))
    let model = sourceFile(
      """
      {"type": "object", "oneOf": [{"required": ["prompt", "inputs"]}, {"required": ["text"]}],
       "properties": {
        "prompt": {"type": "string"}, "text": {"type": "string"},
        "inputs": {"type": "object", "required": ["prompt"],
          "properties": {"prompt": {"type": "string"}}}}}
      """)
    let output = try RequestGenerator(module: "Test", configuration: configuration)
      .generateUnqualified([model])
    #expect(output.warnings.map(\.position?.line) == [5])
    let swift = try #require(output.requests.values.first)
    #expect(swift.contains("case promptAndInputs(String, prompt_"))
    #expect(!swift.contains("let prompt, let prompt,"))
  }

  @Test func anOddPropertyCostsAWarningAndNotTheModel() throws {
    let model = sourceFile(
      """
      {"name": "odd", "input_schema": {"type": "object", "properties": {
        "prompt": {"type": "string"},
        "strange": {"type": "colour"},
        "lost": {"$ref": "#/$defs/Nowhere"},
        "untyped": {"maxLength": 3}
      }}}
      """)
    let output = try RequestGenerator(module: "Test").generateUnqualified([model])
    #expect(output.warnings.map(\.position?.line) == [3, 4, 5])
    let swift = try #require(output.requests.values.first)
    for line in [
      "var prompt: String?", "var strange: JSON?", "var lost: JSON?", "var untyped: JSON?",
    ] {
      #expect(swift.contains(line))
    }
  }

  @Test(arguments: [
    (#"{"type": "string", "enum": ["a"]}"#, 1), (#"{"type": ["array", "null"]}"#, 1),
    (#"{"type": ["object", "null"], "maxProperties": 3}"#, 0), (#"{"enum": [{"a": 1}]}"#, 0),
  ])
  func aSchemaThatIsForNoObjectIsAWarning(schema: String, warnings: Int) throws {
    let bare = try RequestGenerator(module: "Test").generateUnqualified([sourceFile(schema)])
    let inRecord = try RequestGenerator(module: "Test").generateUnqualified([
      sourceFile(#"{"name": "a", "type": "video", "input_schema": \#(schema)}"#)
    ])
    for output in [bare, inRecord] {
      #expect(output.warnings.count == warnings)
      #expect(output.warnings.allSatisfy { $0.message.contains("a request is an object") })
      #expect(output.requests.count == 1)
    }
  }

  @Test func aDefaultThatBreaksItsSchemaIsAWarningAtItsPlace() throws {
    let model = sourceFile(
      """
      {"name": "odd", "input_schema": {"type": "object", "required": ["prompt"], "properties": {
        "prompt": {"type": "string"},
        "steps": {"type": "integer", "maximum": 9, "default": 10},
        "size": {"type": "string", "enum": ["big"], "default": "small"},
        "seed": {"type": "integer", "default": null},
        "lost": {"$ref": "#/$defs/Nowhere", "default": 1},
        "fine": {"type": "integer", "default": 1}
      }}}
      """)
    let output = try RequestGenerator(module: "Test").generateUnqualified([model])
    let defaults = output.warnings.filter { $0.message.hasPrefix("the default breaks") }
    #expect(defaults.map(\.position?.line) == [3, 4])
    #expect(defaults.map(\.message).last?.contains("\"big\"") == true)
  }

  @Test func textThatWouldEndACommentDoesNot() throws {
    let model = sourceFile(
      """
      {"name": "odd", "label": "Two\\nlines", "input_schema": {"type": "object", "properties": {
        "a": {"type": "string", "description": "One.\\r\\nTwo \\u0000\\u0007.\\u2028Three.", "enum": ["x\\ny", "z"]}
      }}}
      """)
    let swift = try #require(
      try RequestGenerator(module: "Test").generateUnqualified([model]).requests.values.first)
    for line in swift.split(separator: "\n") {
      let start = line.drop { $0 == " " }.prefix(3)
      #expect(!["One", "Two", "Thr", "lin", "y`,"].contains(String(start)), "\(line)")
    }
    #expect(swift.contains(#"case xY = "x\ny""#))
  }

  @Test func modelsOfOneNameAreToldApartByTheirMakers() throws {
    let output = try RequestGenerator(module: "Test").generateUnqualified(
      ["google/veo", "acme/veo", "acme/other"].map { name in
        sourceFile(
          #"{"name": "\#(name)", "input_schema": {"type": "object", "properties": {}}}"#,
          path: "schemas/\(name.replacing("/", with: "-")).json")
      })
    #expect(output.catalog.contains("GoogleVeo.self"))
    #expect(output.catalog.contains("AcmeVeo.self"))
    #expect(output.catalog.contains(" Other.self"))
  }

  @Test func modelsThatAreNotWantedHaveNoRequest() throws {
    let configuration = try Configuration(
      sourceFile(#"{"models": ["veo*"]}"#, path: "typed-media.json"))
    let files = ["veo-3", "kling"].map { name in
      sourceFile(
        #"{"name": "\#(name)", "input_schema": {"type": "object", "properties": {}}}"#,
        path: "schemas/\(name).json")
    }
    let output = try RequestGenerator(module: "Test", configuration: configuration)
      .generateUnqualified(files)
    #expect(output.requests["schemas/veo-3.json"]?.contains("struct Veo3") == true)
    #expect(
      output.requests["schemas/kling.json"]
        == "// schemas/kling.json is not among this target's models.\n")
  }
}
