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
    #expect(scene.fields.map(\.wireName) == ["name", "background", "parts"])
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

  @Test func theOrderIsTheOneThatTheSchemaAsksFor() {
    #expect(
      Modes.fields.map(\.wireName) == [
        "prompt", "video_url", "image_url", "end_image_url", "quality",
      ])
    #expect(Modes.fields.map(\.name) == ["prompt", "input", "input", "input", "quality"])
  }

  @Test func exclusiveEndsAndStepsAreSaid() throws {
    let strength = try field("strength", of: Values2_5.fields)
    #expect(strength.range == .init(minimum: 0, maximum: 1))
    #expect(strength.excludesEnds)
    #expect(strength.step == 0.05)
    #expect(try field("quality", of: Values2_5.fields).label == "Fineness")
    #expect(try field("quality", of: Values2_5.fields).affectsCost == true)
  }
}
