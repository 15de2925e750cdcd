import Testing
import TypedMediaGenerator

/// The smallest request of what a schema allows.
@Suite struct SampleRequestTests {
  @Test(arguments: [
    (#""prompt": {"type": "string"}"#, #"Model(prompt: "A tide pool at dawn")"#),
    (#""voice_id": {"type": "string"}"#, #"Model(voiceID: "…")"#),
    (#""image": {"type": "string", "format": "uri"}"#, "Model(image: url)"),
    (#""id": {"type": "string", "format": "uuid"}"#, "Model(id: uuid)"),
    (#""at": {"type": "string", "format": "date-time"}"#, "Model(at: date)"),
    (#""seed": {"type": "integer"}"#, "Model(seed: 1)"),
    (#""strength": {"type": ["number", "null"]}"#, "Model()"),
    (#""sound": {"type": "boolean"}"#, "Model(sound: true)"),
    (#""kind": {"const": "video"}"#, "Model()"),
    (#""size": {"enum": ["1:1", "9:16"], "default": "9:16"}"#, "Model(size: .ratio9x16)"),
    (
      #""voice": {"anyOf": [{"type": "string", "enum": ["alloy"]}, {"type": "string"}]}"#,
      "Model(voice: .alloy)"
    ),
    (#""images": {"type": "array", "items": {"type": "string"}}"#, #"Model(images: ["…"])"#),
    (#""extra": {"type": "object"}"#, "Model(extra: [:])"),
    (
      #""speech": {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}"#,
      #"Model(speech: .init(text: "…"))"#
    ),
    (
      #"""
      "media": {"type": "object", "properties": {"url": {"type": "string", "format": "uri"},
       "asset_id": {"type": "string"}}, "oneOf": [{"required": ["url"]}, {"required": ["asset_id"]}]}
      """#, "Model(media: .url(url))"
    ),
    (
      #"""
      "camera": {"oneOf": [{"type": "object", "required": ["kind", "speed"],
       "properties": {"kind": {"const": "pan"}, "speed": {"type": "number"}}}, {"type": "string"}]}
      """#, "Model(camera: .pan(.init(speed: 1)))"
    ),
  ])
  func aPropertyThatHasToBeThereGetsAValue(property: String, code: String) throws {
    let name = try #require(property.split(separator: "\"").first)
    let schema = """
      {"type": "object", "required": ["\(name)"], "properties": {\(property)}}
      """
    let models = try RequestGenerator(module: "Example").summaries(of: [sourceFile(schema)])
    #expect(models.map(\.sample) == [code])
  }

  @Test func whatContainsItselfEnds() throws {
    let schema = """
      {"type": "object", "required": ["node"], "properties": {"node": {"$ref": "#/$defs/node"}},
       "$defs": {"node": {"type": "object", "required": ["next"],
        "properties": {"next": {"$ref": "#/$defs/node"}}}}}
      """
    let models = try RequestGenerator(module: "Example").summaries(of: [sourceFile(schema)])
    #expect(models.first?.sample.contains("<#Node#>") == true)
  }
}
