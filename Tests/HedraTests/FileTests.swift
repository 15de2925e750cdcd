import Foundation
import Hedra
import HedraSandbox
import HedraTestModels
import ServiceTestSupport
import Testing

/// Files of this machine as inputs of requests.
@Suite(.timeLimit(.minutes(20))) struct FileTests {
  private let folder: TemporaryFolder
  private let photo: URL
  private let song: URL
  private let clip: URL

  init() throws {
    folder = try TemporaryFolder()
    photo = try folder.file("photo.png", Data("a fox".utf8))
    song = try folder.file("song.mp3", Data("a fox".utf8))
    clip = try folder.file("clip.mp4", Data("a fox".utf8))
  }

  private func sandbox() -> (HedraSandbox, HedraClient, MemoryLedger) {
    let sandbox = HedraSandbox(
      models: OwnModels.all.map { $0.model } + [VideoToVideo.model], clock: VirtualClock())
    let ledger = MemoryLedger()
    return (sandbox, sandbox.client(configuration: ClientConfiguration(ledger: ledger)), ledger)
  }

  @Test func aFileBecomesAnAssetWhoseIDIsSentAndKept() async throws {
    let (sandbox, hedra, ledger) = sandbox()
    let request = Heath(
      textPrompt: "A fox sings.", startKeyframe: .file(photo), audio: .file(song),
      endKeyframe: .file(photo), video: .file(clip))
    try request.validate()
    let ready = try await hedra.uploadingFiles(of: request)
    for _ in 0..<2 {
      _ = try await hedra.submit(ready)
    }
    let created = await sandbox.requests(to: .createAsset)
    // The photo is named twice, and uploaded once.
    #expect(
      created.compactMap { $0.body?["name"]?.string }.sorted()
        == ["clip.mp4", "photo.png", "song.mp3"])
    #expect(
      Set(created.compactMap { $0.body?["type"]?.string }) == ["audio", "image", "video"])
    let body = try #require(await sandbox.lastBody)
    let images = try await hedra.assets(of: .image)
    #expect(body["start_keyframe_id"]?.string == images.first?.id)
    #expect(body["end_keyframe_id"] == body["start_keyframe_id"])
    #expect(body["audio_id"]?.string == (try await hedra.assets(of: .audio).first?.id))
    #expect(body["video_id"]?.string == (try await hedra.assets(of: .video).first?.id))
    let intent = try #require(await ledger.submissions().first?.intent)
    #expect(intent.body["start_keyframe_id"] == body["start_keyframe_id"])
  }

  @Test func eachPlaceOfAListTakesAFile() async throws {
    let (sandbox, hedra, _) = sandbox()
    let known = UUID()
    _ = try await hedra.submit(
      Heath(
        textPrompt: "They sing.", startKeyframe: .asset(known),
        audio: .sound(.several([.file(song), .asset(known)])), referenceVideos: [.file(clip)]))
    let body = try #require(await sandbox.lastBody)
    #expect(body["audio_id"]?[0]?.string == (try await hedra.assets(of: .audio).first?.id))
    #expect(body["audio_id"]?[1] == known.json)
    #expect(
      body["reference_video_ids"]?[0]?.string == (try await hedra.assets(of: .video).first?.id))
    _ = try await hedra.submit(
      VideoToVideo(
        video: .file(clip), prompt: "@Element1 runs", model: .slug("acme/edit"),
        elements: [.init(frontalImage: .file(photo))]))
    let edit = try #require(await sandbox.lastBody)
    #expect(
      edit["elements"]?[0]?["frontal_image_asset_id"]?.string
        == (try await hedra.assets(of: .image).first?.id))
  }

  @Test func whatIsNoFileOfTheKindIsRefusedBeforeAnythingIsSent() async throws {
    let (sandbox, hedra, _) = sandbox()
    let gone = folder.url.appending(path: "gone.png")
    let empty = try folder.file("empty.png", Data())
    let address = try #require(URL(string: "https://example.com/a.png"))
    let cases: [(HedraTestModels.HedraStartKeyframe, String)] = [
      (.file(gone), "/start_keyframe_id: there is no file to read at \(gone.path)"),
      (.file(empty), "/start_keyframe_id: empty.png is empty"),
      (.file(song), "/start_keyframe_id: song.mp3 is sound, and an image is taken"),
      (
        .url(photo),
        "/start_keyframe_url: photo.png is a file of this machine, and no file is taken here"
      ),
    ]
    for (frame, message) in cases {
      let request = Cove(textPrompt: "A fox", startKeyframe: frame)
      #expect(request.violations().map(\.message) == [message])
      let error = await #expect(throws: MediaError.self) { try await hedra.submit(request) }
      #expect(error?.code == .invalidRequest)
    }
    #expect(Cove(textPrompt: "A fox", startKeyframe: .url(address)).violations().isEmpty)
    #expect(await sandbox.receivedRequests.isEmpty)
  }

  /// What the record says of a file's size is checked here.
  @Test func aFileIsAsLargeAsTheModelTakes() throws {
    let model = try ModelRecord.hedra([
      "slug": "acme/aurora", "name": "Aurora", "type": "video",
      "inputs": [
        [
          "mode": "image_to_video",
          "slots": [["type": "image", "role": "start_frame", "max_file_size_bytes": 4]],
        ]
      ],
    ])
    let schema = model.inputSchema?["properties"]?["start_keyframe_id"]
    #expect(schema?["x-media"] == "image")
    #expect(schema?["x-media-max-bytes"] == 4)
  }

  @Test func whatIsReadNamesNoFile() {
    for text in ["file:///etc/passwd", "https://example.com/a.png", "fox"] {
      #expect(throws: JSONMismatch.self) { try HedraAssetReference(json: .string(text)) }
      #expect(throws: JSONMismatch.self) { try HedraSound(json: [.string(text)]) }
    }
    #expect("\(HedraAssetReference.file(photo))".contains("photo.png"))
  }

  @Test func askingForAPriceUploadsNothing() async throws {
    let (sandbox, hedra, _) = sandbox()
    let price = try await hedra.price(
      of: Cove(textPrompt: "A fox", startKeyframe: .file(photo), duration: .seconds5))
    #expect(price.total != nil)
    #expect(await sandbox.receivedRequests.map(\.endpoint) == [.listModels])
  }
}
