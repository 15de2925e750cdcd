import Foundation
import LoopbackServer
import ServiceTestSupport
import Testing
import TypedMedia

/// What a request carries arrives whole, and it is told how far it is.
@Suite(.serialized, .timeLimit(.minutes(5))) struct TransportUploadTests {
  let transport = TransportUnderTest.guarded()
  let folder: TemporaryFolder
  let file: URL
  let content = Data((0..<2_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })

  init() throws {
    folder = try TemporaryFolder()
    file = folder.url.appending(path: "clip.mp4")
    try content.write(to: file)
  }

  @Test func aFileArrivesWholeAndItsLengthBefore() async throws {
    let server = try LoopbackServer { _ in [.answer(201)] }
    let log = ProgressLog()
    let answer = try await transport.exchange(
      TransportRequest(
        method: "PUT", url: server.url(), headers: ["Content-Type": "video/mp4"],
        content: .file(file), onProgress: log.append))
    #expect(answer.status == 201)
    let received = try #require(server.requests.first)
    #expect(received.headers["content-length"] == "2000000")
    #expect(received.headers["transfer-encoding"] == nil)
    #expect(received.headers["content-type"] == "video/mp4")
    #expect(received.body == content)
    let counts = log.entries.map(\.completedBytes)
    #expect(counts == counts.sorted())
    #expect(log.entries.last == TransferProgress(completedBytes: 2_000_000, totalBytes: 2_000_000))
  }

  @Test func whatIsInMemoryHasProgressToo() async throws {
    let server = try LoopbackServer { _ in [.answer()] }
    let log = ProgressLog()
    _ = try await transport.exchange(
      TransportRequest(
        method: "POST", url: server.url(), content: .data(content), onProgress: log.append))
    #expect(server.requests.first?.body == content)
    #expect(log.entries.last?.fraction == 1)
  }

  @Test func anEmptyFileArrives() async throws {
    let empty = folder.url.appending(path: "empty.bin")
    try Data().write(to: empty)
    let server = try LoopbackServer { _ in [.answer()] }
    _ = try await transport.exchange(
      TransportRequest(method: "PUT", url: server.url(), content: .file(empty)))
    #expect(server.requests.first?.headers["content-length"] == "0")
  }

  /// A server that reads on for a while lets its answer be heard.
  @Test func aServerThatRefusesInTheMiddleIsHeard() async throws {
    let server = try LoopbackServer(interrupting: { _ in [.answer(413, body: "no"), .stall] }) {
      _ in [.answer()]
    }
    let answer = try await transport.exchange(
      TransportRequest(method: "PUT", url: server.url(), content: .file(file)))
    #expect(answer.status == 413)
    #expect(answer.body == Data("no".utf8))
    #expect(server.requestHeadCount == 1)
  }

  @Test func nothingIsSentOfAFileThatIsNotThere() async throws {
    let server = try LoopbackServer { _ in [.answer()] }
    let missing = folder.url.appending(path: "none.mp4")
    for file in [missing, folder.url, URL(filePath: "/dev/zero"), try server.url()] {
      let error = try await caught(TransportError.self) {
        try await transport.send(
          TransportRequest(method: "PUT", url: server.url(), content: .file(file)))
      }
      #expect(error.isBeforeConnecting)
      #expect(error.sentBodyBytes == 0)
    }
    #expect(server.requestHeadCount == 0)
  }

  @Test(arguments: [RequestBody.data(Data("{}".utf8)), nil])
  func whatCannotConnectWasNotSent(content: RequestBody?) async throws {
    let port = try DeafPort()
    let error = try await caught(TransportError.self) {
      try await transport.send(TransportRequest(method: "POST", url: port.url, content: content))
    }
    #expect(error.isBeforeConnecting)
    // A transport that cannot tell what it handed over leaves it open.
    if content != nil { #expect(error.sentBodyBytes == 0) }
  }
}
