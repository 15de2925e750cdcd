import Foundation
import LoopbackServer
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaTesting

/// The key goes to the service, and nowhere else.
@Suite(.serialized, .timeLimit(.minutes(5))) struct AuthorizedDownloadTests {
  let folder: TemporaryFolder
  let file = ServedFile()

  init() throws { folder = try TemporaryFolder() }

  @Test func theServiceGetsTheKeyWithEachTry() async throws {
    let server = try LoopbackServer.inTurn(
      { file.cut($0, after: 50_000) }, { _ in [.answer(503)] }, { file.answer($0) })
    let saved = try await connection(to: server).authorizedDownload.save(
      server.url("/v1/videos/7/content"), in: folder.url, named: "fox")
    #expect(try Data(contentsOf: saved) == file.content)
    #expect(
      server.requests.map { $0.headers["authorization"] }
        == Array(repeating: "Bearer \(Sample.key)", count: 3))
  }

  @Test func whoIsNotAskedToSendTheKeyDoesNot() async throws {
    let server = try LoopbackServer { _ in [.answer(401)] }
    let error = try await caught {
      try await connection(to: server).download.save(server.url(), in: folder.url, named: "fox")
    }
    #expect(error.httpStatus == 401)
    #expect(server.requests.map { $0.headers["authorization"] } == [nil])
  }

  @Test func anotherOriginIsAskedWithoutTheKey() async throws {
    let storage = try LoopbackServer { file.answer($0) }
    let server = try LoopbackServer { _ in [.answer(404)] }
    _ = try await connection(to: server).authorizedDownload.save(
      storage.url("/clip"), in: folder.url, named: "fox")
    #expect(storage.requests.map { $0.headers["authorization"] } == [nil])
  }

  @Test(arguments: [301, 302, 303, 307, 308])
  func whereTheServiceRedirectsToGetsNoKey(status: Int) async throws {
    let storage = try LoopbackServer.inTurn({ file.cut($0, after: 50_000) }, { file.answer($0) })
    let location = try storage.url("/clip").absoluteString
    let server = try LoopbackServer { _ in [.redirect(status, to: location)] }
    let saved = try await connection(to: server).authorizedDownload.save(
      server.url("/v1/videos/7/content"), in: folder.url, named: "fox")
    #expect(try Data(contentsOf: saved) == file.content)
    #expect(server.requests.count == 2)
    #expect(server.requests.allSatisfy { $0.headers["authorization"] == "Bearer \(Sample.key)" })
    #expect(storage.requests.map { $0.headers["authorization"] } == [nil, nil])
    #expect(storage.requests.last?.headers["range"] == "bytes=50000-")
  }

  @Test(arguments: [
    "https://api.example.com.evil.example/a", "https://api.example.com@evil.example/a",
    "https://api.example.com:8443/a", "https://cdn.example.com/a", "https://example.com/a",
  ])
  func noOriginIsMistakenForTheService(url: String) async throws {
    let transport = CannedTransport(data: SampleFiles.mp4)
    _ = try await Sample.connection(over: transport).authorizedDownload.save(
      Sample.url(url), in: folder.url, named: "fox")
    #expect(
      Array(try #require(transport.requests.first).headers).map(\.name) == ["Accept-Encoding"])
  }

  @Test(arguments: [
    "https://api.example.com/a", "HTTPS://API.EXAMPLE.COM:443/elsewhere",
    "https://user@api.example.com/v1/a",
  ])
  func theServiceIsKnownInAnySpelling(url: String) async throws {
    let transport = CannedTransport(data: SampleFiles.mp4)
    _ = try await Sample.connection(over: transport).authorizedDownload.save(
      Sample.url(url), in: folder.url, named: "fox")
    #expect(transport.requests.first?.headers["Authorization"] == "Bearer \(Sample.key)")
  }

  @Test func aKeyThatIsNoneIsNotSent() async throws {
    let transport = CannedTransport(data: SampleFiles.mp4)
    let connection = try Sample.connection(over: transport, key: "5ecre7\r\nX-Evil: 1")
    let error = try await caught {
      try await connection.authorizedDownload.save(
        Sample.url("https://api.example.com/a"), in: folder.url, named: "fox")
    }
    #expect(error.code == .invalidKey)
    #expect(transport.requests.isEmpty)
    #expect(!printedText(of: error).contains("5ecre7"))
    #expect(!printedText(of: connection.authorizedDownload).contains("5ecre7"))
  }

  /// A keychain that is locked is no fault of the file's.
  @Test func whatLookingUpTheKeyThrowsIsThrown() async throws {
    struct Locked: Error {}
    let connection = try Sample.connection(
      over: CannedTransport(data: SampleFiles.mp4), key: APIKey { throw Locked() })
    await #expect(throws: Locked.self) {
      try await connection.authorizedDownload.save(
        Sample.url("https://api.example.com/a"), in: folder.url, named: "fox")
    }
  }

  private func connection(to server: LoopbackServer) throws -> ServiceConnection {
    var configuration = ClientConfiguration()
    configuration.clock = VirtualClock()
    return try Sample.connection(
      over: URLSessionTransport.guarded(), at: server.url("/v1").absoluteString,
      configuration: configuration)
  }
}
