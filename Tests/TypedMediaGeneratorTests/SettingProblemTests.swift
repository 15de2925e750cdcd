import Testing
import TypedMediaGenerator

/// Settings that cannot work, which are errors at their lines and not of the compiler's.
@Suite struct SettingProblemTests {
  private static let models = ["veo-3.1", "kling-pro"]

  /// Generates the code of two models with what is in the braces of a `typed-media.json`.
  private func generate(_ settings: String) throws -> RequestGenerator.Output {
    let configuration = try Configuration(
      sourceFile("{\n  \(settings)\n}", path: "typed-media.json"))
    return try RequestGenerator(module: "Clips", configuration: configuration).generate(
      Self.models.map { name in
        sourceFile(
          #"""
          {"name": "\#(name)", "input_schema": {"type": "object", "properties": {
            "image": {"type": "object", "properties": {"url": {"type": "string"}}},
            "size": {"type": "string", "enum": ["big", "4K"]}}}}
          """#, path: "\(name).json")
      })
  }

  @Test(arguments: [
    // A model's type is declared by that name.
    (#""renames": {"veo-3.1": "class"}"#, "2:26: error: a rename has to be to a Swift name, and a"),
    (#""renames": {"veo-3.1": "clip"}"#, "begins with a capital letter, such as \"Clip\""),
    (
      #""renames": {"veo-3.1": "Self"}"#, "2:26: error: a rename has to be to a Swift name, and \"S"
    ),
    (
      #""renames": {"veo-3.1": "String"}"#, "\"String\" is that of a type which generated code uses"
    ),
    (#""renames": {"veo-3.1": "Hoox.Clip"}"#, "is declared here, has no module in front"),
    (#""renames": {"veo-3.1": "my clip"}"#, "\"my clip\" is none"),
    (#""renames": {"veo-3.1": ""}"#, "\"\" is none"),
    (#""renames": {"veo-3.1": "3Clip"}"#, "\"3Clip\" is none"),
    (#""renames": {"veo-3.1": "Clip\u202e"}"#, #""Clip\u{202e}" is none"#),
    (#""renames": {"veo-3.1": 1}"#, "a rename has to be to a Swift name, such as"),
    (
      #""renames": {"veo-3.1": "ClipsModels"}"#,
      "2:26: error: the model veo-3.1 is called ClipsModels, and so is the list of the models"
    ),
    (
      #""renames": {"veo-3.1": "KlingPro"}"#,
      "2:26: error: the model veo-3.1 is called KlingPro, and so is the model kling-pro"
    ),
    (
      #""renames": {"*": "Clip"}"#,
      "2:20: error: the model veo-3.1 is called Clip, and so is the model kling-pro; use another"
    ),
    (
      #""renames": {"*#/properties/image": "KlingPro"}"#,
      "is called KlingPro, and so is the model kling-pro"
    ),
    (
      #""protocol": "KlingPro""#,
      "error: the model kling-pro is called KlingPro, and so is the prot"
    ),
    (
      #""catalog": "KlingPro""#, "the model kling-pro is called KlingPro, and so is the list of the"
    ),
    // A place in a schema.
    (
      #""renames": {"*#/properties/image": "URL"}"#,
      "\"URL\" is that of a type which generated code"
    ),
    (
      #""renames": {"*#/properties/image": "Hoox.picture"}"#,
      "with a module in front is that of a ty"
    ),
    (
      #""renames": {"*#/properties/image": ".Picture"}"#, "with a module in front is that of a type"
    ),
    (
      #""renames": {"*#/properties/image": "Hoox.class.Picture"}"#, "with a module in front is that"
    ),
    (
      #""renames": {"*#/properties/image": "init"}"#,
      "\"init\" is what every generated type has, or"
    ),
    (
      #""renames": {"*#/properties/image": "snapshot"}"#,
      "\"snapshot\" is what every generated type "
    ),
    (#""renames": {"*#/properties/image": "_"}"#, "\"_\" is none"),
    // What is none of the target's own.
    (#""imports": ["Hoox", "a b"]"#, "2:23: error: \"imports\" has to be names of modules"),
    (#""imports": ["TypedMedia\nfunc f() {}"]"#, "2:15: error: \"imports\" has to be names"),
    (#""imports": ["struct Hoox.Clip"]"#, "2:15: error: \"imports\" has to be names of modules"),
    (#""imports": ["class"]"#, "2:15: error: \"imports\" has to be names of modules"),
    (#""protocol": "Self""#, "2:15: error: \"protocol\" has to be the name of a Swift type"),
    (#""protocol": "String""#, "2:15: error: \"protocol\" has to be the name of a Swift type"),
    (
      #""protocol": "Hoox..Request""#,
      "2:15: error: \"protocol\" has to be the name of a Swift type"
    ),
    (#""catalog": "My.Models""#, "2:14: error: \"catalog\" has to be the name of a Swift type"),
    (#""catalog": "Type""#, "2:14: error: \"catalog\" has to be the name of a Swift type"),
    (#""models": ["vio-*"]"#, "2:13: error: none of the 2 models fits \"models\""),
    (#""models": ["vio-*", "kring"]"#, "2:13: error: none of the 2 models fits \"models\""),
  ])
  func whatCannotWorkIsAnErrorAtItsLine(settings: String, message: String) {
    let failure = #expect(throws: GenerationFailure.self) { try generate(settings) }
    let text = failure?.description ?? "nothing"
    #expect(text.contains(message), "\(text)")
  }

  @Test(arguments: [
    #""renames": {"veo-3.1": "Clip", "kling-pro": "Glide"}"#,
    #""renames": {"*#/properties/image": "class"}"#,
    #""renames": {"*#/properties/image": "Hoox.Picture"}, "imports": ["Hoox", "my_module"]"#,
    #""renames": {"*#/properties/image": "Picture", "*#/properties/size/enum/1": "HD"}"#,
    #""protocol": "Hoox.HooxRequest", "imports": ["Hoox"]"#,
    #""protocol": "GenerationRequest", "catalog": "AllModels", "models": ["veo-*", "kling-pro"]"#,
  ])
  func whatCanWorkIsTakenWithoutAWord(settings: String) throws {
    #expect(try generate(settings).warnings.isEmpty)
  }

  @Test func aPatternThatFitsNothingBesideOneThatDoesIsAWarning() throws {
    let output = try generate(#""models": ["veo-*", "vio-*"]"#)
    #expect(
      output.warnings.map(\.description) == [
        "typed-media.json:2:23: warning: no model fits this pattern, so it does nothing"
      ])
  }

  /// Where nothing of a module is used that others see, the compiler warns of an import that is open, and,
  /// where it is open in another file, of one that does not say how it is.
  @Test(arguments: [
    (
      #""imports": ["Hoox"]"#,
      "\ninternal import Hoox\n@_spi(Generated) public import TypedMedia\n",
      "\ninternal import Hoox\n"
    ),
    (
      #""imports": ["Hoox"], "protocol": "HooxRequest""#,
      "\npublic import Hoox\n@_spi(Generated) public import TypedMedia\n",
      "\ninternal import Hoox\n"
    ),
    (
      #""imports": ["A", "B"], "protocol": "B.Request", "renames": {"*#/properties/image": "A.Picture"}"#,
      "\npublic import A\npublic import B\n@_spi(Generated) public import TypedMedia\n",
      "\ninternal import A\ninternal import B\n@_spi(Generated) public import TypedMedia\n"
    ),
  ])
  func onlyModulesThatAreUsedAreOpen(settings: String, request: String, shared: String) throws {
    let output = try generate("\(settings), \"access\": \"public\"")
    #expect(output.requests.values.allSatisfy { $0.contains(request) })
    #expect(output.sharedTypes.contains(shared))
  }
}
