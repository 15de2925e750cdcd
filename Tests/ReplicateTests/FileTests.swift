import Foundation
import Replicate
import ReplicateSandbox
import ReplicateTestModels
import ServiceTestSupport
import Testing

/// Files for the inputs of requests.
@Suite(.timeLimit(.minutes(20))) struct FileTests {
  @Test func aRequestsFilesAreHandedOver() async throws {
    let folder = try TemporaryFolder()
    let (garment, person) = (
      try folder.file("coat.png", SampleMedia.image.data),
      try folder.file("person.png", Data("person".utf8))
    )
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: VirtualClock())
    let output = try await sandbox.client()
      .submit(Loom(garmImg: garment, humanImg: person)).job.result()
    #expect(output.file != nil)
    #expect(await sandbox.requests(to: .createFile).count == 2)
    let input = try #require(await sandbox.requests(to: .createFromModel).first?.body?["input"])
    let address = try #require(input["human_img"]?.string.flatMap { URL(string: $0) })
    #expect(await sandbox.uploadedData(at: address) == Data("person".utf8))
  }

  @Test func aFileOfAnotherKindIsRefusedBefore() async throws {
    let folder = try TemporaryFolder()
    let film = try folder.file("film.mp4", SampleMedia.video.data)
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: VirtualClock())
    let error = try await mediaError {
      try await sandbox.client().submit(Loom(garmImg: film, humanImg: film))
    }
    #expect(error.code == .invalidRequest)
    #expect(await sandbox.receivedRequests.isEmpty)
    // What a name does not tell may be anything.
    _ = try await sandbox.client().submit(Chime(speaker: film))
  }

  @Test func aFileIsLookedUpListedAndDeleted() async throws {
    let folder = try TemporaryFolder()
    let sandbox = ReplicateSandbox(
      models: OwnModels.all.map { $0.model }, pageSize: 1, clock: VirtualClock())
    let replicate = sandbox.client()
    let first = try await replicate.upload(
      folder.file("a.png", Data("fox".utf8)), metadata: ["owner": "studio"])
    let second = try await replicate.upload(folder.file("b.wav", Data("hare".utf8)))
    #expect(first.contentType == "image/png" && first.size == 3)
    #expect(first.metadata == ["owner": "studio"])
    #expect(first.sha256 == ContentDigest.sha256(of: Data("fox".utf8)))
    #expect(first.url.absoluteString == "https://api.replicate.com/v1/files/\(first.id)")
    let age = try #require(first.expiresAt).timeIntervalSince(try #require(first.createdAt))
    #expect(abs(age - 86_400) < 1)
    var listed: [String] = []
    for try await file in replicate.files() { listed.append(file.id) }
    #expect(listed == [second.id, first.id])
    #expect(try await replicate.file(first.id) == first)
    try await replicate.deleteFile(first.id)
    let error = try await mediaError { try await replicate.file(first.id) }
    #expect(error.code == .notFound && error.message == "File not found")
  }

  @Test func whatIsNoFileIsNotHandedOver() async throws {
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: VirtualClock())
    let error = try await mediaError {
      try await sandbox.client().upload(URL(filePath: "/nowhere/fox.png"))
    }
    #expect(error.code == .notUploaded)
    #expect(await sandbox.receivedRequests.isEmpty)
  }

  @Test func aFileThatIsTooLargeIsNotSent() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("a.mp4", Data())
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: 100_000_001)
    try handle.close()
    let sandbox = ReplicateSandbox(models: OwnModels.all.map { $0.model }, clock: VirtualClock())
    let error = try await mediaError { try await sandbox.client().upload(file) }
    #expect(error.code == .notUploaded && error.message.contains("100000001 bytes"))
    #expect(await sandbox.receivedRequests.isEmpty)
  }
}
