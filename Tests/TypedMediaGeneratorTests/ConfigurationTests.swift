import Testing
import TypedMediaGenerator
import TypedMediaSchema

/// What the options of `typed-media.json` do to the code.
@Suite struct ConfigurationTests {
  private let model = """
    {"name": "acme/veo-3.1", "input_schema": {"type": "object", "required": ["image"], "properties": {
      "image": {"type": "object", "required": ["url"], "properties": {"url": {"type": "string"}}},
      "size": {"type": "string", "enum": ["4K", "big"]}
    }}}
    """

  private func generate(_ configuration: String) throws -> RequestGenerator.Output {
    try RequestGenerator(module: "App", configuration: Configuration(sourceFile(configuration)))
      .generateUnqualified([sourceFile(model)])
  }

  @Test(arguments: [
    ("{}", ["\n@_spi(Generated) import TypedMedia", "\nstruct Veo3_1: GenerationRequest"]),
    (
      #"{"access": "public"}"#,
      ["\n@_spi(Generated) public import TypedMedia", "\npublic struct Veo3_1"]
    ),
    (
      #"{"access": "package"}"#,
      ["\n@_spi(Generated) package import TypedMedia", "\npackage struct Veo3_1"]
    ),
    (
      #"{"protocol": "AcmeRequest", "imports": ["Acme"]}"#,
      ["\nimport Acme\n@_spi(Generated) import TypedMedia", "struct Veo3_1: AcmeRequest"]
    ),
    (#"{"renames": {"*/veo-3.1": "Clip"}}"#, ["struct Clip: GenerationRequest"]),
    (
      #"{"renames": {"*#/properties/size": "extent"}}"#,
      ["var extent: Size?", #"set("size", extent)"#]
    ),
    (#"{"renames": {"*#/properties/size": "Extent"}}"#, ["var size: Extent?"]),
    (#"{"renames": {"*#/properties/size/enum/0": "huge"}}"#, ["case huge\n"]),
    (#"{"renames": {"*#/properties/image": "Acme.Picture"}}"#, ["var image: Acme.Picture"]),
    (
      #"{"flatten": ["*#/properties/image"]}"#,
      ["var url: String", #"object.inside("image") { try $0.required("url") }"#]
    ),
    (
      #"{"flatten": ["*#/properties/image"], "renames": {"*#/properties/image/properties/url": "link"}}"#,
      ["var link: String"]
    ),
  ])
  func anOptionChangesTheCode(configuration: String, lines: [String]) throws {
    let output = try generate(configuration)
    let swift = try #require(output.requests.values.first)
    for line in lines { #expect(swift.contains(line), "\(swift)") }
    #expect(output.warnings.isEmpty)
  }

  @Test func oneOfTheUsesOfADefinitionIsRenamedAlone() throws {
    let configuration = try Configuration(
      sourceFile(#"{"renames": {"*#/properties/to/properties/x": "across"}}"#))
    let output = try RequestGenerator(module: "App", configuration: configuration)
      .generateUnqualified([
        sourceFile(
          ##"""
          {"type": "object", "properties": {
             "from": {"$ref": "#/$defs/Point"}, "to": {"$ref": "#/$defs/Point"},
             "over": {"$ref": "#/$defs/Point"}},
           "$defs": {"Point": {"type": "object", "properties": {"x": {"type": "number"}}}}}
          """##)
      ])
    let swift = try #require(output.requests.values.first)
    for line in ["var from: Point?", "var over: Point?", "var to: Point2?", "var across: Double?"] {
      #expect(swift.contains(line), "\(swift)")
    }
    #expect(output.warnings.isEmpty)
  }

  @Test func whereNothingIsSharedNothingIsImported() throws {
    #expect(!(try generate(#"{"access": "public"}"#).sharedTypes.contains("import")))
    #expect(
      try generate(#"{"renames": {"*#/properties/image": "Picture"}}"#).sharedTypes
        .contains("import TypedMedia"))
  }

  @Test func theCatalogHasTheNameThatIsGiven() throws {
    #expect(try generate("{}").catalog.contains("enum AppModels {"))
    #expect(try generate(#"{"catalog": "Everything"}"#).catalog.contains("enum Everything {"))
  }

  @Test func aNameForTwoDifferentTypesIsAnError() throws {
    let failure = #expect(throws: GenerationFailure.self) {
      try generate(
        #"{"renames": {"*#/properties/image": "Thing", "*#/properties/size": "Thing"}}"#)
    }
    #expect(failure?.description.contains("the name Thing is given to types that differ") == true)
  }

  /// The compiler warns of an import that does not say how open it is, where another one in the module does.
  @Test func aFileThatUsesAModuleForItselfAloneSaysSo() throws {
    let configuration = try Configuration(sourceFile(#"{"access": "package"}"#))
    let output = try RequestGenerator(module: "App", configuration: configuration).generate(
      ["a", "b"].map { name in
        sourceFile(
          #"{"name": "\#(name)", "input_schema": {"properties": {"size": {"enum": ["x", "y", "z"]}}}}"#,
          path: "schemas/\(name).json")
      })
    #expect(output.sharedTypes.contains("\n@_spi(Generated) internal import TypedMedia\n"))
    #expect(
      output.requests.values.allSatisfy {
        $0.contains("\n@_spi(Generated) package import TypedMedia\n")
      })
  }

  @Test(arguments: [
    "{}",
    #"{"protocol": "AcmeRequest", "imports": ["Acme"], "access": "package", "models": ["veo-*"]}"#,
    #"{"catalog": "Everything", "flatten": ["*#/properties/image", "veo-3.1#/properties/a~1b"]}"#,
    #"{"renames": {"acme/veo-3.1": "Clip", "*#/properties/size/enum/0": "huge", "a#": "Whole"}}"#,
  ])
  func whatIsReadIsPrintedAsItWas(configuration: String) throws {
    let printed = try Configuration(sourceFile(configuration)).description
    #expect(try JSON(parsing: printed) == JSON(parsing: configuration))
  }

  @Test func whatAProgramSetsIsPrintedAsAFileSaysIt() {
    var configuration = Configuration()
    configuration.access = .public
    configuration.renames = [
      .init(.init(model: "veo-3.1"), to: "Clip"),
      .init(.init(model: "*", pointer: "/properties/n"), to: "count"),
    ]
    configuration.flattenings = [.init(model: "*", pointer: "/properties/inputs")]
    #expect(
      configuration.json == [
        "access": "public", "flatten": ["*#/properties/inputs"],
        "renames": ["veo-3.1": "Clip", "*#/properties/n": "count"],
      ])
  }
}
