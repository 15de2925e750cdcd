import Foundation
import Testing
import TypedMedia

/// A server that decodes a request refuses what it would otherwise lose.
@Suite struct StrictDecodingTests {
  static let whole = Clip(
    prompt: "A fox", ratio: .wide, seed: 7, tags: ["a", "b"],
    sound: Sound(volume: 0.5, voice: "alto"))

  @Test(arguments: [whole, Clip(prompt: "A fox"), Clip(prompt: "", sound: Sound(volume: 1))])
  func aValueSurvivesCoding(clip: Clip) throws {
    #expect(try Clip(json: clip.json) == clip)
    let data = try JSONEncoder().encode(clip)
    #expect(try JSONDecoder().decode(Clip.self, from: data) == clip)
    #expect(try JSON(parsing: data) == clip.json)
    let list = try JSONEncoder().encode([clip, clip])
    #expect(try JSONDecoder().decode([Clip].self, from: list) == [clip, clip])
  }

  @Test(arguments: [
    (#"{"prompt": "A fox", "sede": 7}"#, #"The value has "sede", which it does not take."#),
    (
      #"{"prompt": "A fox", "sound": {"volume": 1, "pitch": 2}}"#,
      #"/sound has "pitch", which it does not take."#
    ),
    (#"{"seed": 7}"#, #"The value lacks "prompt", which is required."#),
    (#"{"prompt": null}"#, "/prompt is null, not text."),
    (#"{"prompt": "A fox", "ratio": "1:1"}"#, #"/ratio is "1:1", not one of "16:9", "9:16"."#),
    (#"{"prompt": "A fox", "tags": ["a", 7]}"#, "/tags/1 is 7, not text."),
    (#"{"prompt": "A fox", "sound": {}}"#, #"/sound lacks "volume", which is required."#),
    (#"{"prompt": "A fox", "sound": 7}"#, "/sound is 7, not an object."),
    (#"["A fox"]"#, #"The value is ["A fox"], not an object."#),
  ])
  func whatDoesNotFitIsRefusedWithItsNameAndPlace(text: String, message: String) async throws {
    let error = try await caught(JSONMismatch.self) { try Clip(json: JSON(parsing: text)) }
    #expect(error.description == message)
    let decoding = try await caught(DecodingError.self) {
      try JSONDecoder().decode(Clip.self, from: Data(text.utf8))
    }
    guard case .dataCorrupted(let context) = decoding else {
      Issue.record("\(decoding)")
      return
    }
    #expect(context.debugDescription + "." == "Clip: \(message)")
  }

  @Test(arguments: [
    #"{"prompt": "A fox", "seed": null, "ratio": null, "sound": null}"#,
    #"{"prompt": "A fox", "tags": []}"#,
    #"{"prompt": "A fox", "unknown": null}"#,
  ])
  func whatSaysNothingIsFine(text: String) throws {
    #expect(try Clip(json: JSON(parsing: text)) == Clip(prompt: "A fox"))
  }

  @Test func aNumberMayBeWrittenOtherwise() throws {
    let text = #"{"prompt": "A fox", "seed": 7.0, "sound": {"volume": 5e-1}}"#
    let clip = try Clip(json: JSON(parsing: text))
    #expect(clip == Clip(prompt: "A fox", seed: 7, sound: Sound(volume: 0.5)))
  }

  /// One instant, ID or address may be spelled in several ways, none of which loses anything.
  @Test(arguments: [
    #"{"id": "6FA459EA-EE8A-3CA4-894E-DB77E160355E"}"#,
    #"{"id": "6fa459ea-ee8a-3ca4-894e-db77e160355e", "date": "2026-06-19T12:00:00+02:00"}"#,
    #"{"id": "6fa459ea-ee8a-3ca4-894e-db77e160355e", "date": "2026-06-19T10:00:00.000Z"}"#,
  ])
  func anotherSpellingOfTheSameValueIsTaken(text: String) throws {
    _ = try Stamp(json: JSON(parsing: text))
  }

  @Test func unknownMembersAreIgnoredOnlyWhereThatIsAskedFor() throws {
    let object: JSONObject = ["prompt": "A fox", "sede": 7]
    #expect(try Clip(from: object) == Clip(prompt: "A fox"))
  }

  @Test func equalValuesAreOneInASet() {
    let other = Clip(prompt: "A fox", seed: 8)
    let clips: Set<Clip> = [Self.whole, Self.whole, other, Clip(prompt: "A fox", seed: 8)]
    #expect(clips.count == 2)
    #expect(Self.whole != other)
  }

  @Test func aValueIsPrintedAsItIsSent() {
    #expect("\(Clip(prompt: "A fox", seed: 7))" == #"Clip {"prompt":"A fox","seed":7}"#)
  }
}
