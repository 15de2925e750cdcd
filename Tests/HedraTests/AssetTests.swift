import Foundation
import Hedra
import HedraSandbox
import ServiceTestSupport
import Testing

/// What is in the account's library.
@Suite(.timeLimit(.minutes(20))) struct AssetTests {
  @Test func voicesSayWhatTheyAreLike() async throws {
    let voices = try await HedraSandbox.ofFoxes().client().voices()
    let voice = try #require(voices.first)
    #expect(voice.name == "Ada")
    #expect(voice.type == .voice)
    #expect(voice.media?.kind == .voice)
    #expect(voice.media?.labels.map(\.name) == ["gender", "accent"])
    #expect(voice.media?.labels.map(\.value) == ["female", "british"])
    #expect(voice.media?.inputs == nil)
  }

  @Test func whatWasMadeAndUploadedIsListed() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    let hedra = sandbox.client()
    let image = try await hedra.upload(Data("a".utf8), as: .image, named: "a.png")
    let sound = try await hedra.upload(Data("b".utf8), as: .audio, named: "b.wav")
    let model = try RawRequest(
      [
        "type": "video", "ai_model_id": .string(Sample.modelID),
        "start_keyframe_id": .string(image.id), "audio_id": .string(sound.id),
        "generated_video_inputs": ["text_prompt": "A fox", "duration_ms": 5_000],
      ], to: Sample.model)
    let result = try await hedra.submit(model).job.result()
    let video = try #require(try await hedra.assets(of: .video).first)
    #expect(video.id == result.assetID)
    let media = try #require(video.media)
    #expect(media.kind == .generatedVideo)
    #expect(media.startKeyframe == image)
    #expect(media.endKeyframe == nil)
    #expect(media.audio == sound)
    #expect(media.inputs?.textPrompt == "A fox")
    #expect(media.inputs?.duration == .seconds(5))
    #expect(media.width == 64)
    let made = try await hedra.submit(Sample.image()).job.result()
    #expect(try await hedra.assets(of: .image).map(\.id) == [made.assetID, image.id])
    #expect(try await hedra.assets(of: .image, ids: [image.id]) == [image])
    #expect(try await hedra.assets(of: .image, ids: [image.id, "x"]) == [image])
    #expect(try await hedra.assets(of: .voice).isEmpty)
  }

  @Test func whatIsUnknownSurvives() async throws {
    let body = """
      [{"id": "asset-9", "type": "three_d", "mood": "good",
        "asset": {"type": "uploaded_3d", "polygons": 9, "url": "https://a.b/c.glb"}}, null, 3,
        {"id": "b", "asset": null}]
      """
    let assets = try await CannedAnswer(body: body).client.assets(of: "three_d")
    #expect(assets.map(\.id) == ["asset-9", "b"])
    #expect(assets[0].type == "three_d")
    #expect(assets[0].uuid == nil)
    #expect(assets[0].object["mood"] == "good")
    #expect(assets[0].media?.kind == "uploaded_3d")
    #expect(assets[0].media?.object["polygons"] == 9)
    #expect(assets[0].media?.url != nil)
    #expect(assets[1].media == nil)
  }

  @Test(arguments: ["{}", #"[{"name": "n"}]"#, #"[{"id": 3}]"#])
  func aListThatIsNoneIsMalformed(body: String) async throws {
    let error = await #expect(throws: MediaError.self) {
      try await CannedAnswer(body: body).client.voices()
    }
    #expect(error?.code == .malformedResponse)
  }
}
