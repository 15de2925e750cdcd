import Foundation
import HedraV3
import HedraV3Sandbox
import ServiceTestSupport
import Testing

/// How files come to the service, and into requests.
@Suite(.timeLimit(.minutes(20))) struct FileTests {
  let clock = VirtualClock()
  let folder: TemporaryFolder
  let photo: URL

  init() throws {
    folder = try TemporaryFolder()
    photo = try folder.file("photo.png", SampleMedia.image.data)
  }

  @Test func anUploadHasAnAddressForAnHour() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes(clock: clock)
    let hedra = sandbox.client()
    let file = try await hedra.upload(photo)
    #expect(file.contentType == "image/png")
    let expiry = try #require(file.expiresAt)
    #expect(abs(expiry.timeIntervalSince(await sandbox.now) - 3_600) < 1)
    let request = Fox(prompt: "At night", images: [file.reference])
    _ = try await hedra.submit(request)
    #expect(
      await sandbox.requests(to: .submit).last?.body?["input"]?["images"]
        == [["source": "url", "url": .string(file.url.absoluteString)]])
    clock.advance(by: .seconds(3_600))
    let error = try await mediaError { try await hedra.submit(request) }
    #expect(error.code == .invalidRequest)
    #expect(error.fieldErrors.map(\.code) == ["expired"])
    #expect(error.hedraV3Failure?.details.first?.place == "/images/0")
    #expect(error.hedraV3Failure?.parameter == "input.images[0]")
  }

  @Test func aFileOfThisMachineIsUploadedOnce() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes(clock: clock)
    let ledger = MemoryLedger()
    let hedra = sandbox.client(configuration: ClientConfiguration(ledger: ledger))
    // The first answer is lost: the file is not uploaded again, for the body has to stay the same.
    await sandbox.script(.lostAnswer, for: .submit)
    let submission = try await hedra.submit(
      Fox(prompt: "At night", images: [.file(photo), .file(photo)]), maxCost: 1)
    #expect(await sandbox.requests(to: .upload).count == 1)
    let sent = await sandbox.requests(to: .submit)
    #expect(sent.count == 2 && Set(sent.map(\.body)).count == 1)
    let address = sent.first?.body?["input"]?["images"]?[0]?["url"]?.string
    #expect(address?.hasPrefix("https://files.hedra.com/uploads/") == true)
    #expect(await ledger.submissions().first?.intent.body == sent.first?.body)
    #expect(try await submission.job.result().status == .completed)
  }

  @Test func whatIsNoImageIsNotUploaded() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes(clock: clock)
    let large = try folder.file("large.png", Data(count: 2_000))
    let song = try folder.file("song.wav", SampleMedia.audio.data)
    for file in [large, song, folder.url.appending(path: "gone.png")] {
      let error = try await mediaError {
        try await sandbox.client().submit(Fox(prompt: "At night", images: [.file(file)]))
      }
      #expect(error.code == .invalidRequest)
      #expect(error.property == "/images/0/url")
    }
    #expect(await sandbox.receivedRequests.isEmpty)
  }

  @Test func anAddressOfSomebodyElseIsRefused() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes(clock: clock)
    let address = try #require(URL(string: "https://example.com/fox.png"))
    let error = try await mediaError {
      try await sandbox.client().submit(Fox(prompt: "At night", images: [.url(address)]))
    }
    #expect(error.code == .invalidRequest)
    #expect(error.fieldErrors.map(\.field) == ["images.0"])
  }

  @Test func aReferenceIsReadStrictly() throws {
    let url: JSON = ["source": "url", "url": "https://files.hedra.com/a?b=c"]
    let asset: JSON = ["source": "asset", "asset_id": "asset_1"]
    for json in [url, asset] {
      #expect(try MediaReference(json: json).json == json)
      #expect(try SpeakerAudio(json: json).json == json)
    }
    #expect(try SpeakerAudio(json: [url, asset]).json == [url, asset])
    let wrong: [JSON] = [
      [:], "https://a.b/c", ["source": "url"], ["source": "asset", "url": "https://a.b/c"],
      ["source": "url", "url": "https://a.b/c", "asset_id": "a"],
      ["source": "url", "url": "file:///etc/passwd"], ["source": "other", "other": "a"],
    ]
    for json in wrong {
      #expect(throws: JSONMismatch.self) { try MediaReference(json: json) }
      #expect(throws: JSONMismatch.self) { try SpeakerAudio(json: json) }
    }
  }
}
