import Foundation
import LoopbackServer
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaTesting

/// A download that does not come to its end leaves nothing behind.
@Suite(.serialized, .timeLimit(.minutes(20))) struct DownloadFailureTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(
    arguments: [
      [.write(LoopbackServer.Step.head(200, ["Content-Length": "100"]) + "half"), .close],
      [
        .write(LoopbackServer.Step.head(200, ["Content-Length": "100"]) + "half"), .reset,
      ],
      [
        .write(LoopbackServer.Step.head(200, ["Transfer-Encoding": "chunked"]) + "64\r\nhalf"),
        .close,
      ],
    ] as [[LoopbackServer.Step]])
  func aFileThatIsCutIsNotSaved(steps: [LoopbackServer.Step]) async throws {
    let server = try LoopbackServer { _ in steps }
    let error = try await caught {
      try await save(server.url("/clip.mp4"), over: URLSessionTransport.guarded())
    }
    #expect(error.code == .notSaved)
    #expect(error.message.contains("The connection failed"))
    #expect(try folder.contents().isEmpty)
  }

  /// Not every transport notices that a body is short.
  @Test(arguments: ["8", "10", "1000000"])
  func aFileOfAnotherLengthThanWasAnnouncedIsNotSaved(length: String) async throws {
    let transport = CannedTransport(headers: ["Content-Length": length], body: "tide pool")
    let error = try await caught {
      try await save(Sample.url("https://cdn.example.com/clip.mp4"), over: transport)
    }
    #expect(error.code == .notSaved)
    #expect(error.message.contains("\(length) bytes"))
    #expect(try folder.contents().isEmpty)
  }

  @Test func aDownloadThatIsCancelledIsNotSaved() async throws {
    let server = try LoopbackServer { _ in
      [.write(LoopbackServer.Step.head(200, [:]) + "half"), .stall]
    }
    let url = try server.url("/clip.mp4")
    let log = ReadingLog(over: URLSessionTransport.guarded())
    let task = Task { try await save(url, over: log) }
    try await log.readsOn()
    #expect(try !folder.contents().isEmpty)
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try folder.contents().isEmpty)
    try await server.fallenSilent()
  }

  @Test(arguments: [204, 206, 301, 403, 404, 410, 500])
  func anAnswerThatIsNotTheFileIsNotSaved(status: Int) async throws {
    let transport = CannedTransport(status: status, body: "expired")
    let error = try await caught {
      try await save(Sample.url("https://cdn.example.com/clip.mp4"), over: transport)
    }
    #expect(error.code == (status == 301 ? .redirectRefused : .notSaved))
    #expect(error.httpStatus == status)
    #expect(try folder.contents().isEmpty)
  }

  @Test func aServerThatIsNotThereIsUnreachable() async throws {
    let port = try DeafPort()
    let error = try await caught { try await save(port.url, over: URLSessionTransport.guarded()) }
    #expect(error.code == .unreachable)
    #expect(try folder.contents().isEmpty)
  }

  @Test func aFolderThatCannotBeMadeIsAnError() async throws {
    let file = folder.url.appending(path: "file")
    try Data().write(to: file)
    let error = try await caught {
      try await Download(over: CannedTransport(data: SampleFiles.mp4), clock: VirtualClock())
        .save(
          Sample.url("https://cdn.example.com/clip.mp4"), in: file.appending(path: "below"),
          named: "fox")
    }
    #expect(error.code == .notSaved)
    #expect(error.underlyingError != nil)
    #expect(try folder.contents() == ["file"])
  }

  private func save(_ url: URL, over transport: any Transport) async throws -> URL {
    try await Download(over: transport, clock: VirtualClock()).save(
      url, in: folder.url, named: "fox")
  }
}
