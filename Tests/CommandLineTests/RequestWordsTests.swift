import Foundation
import Testing
import TypedMedia
import typed_media

/// What words become of which the model's schema says what they are.
@Suite struct RequestWordsTests {
  private static let schema = """
    {"name": "m", "input_schema": {"type": "object", "properties": {
      "prompt": {"type": "string"},
      "duration": {"enum": [4, 8]},
      "length": {"enum": ["4", "8"]},
      "seed": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
      "scale": {"type": "number"},
      "loop": {"type": "boolean"},
      "size": {"anyOf": [{"enum": ["square", "wide"]}, {"$ref": "#/$defs/size"}]},
      "tags": {"anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "null"}]},
      "points": {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}},
      "settings": {"type": "object", "properties": {"quality": {"enum": ["low", "high"]}}},
      "references": {"type": "array", "items": {"type": "object", "properties": {
        "url": {"type": "string"}, "weight": {"type": "number"}}}},
      "v2.prompt": {"type": "string"},
      "image": {"type": "string", "format": "uri", "x-media": "image"},
      "portrait": {"type": "string", "format": "uuid", "x-media": "image"},
      "sounds": {"x-media": "audio", "anyOf": [{"type": "string", "format": "uuid"},
        {"type": "array", "items": {"type": "string", "format": "uuid"}}]},
      "images": {"type": "array", "items": {
        "type": "string", "format": "uri", "x-media": "image"}}},
      "$defs": {"size": {"type": "object", "properties": {"width": {"type": "integer"}}}}}}
    """

  private static func words(_ words: [String], beside body: JSONObject = [:]) throws -> RequestWords
  {
    let model = try ModelRecord(json: JSON(parsing: schema))
    return try RequestWords(
      words, beside: body, fields: RawRequest([:], to: model).fields)
  }

  @Test(arguments: [
    (["prompt=A fox"], #"{"prompt": "A fox"}"#),
    (["prompt=a=b"], #"{"prompt": "a=b"}"#),
    (["prompt="], #"{"prompt": ""}"#),
    (["prompt=8"], #"{"prompt": "8"}"#),
    (["prompt=null"], #"{"prompt": "null"}"#),
    (["prompt=@Element1 waves"], #"{"prompt": "@Element1 waves"}"#),
    (["duration=8"], #"{"duration": 8}"#),
    (["duration=7"], #"{"duration": 7}"#),
    (["duration=long"], #"{"duration": "long"}"#),
    (["length=8"], #"{"length": "8"}"#),
    (["seed=8"], #"{"seed": 8}"#),
    (["seed=null"], #"{"seed": null}"#),
    (["scale=0.5"], #"{"scale": 0.5}"#),
    (["loop=true"], #"{"loop": true}"#),
    (["loop=yes"], #"{"loop": "yes"}"#),
    (["size=square"], #"{"size": "square"}"#),
    (["size.width=8"], #"{"size": {"width": 8}}"#),
    ([#"size:={"width": 8}"#], #"{"size": {"width": 8}}"#),
    (["tags=a"], #"{"tags": ["a"]}"#),
    (["tags=a", "tags=b"], #"{"tags": ["a", "b"]}"#),
    (["tags:=null"], #"{"tags": null}"#),
    (["points.0.0=1", "points.0.1=2"], #"{"points": [[1, 2]]}"#),
    (["settings.quality=high"], #"{"settings": {"quality": "high"}}"#),
    (
      ["references.0.url=a", "references.0.weight=1", "references.1.url=b"],
      #"{"references": [{"url": "a", "weight": 1}, {"url": "b"}]}"#
    ),
    (["v2.prompt=a"], #"{"v2.prompt": "a"}"#),
    (["other=8"], #"{"other": "8"}"#),
    (["other.0.deep=8"], #"{"other": {"0": {"deep": "8"}}}"#),
  ])
  func aWordIsWhatTheSchemaSays(words: [String], body: String) throws {
    #expect(try JSON.object(Self.words(words).body) == JSON(parsing: body))
  }

  @Test(arguments: [
    (["prompt"], "'prompt' is not NAME=VALUE"),
    (["=a"], "'=a' is not NAME=VALUE"),
    (["seed=1", "seed=2"], "seed is given twice."),
    (["tags:=[]", "tags:=[]"], "tags is given twice."),
    (["prompt=a", "prompt.b=c"], "prompt.b cannot be set"),
    (["references.1.url=a"], "references.1.url cannot be set"),
    (["size:={"], "what size:= is given is not valid JSON"),
    (["size:=@none.json"], "what size:= is given is not valid JSON"),
  ])
  func aWordThatMakesNoSenseIsRefused(words: [String], message: String) throws {
    let problem = #expect(throws: RequestWordProblem.self) { try Self.words(words) }
    #expect(problem?.message.hasPrefix(message) == true)
  }

  @Test func wordsGoBeforeWhatTheyAreBeside() throws {
    let words = try Self.words(
      ["prompt=b", "settings.quality=low", "tags=b", "tags=c"],
      beside: ["prompt": "a", "seed": 1, "settings": ["other": true], "tags": ["a"]])
    #expect(
      JSON.object(words.body) == [
        "prompt": "b", "seed": 1, "settings": ["other": true, "quality": "low"],
        "tags": ["b", "c"],
      ])
  }

  @Test func filesAreNamedWhereMediaAre() throws {
    let words = try Self.words(["image=@a.png", "images=@a.png", "images=@b.png", "prompt=@a.png"])
    #expect(words.files.values.map(\.relativePath).sorted() == ["a.png", "b.png"])
    #expect(
      words.shownBody == [
        "image": "@a.png", "images": ["@a.png", "@b.png"], "prompt": "@a.png",
      ])
    #expect(words.body["image"]?.string?.hasSuffix(".invalid/file.png") == true)
  }

  @Test func whatStandsForAFileIsAnIDWhereIDsAreTaken() throws {
    let words = try Self.words(["image=@a.png", "portrait=@a.png", "sounds=@a.mp3"])
    #expect(words.files.count == 3)
    for name in ["portrait", "sounds"] {
      #expect(words.body[name]?.string.flatMap(UUID.init) != nil, "\(name)")
    }
  }
}
