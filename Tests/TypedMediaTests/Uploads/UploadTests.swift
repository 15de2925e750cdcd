import Foundation
import LoopbackServer
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaTesting

/// A file arrives whole, or it is said that it did not.
@Suite(.serialized, .timeLimit(.minutes(20))) struct UploadTests {
  let folder: TemporaryFolder
  let file: URL
  let content = Data((0..<2_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })

  init() throws {
    folder = try TemporaryFolder()
    file = folder.url.appending(path: "clip.mp4")
    try content.write(to: file)
  }

  @Test(arguments: [200, 201, 204])
  func aFileArrivesWhole(status: Int) async throws {
    let server = try LoopbackServer { _ in [.answer(status)] }
    try await upload(to: server)
    let request = try #require(server.requests.first)
    #expect(request.method == "PUT")
    #expect(request.target == "/put?signature=5ecre7")
    #expect(request.headers["content-type"] == "video/mp4")
    #expect(request.headers["content-length"] == "2000000")
    #expect(request.headers["authorization"] == nil)
    #expect(request.body == content)
  }

  @Test func anEmptyFileArrives() async throws {
    let empty = folder.url.appending(path: "empty.bin")
    try Data().write(to: empty)
    let server = try LoopbackServer { _ in [.answer()] }
    try await Upload(over: URLSessionTransport.guarded()).put(
      empty, to: server.url(), headers: ["X-Signed": "yes"])
    #expect(server.requests.first?.headers["content-type"] == "application/octet-stream")
    #expect(server.requests.first?.headers["content-length"] == "0")
    #expect(server.requests.first?.headers["x-signed"] == "yes")
  }

  @Test func whatIsInMemoryArrivesWhole() async throws {
    let server = try LoopbackServer { _ in [.answer()] }
    let upload = Upload(over: URLSessionTransport.guarded())
    try await upload.put(content, to: server.url())
    try await upload.put(content, to: server.url(), contentType: "video/mp4")
    try await upload.put(content, to: server.url(), headers: ["Content-Type": "image/png"])
    #expect(server.requests.map(\.method) == ["PUT", "PUT", "PUT"])
    #expect(server.requests.map(\.body) == [content, content, content])
    #expect(
      server.requests.dropFirst().map { $0.headers["content-type"] } == ["video/mp4", "image/png"])
  }

  @Test func aLinkToAFileIsFollowed() async throws {
    let link = folder.url.appending(path: "link.png")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
    let server = try LoopbackServer { _ in [.answer()] }
    try await Upload(over: URLSessionTransport.guarded()).put(link, to: server.url())
    #expect(server.requests.first?.body == content)
  }

  @Test func progressGrowsToTheWholeFile() async throws {
    let server = try LoopbackServer { _ in [.answer()] }
    let log = ProgressLog()
    try await upload(to: server, progress: log.append)
    let counts = log.entries.map(\.completedBytes)
    #expect(counts == counts.sorted())
    #expect(log.entries.last == TransferProgress(completedBytes: 2_000_000, totalBytes: 2_000_000))
    #expect(log.entries.allSatisfy { $0.totalBytes == 2_000_000 })
  }

  @Test(arguments: [429, 500, 503])
  func aFileIsSentAgainWholeToAServerThatWasBusy(status: Int) async throws {
    let server = try LoopbackServer.inTurn(
      { _ in [.answer(status, ["Retry-After": "60"])] }, { _ in [.answer()] })
    let clock = VirtualClock()
    let start = clock.now
    try await upload(to: server, clock: clock)
    #expect(server.requests.map(\.body) == [content, content])
    #expect(start.duration(to: clock.now) >= .seconds(60))
  }

  @Test(arguments: [LoopbackServer.Step.close, .reset])
  func aFileIsSentAgainWholeWhenTheConnectionBreaks(step: LoopbackServer.Step) async throws {
    let count = Counter()
    let server = try LoopbackServer(interrupting: { _ in count.next() == 0 ? [step] : nil }) { _ in
      [.answer()]
    }
    try await upload(to: server)
    #expect(server.requestHeadCount == 2)
    #expect(server.requests.map(\.body) == [content])
  }

  @Test(arguments: [403, 413])
  func aServerThatRefusesIsNotAskedAgain(status: Int) async throws {
    let server = try LoopbackServer { _ in
      [.answer(status, body: "<Code>EntityTooLarge</Code>")]
    }
    let error = try await caught { try await upload(to: server) }
    #expect(error.code == .notUploaded)
    #expect(error.httpStatus == status)
    #expect(error.response?.body == "<Code>EntityTooLarge</Code>")
    #expect(!"\(error)".contains("5ecre7"))
    #expect(server.requests.count == 1)
  }

  /// A server that reads on for a while lets its answer be heard.
  @Test func aServerThatRefusesInTheMiddleIsHeard() async throws {
    let server = try LoopbackServer(interrupting: { _ in [.answer(413, body: "no"), .stall] }) {
      _ in [.answer()]
    }
    let error = try await caught { try await upload(to: server) }
    #expect(error.httpStatus == 413)
    #expect(server.requestHeadCount == 1)
  }

  @Test func aServerThatIsNotThereIsGivenUp() async throws {
    let port = try DeafPort()
    let error = try await caught {
      try await Upload(over: URLSessionTransport.guarded(), clock: VirtualClock())
        .put(file, to: port.url)
    }
    #expect(error.code == .notUploaded)
    #expect(error.underlyingError is TransportError)
  }

  @Test func aFileThatIsNotThereIsAnError() async throws {
    let server = try LoopbackServer { _ in [.answer()] }
    let missing = folder.url.appending(path: "none.mp4")
    let error = try await caught {
      try await Upload(over: URLSessionTransport.guarded()).put(missing, to: server.url())
    }
    #expect(error.code == .notUploaded)
    #expect(server.requestHeadCount == 0)
  }

  @Test func nothingIsSentToAnAddressThatIsNotSecure() async throws {
    let transport = CannedTransport()
    let error = try await caught {
      try await Upload(over: transport).put(file, to: Sample.url("http://example.com/put"))
    }
    #expect(error.code == .insecureAddress)
    #expect(transport.requests.isEmpty)
  }

  @Test func aHeaderFieldThatCouldSplitIsAnError() async throws {
    let transport = CannedTransport()
    let error = try await caught {
      try await Upload(over: transport).put(
        file, to: Sample.url("https://example.com/put"), contentType: "video/mp4\r\nX-Evil: 1")
    }
    #expect(error.code == .invalidRequest)
    #expect(transport.requests.isEmpty)
  }

  @Test func cancellingEndsAnUpload() async throws {
    let server = try LoopbackServer { _ in [.stall] }
    let url = try server.url()
    let task = Task { try await Upload(over: URLSessionTransport.guarded()).put(file, to: url) }
    try await server.received()
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    try await server.fallenSilent()
  }

  private func upload(
    to server: LoopbackServer, clock: VirtualClock = VirtualClock(),
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws {
    try await Upload(over: URLSessionTransport.guarded(), clock: clock).put(
      file, to: server.url("/put?signature=5ecre7"), progress: progress)
  }
}
