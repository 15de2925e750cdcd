import Foundation
import Testing
import TypedMediaGenerator
import TypedMediaSchema

/// What doc comments say.
@Suite struct DocumentationTests {
  /// The code of a model, and what is warned of.
  private static func generate(
    _ file: String, configuration: String = "{}"
  ) throws -> (code: String, output: RequestGenerator.Output) {
    let generator = RequestGenerator(
      module: "Models",
      configuration: try Configuration(sourceFile(configuration, path: "typed-media.json")))
    let output = try generator.generateUnqualified([sourceFile(file)])
    return (output.requests.values.joined(), output)
  }

  private static func model(property: String) -> String {
    #"{"name": "m", "input_schema": {"properties": {"aspect_ratio": \#(property)}}}"#
  }

  @Test func aTableIsAListInItsOrder() throws {
    let file = #"""
      {"name": "acme/m", "label": "M 1", "type": "image", "description": "Draws.\n",
       "x-documentation": {"Tags": "a, b", "Base\ncost": "3\n\ncredits", "Nothing": " ", "": "x"},
       "input_schema": {}}
      """#
    let (code, output) = try Self.generate(file)
    #expect(
      code.contains(
        """
        /// A request to M 1, an image model.
        ///
        /// ```swift
        /// let request = M()
        /// ```
        ///
        /// Draws.
        ///
        /// The model's name is `acme/m`.
        ///
        /// - Tags: a, b
        /// - Base cost: 3 credits
        struct M: 
        """))
    #expect(!code.contains("x-documentation"))
    #expect(output.warnings.isEmpty)
  }

  @Test(arguments: [
    #"{"x-documentation": {"Tags": "new"}, "properties": {"a": {"type": "string"}}}"#,
    #"""
    {"x-documentation": {"Tags": "new"}, "name": "t", "inputSchema": {"properties": {"a": {}}}}
    """#,
  ])
  func anyFileMayHaveATable(file: String) throws {
    #expect(try Self.generate(file).code.contains("///\n/// - Tags: new\n"))
  }

  @Test(arguments: ["3", #"["new"]"#, #"{"Tags": ["new"]}"#])
  func aTableOfAnythingElseIsLeftOutWithAWarning(table: String) throws {
    let (code, output) = try Self.generate(
      #"{"name": "m", "input_schema": {}, "x-documentation": \#(table)}"#)
    #expect(!code.contains("Tags"))
    #expect(
      output.warnings.map(\.description).contains {
        $0.contains(#":1:54: warning: "x-documentation" has to be an object from labels to texts"#)
      })
  }

  /// The words of one service are those of no other.
  @Test func whatNoTableHasIsNotSaid() throws {
    let (code, _) = try Self.generate(
      #"""
      {"name": "m", "provider": "acme", "tags": ["new"], "base_cost": 3, "required_plans": ["PRO"],
       "settings": [{"key": "a", "label": "Label", "affects_cost": true}],
       "input_schema": {"properties": {"a": {"type": "string"}}}}
      """#)
    let comments = code.split(separator: "\n").filter { $0.contains("///") }.joined()
    for word in ["acme", "new", "3", "PRO", "Label", "cost"] { #expect(!comments.contains(word)) }
  }

  @Test(arguments: [
    (#"{"type": "string", "title": "Aspect Ratio"}"#, ["Sent as `aspect_ratio`."]),
    (#"{"type": "string", "title": "Shape of the frame"}"#, ["Shape of the frame."]),
    (#"{"type": "string", "title": "Ratio", "description": "Its shape"}"#, ["Its shape"]),
    (#"{"type": "string", "description": " \n"}"#, ["Sent as `aspect_ratio`."]),
    (#"{"type": "string", "description": "\u00a0\u2003"}"#, ["Sent as `aspect_ratio`."]),
    (#"{"type": "string", "description": "“Wide”…"}"#, ["“Wide”…"]),
    (#"{"type": "string", "description": "\nOne.\n\n\nTwo.\n\n"}"#, ["One.", "", "Two."]),
    (
      #"{"type": "string", "default": "", "x-notes": ["It costs.", ""]}"#,
      ["Sent as `aspect_ratio`.", "", "The service's default is an empty text. It costs."]
    ),
    (
      #"{"type": "string", "x-notes": "It costs."}"#, ["Sent as `aspect_ratio`.", "", "It costs."]
    ),
    (
      #"{"type": "number", "minimum": 1}"#, ["Sent as `aspect_ratio`.", "", "At least 1."]
    ),
    (
      #"{"type": "number", "minimum": 1, "exclusiveMaximum": 3}"#,
      ["Sent as `aspect_ratio`.", "", "From 1 below 3."]
    ),
    (
      #"{"type": "string", "minLength": 2, "maxLength": 2}"#,
      ["Sent as `aspect_ratio`.", "", "Exactly 2 characters."]
    ),
  ])
  func aPropertySaysWhatItsSchemaSays(property: String, lines: [String]) throws {
    let comment = lines.map { $0.isEmpty ? "  ///\n" : "  /// \($0)\n" }.joined()
    let code = try Self.generate(Self.model(property: property)).code
    #expect(code.contains(" {\n\(comment)  var aspectRatio:"))
  }

  @Test(arguments: [
    ("Draws it.", "Draws it."), (" Draws \\t it.\\n", "Draws it."), ("Draws  it.", "Draws it."),
    ("Draws\u{a0}it.", "Draws it."), ("Draws\u{2003}it.", "Draws it."),
    ("Draws\u{2029}it.", "Draws it."), ("Été – “vite” → 4×", "Été – “vite” → 4×"),
    ("日本\u{3000}語", "日本 語"),
  ])
  func aLabelIsOnOneLine(label: String, line: String) throws {
    let (code, _) = try Self.generate(#"{"name": "m", "label": "\#(label)", "input_schema": {}}"#)
    #expect(code.contains("/// A request to \(line)."))
  }

  @Test(arguments: [
    (#"{"enum": ["16:9"], "default": "16:9"}"#, "    /// Sent as `16:9`.\n    case ratio16x9\n"),
    (#"{"enum": ["wide_one", ""]}"#, " {\n    case wideOne\n"),
    (#"{"enum": ["wide", ""]}"#, "    /// Sent as an empty text.\n    case empty\n"),
    (
      #"{"oneOf": [{"const": "a", "description": "Tall.\n"}, {"const": "b", "title": "b"}]}"#,
      "    /// Tall.\n    case a\n    case b\n"
    ),
    (
      #"{"anyOf": [{"const": "a", "description": " "}, {"type": "integer"}]}"#,
      " {\n    case a\n    case integer(Int)\n"
    ),
    (#"{"anyOf": [{"const": 3, "type": "integer"}, {"type": "object"}]}"#, " {\n    case ratio3\n"),
  ])
  func aCaseSaysWhatItIs(property: String, code: String) throws {
    #expect(try Self.generate(Self.model(property: property)).code.contains(code))
  }

  @Test func aCaseSaysWhatEachOfItsValuesIs() throws {
    let (code, _) = try Self.generate(
      #"""
      {"name": "m", "input_schema": {
        "properties": {
          "start_image": {"type": "string", "description": "The first frame."},
          "end_image": {"type": "string", "description": "The last frame."},
          "mask": {"type": "string"}},
        "dependentRequired": {"end_image": ["start_image"], "mask": ["start_image"]}}}
      """#)
    #expect(
      code.contains(
        """
            /// The first frame.
            ///
            /// - `endImage`: The last frame.
            case 
        """))
  }

  @Test func anObjectThatIsFlattenedIsReadOnce() throws {
    let (code, _) = try Self.generate(
      #"""
      {"name": "m", "input_schema": {
        "required": ["o"],
        "properties": {"o": {
          "type": "object", "required": ["kind", "a", "p"],
          "properties": {
            "kind": {"const": "x"}, "a": {"type": "string"}, "b": {"type": "integer"},
            "p": {"type": "object", "properties": {
              "c": {"type": "string"}, "d": {"type": "string"}}}}}}}}
      """#, configuration: ##"{"flatten": ["*#/properties/o", "*#/properties/o/properties/p"]}"##)
    #expect(code.components(separatedBy: #"object.inside("o")"#).count == 2)
    #expect(
      code.contains(
        """
            (a, b, c, d) = try object.inside("o") { object in
              try object.constant("kind", .string("x"))
              let (c, d): (String?, String?) = try object.inside("p") { object in
                return (
                  try object.present("c"),
                  try object.present("d")
                )
              }
              return (
                try object.required("a"),
                try object.present("b"),
                c,
                d
              )
            }

        """))
  }

  @Test func noExtensionIsEmpty() throws {
    let property = #"{"enum": ["a", "b"]}"#
    let (_, output) = try Self.generate(
      Self.model(property: property),
      configuration: ##"{"renames": {"*#/properties/aspect_ratio": "Shape"}}"##)
    #expect(output.sharedTypes.contains("enum Shape: "))
    #expect(!output.sharedTypes.contains("extension"))
    #expect(output.sharedTypes.hasSuffix("\n}\n"))
  }
}
