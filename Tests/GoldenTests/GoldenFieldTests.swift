import Testing
import TypedMedia

/// What forms learn of schemas that are not tame.
@Suite struct GoldenFieldTests {
  private func field(_ name: String, of fields: [RequestField]) throws -> RequestField {
    try #require(fields.first { $0.wireName == name })
  }

  @Test func aTypeThatContainsItselfEnds() throws {
    let scene = try field("scene", of: Unions.fields)
    #expect(scene.kind == .object)
    #expect(scene.fields.map(\.wireName) == ["name", "background", "parts", "former", "next"])
    #expect(try field("background", of: scene.fields).fields.isEmpty)
  }

  @Test func alternativesAreFieldsOfTheirOwn() throws {
    let size = try field("image_size", of: Unions.fields)
    #expect(size.kind == .alternatives)
    #expect(size.alternatives.map(\.kind) == [.object, .choice])
    #expect(size.alternatives[0].fields.map(\.wireName) == ["width", "height"])
    #expect(size.alternatives[1].values == ["square", "wide"])
    let amount = try field("amount", of: Unions.fields)
    #expect(amount.alternatives.map(\.kind) == [.integer, .text, .list])
  }

  @Test func whatIsMergedAndWhatMayBeNullIsSaid() throws {
    #expect(try field("size_of_file", of: Unions.fields).values == ["small", "large"])
    #expect(try field("mask", of: Unions.fields).isNullable)
    #expect(try field("mask", of: Unions.fields).kind == .url)
    #expect(try field("old", of: Unions.fields).isDeprecated)
    #expect(!Unions.fields.contains { ["gone", "made"].contains($0.wireName) })
    #expect(try field("angle", of: field("camera", of: Nested.fields).fields).range.minimum == -90)
  }

  @Test func whatIsFlattenedKeepsItsPlaceOnTheWireAndHasTheNamesInSwift() throws {
    let inputs = try field("inputs", of: Flattened.fields)
    #expect(inputs.fields.map(\.wireName).prefix(3) == ["mode", "text_prompt", "duration_ms"])
    #expect(try field("text_prompt", of: inputs.fields).name == "textPrompt")
    let duration = try field("duration_ms", of: inputs.fields)
    #expect(duration.name == "duration")
    #expect(duration.unit == "milliseconds")
    #expect(duration.affectsCost == true)
    #expect(try field("mask_url", of: inputs.fields).name == "mask")
    #expect(try field("start_image_url", of: Flattened.fields).name == "images")
    let speech = try field("audio_generation", of: Flattened.fields)
    #expect(speech.name == "audio")
    #expect(try field("text", of: speech.fields).name == "text")
  }

  @Test func theOrderIsTheOneThatTheSchemaAsksFor() {
    #expect(
      Modes.fields.map(\.wireName) == [
        "prompt", "video_url", "image_url", "end_image_url", "quality",
      ])
    #expect(Modes.fields.map(\.name) == ["prompt", "input", "input", "input", "quality"])
  }

  @Test func excludedEndsAndStepsAreSaid() throws {
    let strength = try field("strength", of: Values2_5.fields)
    #expect(strength.range == .init(minimum: 0, maximum: 1))
    #expect(strength.excludesMinimum)
    #expect(!strength.excludesMaximum)
    #expect(strength.step == 0.05)
    #expect(try field("quality", of: Values2_5.fields).label == "Fineness")
    #expect(try field("quality", of: Values2_5.fields).affectsCost == true)
  }

  @Test func oneEndMayBeExcludedAlone() throws {
    let snapshot = try ModelSnapshot([
      "name": "gain",
      "input_schema": [
        "properties": [
          "gain": [
            "type": "number", "exclusiveMinimum": 0, "maximum": 2, "description": "Loudness.",
          ]
        ]
      ],
    ])
    let gain = try field("gain", of: snapshot.fields)
    #expect(gain.range == .init(minimum: 0, maximum: 2))
    #expect(gain.excludesMinimum)
    #expect(!gain.excludesMaximum)
    #expect(gain.summary == "Loudness.")
  }

  @Test(arguments: ["dependentRequired", "dependencies"])
  func whatAFieldNeedsIsSaid(keyword: String) throws {
    let snapshot = try ModelSnapshot([
      "name": "slides",
      "input_schema": [
        "properties": ["start": [:], "end": [:], "style": [:]],
        keyword: ["end": ["start", "style"], "style": ["properties": ["start": true]]],
      ],
    ])
    #expect(snapshot.fields.map(\.needs) == [[], ["start", "style"], []])
  }

  @Test(arguments: [
    ("aspect_ratio", "Aspect ratio"), ("generateAudio", "Generate audio"), ("url", "URL"),
    ("asset_id", "Asset ID"), ("image_urls", "Image URLs"), ("imageUrl", "Image URL"),
    ("fps", "FPS"), ("idle_video", "Idle video"), ("p", "P"), ("_", ""),
  ])
  func aLabelIsMadeOfTheNameThatIsSent(name: String, label: String) throws {
    let snapshot = try ModelSnapshot(["name": "m", "input_schema": ["properties": [name: [:]]]])
    #expect(snapshot.fields.map(\.label) == [label])
  }

  @Test func anElementIsAFieldOfItsOwn() throws {
    let snapshot = try ModelSnapshot([
      "name": "rows",
      "input_schema": [
        "properties": [
          "rows": [
            "type": "array", "maxItems": 2,
            "items": ["type": "array", "items": ["type": "string", "enum": ["a", "b"]]],
          ]
        ]
      ],
    ])
    let rows = try field("rows", of: snapshot.fields)
    #expect(rows.element?.kind == .list)
    #expect(rows.element?.element?.values == ["a", "b"])
    #expect(rows.element?.element?.element == nil)
  }

  @Test func listsAndAlternativesThatContainThemselvesEnd() throws {
    let snapshot = try ModelSnapshot([
      "name": "tree",
      "input_schema": [
        "properties": ["root": ["$ref": "#/$defs/node"], "value": ["$ref": "#/$defs/value"]],
        "$defs": [
          "node": [
            "type": "object",
            "properties": ["children": ["type": "array", "items": ["$ref": "#/$defs/node"]]],
          ],
          "value": [
            "anyOf": [
              ["type": "string"], ["type": "array", "items": ["$ref": "#/$defs/value"]],
            ]
          ],
        ],
      ],
    ])
    let children = try field("children", of: field("root", of: snapshot.fields).fields)
    #expect(children.element?.kind == .object)
    #expect(children.element?.fields.isEmpty == true)
    let value = try field("value", of: snapshot.fields)
    #expect(value.alternatives.map(\.kind) == [.text, .list])
    #expect(value.alternatives.last?.element?.alternatives.isEmpty == true)
  }
}
