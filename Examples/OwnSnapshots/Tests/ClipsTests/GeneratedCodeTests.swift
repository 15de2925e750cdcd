import Clips
import Hoox
import Testing
import TypedMediaGeneratorTesting

/// What the snapshots of Clips become. `RECORD=1 swift test` records it anew.
@Suite struct GeneratedCodeTests {
  @Test func theCodeIsAsRecorded() throws {
    try expectGeneratedCode(ofTargetAt: "../../Sources/Clips", recordedAt: "../Recorded/Clips")
  }

  @Test func aClipIsSentAsTheServiceReadsIt() throws {
    try expectEncoding(
      of: ShortClip(prompt: "A fox", reference: .asset("a"), duration: .seconds8),
      is: ["prompt": "A fox", "references": [["asset_id": "a"]], "duration": 8])
  }

  #if os(macOS) || os(Linux)
    @Test func anEndingWithoutAnOpeningDoesNotCompile() throws {
      try expectNotToCompile(
        #"let clip = Transition(prompt: "A fox", slots: .endImage(.asset("b")))"#,
        importing: "Clips", "Hoox", because: "endImage")
      try expectToCompile(
        #"let clip = Transition(prompt: "A fox", slots: .startImage(.asset("a")))"#,
        importing: "Clips", "Hoox")
    }
  #endif
}
