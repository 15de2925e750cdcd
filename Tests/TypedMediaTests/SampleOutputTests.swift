import Foundation
import Testing
import TypedMedia
import TypedMediaTesting

/// Answers that are made from schemas.
@Suite(.timeLimit(.minutes(20))) struct SampleOutputTests {
  private func made(_ schema: JSON, making kind: MediaKind? = nil) -> SampleOutput {
    var count = 0
    return SampleOutput(of: schema, kind: kind) { media in
      defer { count += 1 }
      return URL(string: "https://a.example/\(count).\(media.fileExtension)")
    }
  }

  /// Whatever a schema demands, something is made.
  @Test(arguments: [
    #"{"type": "array", "items": {"type": "integer"}, "minItems": 9223372036854775807}"#,
    #"{"type": "array", "items": {"type": "integer"}, "maxItems": -1}"#,
    #"{"type": "string", "minLength": 9223372036854775807}"#,
    #"{"type": "string", "minLength": -9223372036854775808, "maxLength": -9223372036854775808}"#,
  ])
  func aSizeThatThereCannotBeIsNotMade(schema: String) throws {
    let sample = made(try JSON(parsing: schema))
    #expect(sample.json.text().count < 10_000)
  }

  @Test(arguments: [
    (#"{"type": "string", "format": "uri"}"#, #""https://a.example/0.wav""#),
    (
      #"{"type": "array", "items": {"type": "string", "format": "uri"}}"#,
      #"["https://a.example/0.wav"]"#
    ),
    (
      #"""
      {"type": "object", "required": ["text"], "properties": {
        "text": {"type": "string", "maxLength": 4}, "video": {"type": "string", "format": "uri"},
        "first_image": {"type": "string", "format": "uri"}}}
      """#,
      #"""
      {"text": "A sa", "video": "https://a.example/0.mp4", "first_image": "https://a.example/1.png"}
      """#
    ),
    (#"{"enum": [null, "a"]}"#, #""a""#), (#"{"const": 7}"#, "7"),
    (#"{"type": "boolean"}"#, "false"), (#"{"type": ["null", "integer"]}"#, "1"),
    (#"{"type": "integer", "minimum": 7, "multipleOf": 5}"#, "10"),
    (#"{"type": "number", "exclusiveMaximum": 0.5}"#, "0"), (#"{"type": "number"}"#, "1"),
    (#"{"type": "string", "minLength": 10}"#, #""A sample..""#),
    (#"{"type": "string", "pattern": "^x", "examples": ["xy"]}"#, #""xy""#),
    ("{}", #""A sample.""#),
    (#"{"type": "array", "items": {"type": "integer"}, "minItems": 2}"#, "[1, 1]"),
    (
      #"{"anyOf": [{"type": "null"}, {"type": "string", "format": "uuid"}]}"#,
      #""00000000-0000-4000-8000-000000000000""#
    ),
    (#"{"type": "object", "additionalProperties": {"type": "number"}}"#, "{}"),
    (
      #"""
      {"$ref": "#/$defs/Tree", "$defs": {"Tree": {"type": "object", "properties": {
        "depth": {"type": "integer", "maximum": 0}}}}}
      """#, #"{"depth": 0}"#
    ),
  ])
  func anAnswerIsMade(schema: String, answer: String) throws {
    let schema = try JSON(parsing: schema)
    let sample = made(schema, making: .audio)
    #expect(sample.json == (try JSON(parsing: answer)))
    #expect(sample.isValid)
    #expect(try JSONSchema(schema).isValid(sample.json))
  }

  @Test func aFileSaysWhatItIs() throws {
    let schema: JSON = [
      "type": "object", "required": ["video"],
      "properties": [
        "video": [
          "type": "object", "required": ["url"],
          "properties": [
            "url": ["type": "string"], "content_type": ["type": "string"],
            "file_size": ["type": "integer"],
            "file_name": ["anyOf": [["type": "string"], ["type": "null"]]],
            "width": ["type": "integer"], "duration": ["type": "string"],
          ],
        ]
      ],
    ]
    let sample = made(schema)
    let file = try #require(sample.json.files.first)
    #expect(file.url.absoluteString == "https://a.example/0.mp4")
    #expect(file.contentType == "video/mp4" && file.name == "sample.mp4" && file.width == 64)
    #expect(file.size == Int64(SampleMedia.video.data.count))
    #expect(Array(sample.files.keys) == [file.url])
    #expect(sample.json["video"]?["duration"] == "A sample.")
  }

  @Test func aSchemaThatContainsItselfEnds() {
    let schema: JSON = [
      "$ref": "#/$defs/Tree",
      "$defs": [
        "Tree": [
          "type": "object", "required": ["name"],
          "properties": [
            "name": ["type": "string"],
            "children": ["type": "array", "items": ["$ref": "#/$defs/Tree"]],
            "parent": ["$ref": "#/$defs/Tree"],
          ],
        ]
      ],
    ]
    #expect(made(schema).json["parent"]?["name"] == "A sample.")
  }

  /// What an object may have may exclude each other: then there is what it must have.
  @Test func whatExcludesEachOtherIsLeftOut() {
    let schema: JSON = [
      "type": "object", "required": ["a"],
      "properties": ["a": ["type": "integer"], "b": ["type": "integer"]],
      "maxProperties": 1,
    ]
    #expect(made(schema).json == ["a": 1])
  }

  @Test(
    arguments: [
      false, ["type": "string", "pattern": "^[0-9]{3}$"],
      ["type": "integer", "minimum": 3, "maximum": 2],
    ] as [JSON])
  func whatCannotBeMadeIsNotMade(schema: JSON) { #expect(!made(schema).isValid) }
}
