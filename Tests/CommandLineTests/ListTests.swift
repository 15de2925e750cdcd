import Foundation
import Testing
import TypedMediaSchema

@Suite struct ListTests {
  private static let files = [
    "models/aurora.json": Samples.aurora, "models/other/sizes.json": Samples.schema,
    "models/seeds.json": Samples.openAPI, "models/snapshot.json": Samples.stamp,
    "models/.hidden.json": "nope", "models/README.md": "nope",
  ]

  @Test func modelsAreATable() throws {
    let outcome = try Workbench(Self.files).typedMedia("list", "models")
    #expect(
      outcome.output == """
        NAME    TYPE   PROVIDER  PARAMETERS  REQUIRED  VALUES
        aurora  video  acme      4           prompt    duration=4|6|8 \
        settings.quality=low|medium|high|ultra|…
        sizes   –      –         1           size      size=small|large
        seeds   –      –         1           –

        """)
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }

  /// Links are followed, and what they lead to is there once, whichever way.
  @Test func aFileIsListedOnceWhateverLeadsToIt() throws {
    let bench = try Workbench([
      "models/aurora.json": Samples.aurora, "elsewhere/sizes.json": Samples.schema,
    ])
    let links = [
      ("models/again.json", "aurora.json"), ("models/circle", "."), ("models/gone.json", "no.json"),
      ("models/itself.json", "itself.json"), ("models/other", "../elsewhere"),
      ("models/zoo", "../elsewhere"), ("link", "models"),
    ]
    for (place, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: bench.folder.appending(path: place).path, withDestinationPath: target)
    }
    for folders in [["models"], ["models/", "models"], ["link", "models"]] {
      let outcome = try bench.run(
        BuiltProgram.named("typed-media"), ["list", "--json"] + folders)
      let files = try outcome.outputLines.map { try JSON(parsing: String($0))["file"]?.string }
      let root = folders[0].hasSuffix("/") ? "models" : folders[0]
      #expect(files == ["\(root)/again.json", "\(root)/other/sizes.json"])
      #expect(outcome.errors == "")
    }
  }

  @Test func modelsAreLinesOfJSON() throws {
    let outcome = try Workbench(Self.files).typedMedia("list", "--json", "models/")
    let models = try outcome.outputLines.map { try JSON(parsing: String($0)) }
    #expect(models.count == 3)
    #expect(
      models.first == [
        "name": "aurora", "type": "video", "provider": "acme", "parameters": 4,
        "required": ["prompt"], "file": "models/aurora.json",
        "values": [
          "duration": [4, 6, 8], "settings.quality": ["low", "medium", "high", "ultra", "best"],
        ],
      ])
    #expect(models.last?["type"] == .some(.null))
  }

  /// A place may be there in several alternatives, and what it takes may be said in several parts.
  @Test(arguments: [
    (
      #"{"oneOf": [{"properties": {"b": {"enum": ["url"]}}}, {"properties": {"b": {"enum": ["id"]}}}]}"#,
      #"{"x.b": ["url", "id"]}"#
    ),
    (
      #"{"anyOf": [{"properties": {"by": {"const": "url"}}}, {"properties": {"by": {"const": "id"}}}]}"#,
      #"{"x.by": ["url", "id"]}"#
    ),
    (#"{"anyOf": [{"const": "low"}, {"const": "high"}]}"#, #"{"x": ["low", "high"]}"#),
    (#"{"anyOf": [{"enum": [1, 2]}, {"enum": [2, 3]}]}"#, #"{"x": [1, 2, 3]}"#),
    (#"{"allOf": [{"enum": [1, 2, 3]}, {"enum": [2, 3, 4]}]}"#, #"{"x": [2, 3]}"#),
    (#"{"properties": {"by": {"const": "url"}}}"#, "{}"),
  ])
  func allValuesOfAPlaceAreListed(schema: String, values: String) throws {
    let record = #"{"name": "m", "input_schema": {"properties": {"x": \#(schema)}}}"#
    let outcome = try Workbench(["m.json": record]).typedMedia("list", "--json", "m.json")
    #expect(try JSON(parsing: outcome.output)["values"] == JSON(parsing: values))
  }

  @Test func aModelIsListedOnce() throws {
    let outcome = try Workbench(Self.files)
      .typedMedia("list", "--json", "models/aurora.json", "./models/../models", "models")
    #expect(outcome.outputLines.count == 3)
  }

  @Test func aFileThatIsNoModelDoesNotHideTheOthers() throws {
    let bench = try Workbench(Self.files)
    try bench.write("{\"name\": }", to: "models/broken.json")
    let outcome = try bench.typedMedia("list", "models")
    #expect(outcome.errors.hasPrefix("models/broken.json:1:10: error: this is not valid JSON"))
    #expect(outcome.outputLines.count == 4)
    #expect(outcome.status == 65)
  }

  @Test func whatIsMissingIsAllSaid() throws {
    let bench = try Workbench(["empty/notes.txt": ""])
    let outcome = try bench.typedMedia("list", "empty", "absent.json", "")
    #expect(
      outcome.errors == """
        error: there is no JSON file in 'empty'.
        error: there is no 'absent.json'.
        error: there is no ''.

        """)
    #expect(outcome.status == 66)
  }

  @Test func aSchemaThatContainsItselfIsListed() throws {
    let outcome = try Workbench([
      "tree.json": """
      {"$ref": "#/$defs/node", "$defs": {"node": {"type": "object", "properties": {
        "kind": {"enum": ["leaf"]}, "next": {"$ref": "#/$defs/node"}}}}}
      """,
      "circle.json": ##"{"$ref": "#"}"##,
    ]).typedMedia("list", "--json", ".")
    #expect(outcome.outputLines.count == 2)
    #expect(outcome.status == 0)
  }

  @Test func whatIsInAFileDoesNotMoveTheCursor() throws {
    let outcome = try Workbench(["a.json": Samples.model("a\\u001b[2J\\nb")])
      .typedMedia("list", "a.json")
    #expect(outcome.output.contains("\na\u{FFFD}[2J\u{FFFD}b  video"))
  }
}
