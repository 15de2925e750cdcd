import Foundation
import IndoxHub
import IndoxHubSandbox
import IndoxHubTestModels
import ServiceTestSupport
import Testing

/// Files of this machine as inputs of requests, which go within them.
@Suite(.timeLimit(.minutes(20))) struct FileTests {
  private let folder: TemporaryFolder
  private let sandbox = IndoxHubSandbox.played(clock: VirtualClock())
  private let ledger = MemoryLedger()

  init() throws { folder = try TemporaryFolder() }

  private var indoxhub: IndoxHubClient {
    sandbox.client(configuration: ClientConfiguration(ledger: ledger))
  }

  @Test func aFileIsReadWhenTheRequestIsSubmitted() async throws {
    let photo = try folder.file("photo.png", Sample.bytes)
    let request = Lantern(prompt: "A fox", inputImage: .file(photo))
    try request.validate()
    // What it says by then is what counts.
    _ = try folder.file("photo.png", Data("wolf".utf8))
    let progress = Watched<[Int64]>([])
    let ready = try await indoxhub.uploadingFiles(of: request) { _, transfer in
      progress.change { $0.append(transfer.completedBytes) }
    }
    #expect(ready.inputImage == .bytes(Data("wolf".utf8)))
    #expect(progress.value == [4])
    _ = try await indoxhub.submit(request)
    #expect(await sandbox.lastBody?["input_image"] == "d29sZg==")
  }

  /// Neither a large file nor a small one.
  @Test(arguments: [4, 60_000])
  func theLedgerKeepsHowLongItIs(size: Int) async throws {
    let photo = try folder.file("photo.png", Data(repeating: 7, count: size))
    _ = try await indoxhub.submit(Lantern(prompt: "A fox", inputImage: .file(photo)))
    let intent = try #require(await ledger.submissions().first?.intent)
    let length = (size + 2) / 3 * 4
    #expect(intent.body["input_image"] == .string("(\(length) characters)"))
    #expect(intent.body["prompt"] == "A fox")
  }

  @Test func anAddressIsKept() async throws {
    let address = try #require(URL(string: "https://example.com/fox.png"))
    _ = try await indoxhub.submit(Lantern(prompt: "A fox", inputImage: .url(address)))
    let intent = try #require(await ledger.submissions().first?.intent)
    #expect(intent.body["input_image"] == address.json)
  }

  @Test(
    arguments: [
      ("gone.png", nil, "/input_image: there is no file to read at"),
      ("empty.png", Data(), "/input_image: empty.png is empty"),
      ("song.mp3", Sample.bytes, "/input_image: song.mp3 is sound, and an image is taken"),
    ] as [(String, Data?, String)])
  func whatCannotBeTakenIsRefusedBeforeAnythingIsSent(
    name: String, content: Data?, problem: String
  ) async throws {
    let file = folder.url.appending(path: name)
    if let content { _ = try folder.file(name, content) }
    let request = Lantern(prompt: "A fox", inputImage: .file(file))
    #expect(request.violations().first?.message.hasPrefix(problem) == true)
    let error = await #expect(throws: MediaError.self) { try await indoxhub.submit(request) }
    #expect(error?.code == .invalidRequest)
    #expect(await sandbox.receivedRequests.isEmpty)
  }

  /// Base64 alone is taken in some places, where an address that stands for a file would not do.
  @Test func aFileFitsWhereBase64IsTaken() throws {
    let photo = try folder.file("photo.png", Sample.bytes)
    let data = IndoxHubData.file(photo)
    #expect(data.base64 == nil)
    #expect("\(data)" == "IndoxHubData(photo.png)")
    #expect(throws: JSONMismatch.self) { try IndoxHubData(json: data.json) }
  }
}
