import Hoox
import HooxTestModels
import Testing

/// What a form learns of a model.
@Suite struct FieldTests {
  private func field(_ name: String, of fields: [RequestField]) throws -> RequestField {
    try #require(fields.first { $0.wireName == name })
  }

  @Test func everyPropertyHasAField() {
    #expect(
      Lantern.fields.map(\.wireName) == [
        "prompt", "references", "aspect_ratio", "resolution", "duration", "generation_count",
        "model_settings",
      ])
    #expect(
      Lantern.fields.map(\.name) == [
        "prompt", "reference", "aspectRatio", "resolution", "duration", "generationCount",
        "modelSettings",
      ])
    #expect(Lantern.fields.map(\.isRequired) == [true] + Array(repeating: false, count: 6))
  }

  @Test func aChoiceHasItsValuesItsDefaultAndItsUnit() throws {
    let duration = try field("duration", of: Lantern.fields)
    #expect(duration.kind == .choice)
    #expect(duration.values == [4, 6, 8])
    #expect(duration.defaultValue == 8)
    #expect(duration.unit == "seconds")
    let ratio = try field("aspect_ratio", of: Lantern.fields)
    #expect(ratio.label == "Aspect ratio")
    #expect(ratio.values == ["16:9", "9:16"])
    #expect(ratio.unit == nil)
  }

  @Test func boundsAreThoseOfTheSchema() throws {
    let prompt = try field("prompt", of: Kite.fields)
    #expect(prompt.kind == .text)
    #expect(prompt.length.maximum == 2_500)
    let count = try field("generation_count", of: Kite.fields)
    #expect(count.kind == .integer)
    #expect(count.range == .init(minimum: 1, maximum: 4))
    let references = try field("references", of: Tide.fields)
    #expect(references.kind == .list)
    #expect(references.element?.kind == .object)
    #expect(references.count.maximum == 12)
  }

  @Test func settingsSayWhetherTheyAffectTheCost() throws {
    let settings = try field("model_settings", of: Heron.fields)
    let audio = try field("generateAudio", of: settings.fields)
    #expect(audio.label == "Generate audio")
    #expect(audio.kind == .boolean)
    #expect(audio.defaultValue == false)
    #expect(audio.affectsCost == true)
    let camera = try field("camera_fixed", of: settings.fields)
    #expect(camera.name == "cameraFixed")
    #expect(camera.affectsCost == false)
  }

  @Test func aReferenceIsOneOfItsFields() throws {
    let start = try field("start_image", of: Kite.fields)
    #expect(start.name == "slots")
    #expect(start.kind == .object)
    #expect(start.isExclusive)
    #expect(start.fields.map(\.wireName) == ["url", "asset_id", "avatar_id"])
    #expect(start.fields.map(\.name) == ["url", "asset", "avatar"])
    #expect(start.fields.map(\.kind) == [.url, .text, .text])
  }

  @Test(arguments: HooxModels.all.map { $0.model.name })
  func theFieldsAreThoseOfTheSchema(model: String) throws {
    let type = try #require(HooxModels.all.first { $0.model.name == model })
    let properties = type.model.inputSchema?["properties"]?.object?.keys
    #expect(type.fields.map(\.wireName) == properties)
  }
}
