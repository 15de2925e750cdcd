import Testing
import TypedMedia

/// What a service has no longer keeps its name for a while, and nothing else.
@Suite struct GoldenRetirementTests {
  @Test func aRetiredValueIsNoneOfTheValues() {
    #expect(RetiredValues.Resolution.allCases == [.p1080, .k4])
    #expect(RetiredValues.Duration.allCases.map(\.rawValue) == [5, 10])
    #expect(RetiredValues.Seed.allCases == [.random, .seed0])
    #expect(RetiredValues.defaultResolution == .p1080)
  }

  @Test(
    arguments: [
      ["prompt": "p", "resolution": "720p"], ["prompt": "p", "duration": 7],
      ["prompt": "p", "seed": "fixed"],
    ] as [JSON])
  func aRetiredValueDoesNotDecode(body: JSON) {
    #expect(throws: JSONMismatch.self) { try RetiredValues(json: body) }
  }

  @Test func aRetiredValueOfAnOpenListIsTextLikeAnyOther() throws {
    let request = try RetiredValues(json: ["prompt": "p", "voice": "nova"])
    #expect(request.voice?.rawValue == "nova")
  }

  @Test func aRetiredModelIsNotListedAndStillDecodes() throws {
    #expect(!GoldenModels.all.contains { $0.snapshot.model.name == "retired-1.0" })
    #expect(GoldenModels.all.contains { $0.snapshot.model.name == "retired-values" })
  }

  @Test func theSchemaOfARequestSaysNothingOfWhatIsGone() {
    let resolution = RetiredValues.snapshot.model.inputSchema?["properties"]?["resolution"]
    #expect(resolution == ["enum": ["1080p", "4k"], "default": "1080p"])
  }
}
