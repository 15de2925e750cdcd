import Foundation
import LoopbackServer
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaTesting

/// How long a download tries, how much it takes, and what it tells meanwhile.
@Suite(.serialized, .timeLimit(.minutes(20))) struct DownloadPatienceTests {
  let folder: TemporaryFolder
  let file = ServedFile()
  let clock = VirtualClock()

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [408, 429, 500, 502, 503, 504])
  func aBusyServerIsAskedAgain(status: Int) async throws {
    let server = try LoopbackServer.inTurn({ _ in [.answer(status)] }, { file.answer($0) })
    #expect(try await Data(contentsOf: save(from: server)) == file.content)
  }

  @Test(arguments: [429, 503])
  func aServerThatAsksForTimeGetsIt(status: Int) async throws {
    let server = try LoopbackServer.inTurn(
      { _ in [.answer(status, ["Retry-After": "120"])] }, { file.answer($0) })
    let start = clock.now
    _ = try await save(from: server)
    #expect(start.duration(to: clock.now) >= .seconds(120))
  }

  @Test func aServerThatNamesATimeIsNotAskedBefore() async throws {
    let date = Date.wholeSecond(fromNow: 200)
    let named = date.httpText
    let server = try LoopbackServer.inTurn(
      { _ in [.answer(429, ["Retry-After": named])] }, { file.answer($0) })
    let start = clock.now
    _ = try await save(from: server)
    // What was left when the answer was read is more than what is left now.
    #expect(start.duration(to: clock.now) >= .seconds(date.timeIntervalSinceNow))
  }

  @Test func aServerThatAsksForTooMuchIsNotAskedAgain() async throws {
    let server = try LoopbackServer { _ in [.answer(429, ["Retry-After": "86400"])] }
    let error = try await caught { try await save(from: server) }
    #expect(error.code == .notSaved)
    #expect(error.httpStatus == 429)
    #expect(error.retryAfter == .seconds(86_400))
    #expect(server.requests.count == 1)
  }

  @Test func aServerThatGetsNowhereIsGivenUp() async throws {
    let server = try LoopbackServer.inTurn(
      { file.cut($0, after: 10) }, { _ in [.answer(503)] })
    let error = try await caught { try await save(from: server) }
    #expect(error.httpStatus == 503)
    // The first, which brought something, and then the one after it with five more.
    #expect(server.requests.count == 1 + RetryPolicy().maximumRetries)
    #expect(try folder.contents().isEmpty)
  }

  @Test func aServerThatAlwaysBreaksOffAtTheSamePlaceIsGivenUp() async throws {
    var file = file
    file.fields = [:]
    let server = try LoopbackServer { [file] in file.cut($0, after: 10) }
    let error = try await caught { try await save(from: server) }
    #expect(error.code == .notSaved)
    #expect(server.requests.count == 1 + RetryPolicy().maximumRetries)
  }

  /// The next try is not the same again, but at this pace there would be a hundred thousand.
  @Test func aServerThatBringsNextToNothingIsGivenUp() async throws {
    let server = try LoopbackServer { file.cut($0, after: 1) }
    let error = try await caught { try await save(from: server) }
    #expect(error.code == .notSaved)
    #expect(server.requests.count == 1 + RetryPolicy().maximumRetries)
    #expect(try folder.contents().isEmpty)
  }

  /// In pieces of this size, a file of ten gigabytes would take a hundred thousand tries.
  @Test func aServerThatBringsALittleAgainAndAgainIsGivenUp() async throws {
    let piece = Data(count: 65_536)
    let transport = CannedTransport { request in
      let start = request.headers["Range"].flatMap { Int($0.dropFirst(6).dropLast()) } ?? 0
      var headers: HeaderFields = ["ETag": "\"one\""]
      headers["Content-Range"] = "bytes \(start)-9999999999/10000000000"
      return TransportResponse(
        status: start > 0 ? 206 : 200, headers: headers,
        body: ResponseBody(
          AsyncThrowingStream { body in
            body.yield(piece)
            body.finish(throwing: TransportError("It broke."))
          }))
    }
    let error = try await caught {
      try await Download(over: transport, clock: clock)
        .save(Sample.url("https://cdn.example.com/clip"), in: folder.url, named: "fox")
    }
    #expect(error.code == .notSaved)
    #expect(transport.requests.count == 1_000)
    #expect(try folder.contents().isEmpty)
  }

  @Test(arguments: [403, 404, 410])
  func aRefusalIsTakenForAnAnswer(status: Int) async throws {
    let server = try LoopbackServer { _ in [.answer(status)] }
    let error = try await caught { try await save(from: server) }
    #expect(error.httpStatus == status)
    #expect(server.requests.count == 1)
  }

  /// The query may be what lets one in.
  @Test func anErrorDoesNotShowTheQueryOfAnAddress() async throws {
    let server = try LoopbackServer { _ in [.answer(403)] }
    let error = try await caught {
      try await Download(over: URLSessionTransport.guarded())
        .save(server.url("/clip?signature=5ecre7"), in: folder.url, named: "fox")
    }
    #expect(error.message.contains("/clip"))
    #expect(!printedText(of: error).contains("5ecre7"))
  }

  @Test(arguments: [["Content-Length": "1000000000000"], ["Transfer-Encoding": "chunked"]])
  func aFileThatIsTooLargeIsNotSaved(fields: [String: String]) async throws {
    let head = LoopbackServer.Step.head(200, fields)
    let piece = Data("3e8\r\n".utf8) + Data(count: 1_000) + Data("\r\n".utf8)
    let server = try LoopbackServer { _ in [.write(head), .flood(piece)] }
    var download = Download(over: URLSessionTransport.guarded(), clock: clock)
    download.maximumSize = 50_000
    let error = try await caught { [download] in
      try await download.save(server.url(), in: folder.url, named: "fox")
    }
    #expect(error.code == .responseTooLarge)
    #expect(try folder.contents().isEmpty)
    try await server.fallenSilent()
  }

  @Test func aFileThatIsThereIsFoundBeforeTheDownload() async throws {
    try Data("old".utf8).write(to: folder.url.appending(path: "fox.mp4"))
    let head = LoopbackServer.Step.head(
      200, ["Content-Length": "1000000", "Content-Type": "video/mp4"])
    let beginning = SampleFiles.mp4 + Data(count: 5_000)
    let server = try LoopbackServer { _ in [.write(head), .write(beginning), .stall] }
    let error = try await caught { try await save(from: server) }
    #expect(error.message.contains("already"))
    #expect(try folder.contents() == ["fox.mp4"])
  }

  @Test func aFileIsReplacedWhenThatIsAsked() async throws {
    try Data("old".utf8).write(to: folder.url.appending(path: "fox.mp4"))
    let server = try LoopbackServer { file.answer($0) }
    let saved = try await save(from: server, overwriting: true)
    #expect(try Data(contentsOf: saved) == file.content)
    #expect(try folder.contents() == ["fox.mp4"])
  }

  @Test func aFolderIsNotReplacedByAFile() async throws {
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "fox.mp4/inner"), withIntermediateDirectories: true)
    let server = try LoopbackServer { file.answer($0) }
    let error = try await caught { try await save(from: server, overwriting: true) }
    #expect(error.code == .notSaved)
    #expect(try folder.contents() == ["fox.mp4", "fox.mp4/inner"])
  }

  @Test func aDownloadThatIsReplacingAndFailsLeavesTheOldFile() async throws {
    try Data("old".utf8).write(to: folder.url.appending(path: "fox.mp4"))
    let server = try LoopbackServer { _ in [.answer(404)] }
    _ = try await caught { try await save(from: server, overwriting: true) }
    #expect(try Data(contentsOf: folder.url.appending(path: "fox.mp4")) == Data("old".utf8))
  }

  @Test func cancellingEndsAWaitAtOnce() async throws {
    let server = try LoopbackServer.inTurn(
      { file.cut($0, after: 10) }, { _ in [.answer(503, ["Retry-After": "200"])] })
    let url = try server.url("/clip")
    let task = Task {
      try await Download(over: URLSessionTransport.guarded(), retries: RetryPolicy(first: .zero))
        .save(url, in: folder.url, named: "fox")
    }
    try await server.received(2)
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    #expect(try folder.contents().isEmpty)
  }

  @Test func progressGrowsAndEndsWithTheFile() async throws {
    let server = try LoopbackServer.inTurn(
      { file.cut($0, after: 50_000) }, { file.answer($0) })
    let log = ProgressLog()
    _ = try await save(from: server, progress: log.append)
    #expect(log.entries.map(\.completedBytes) == log.entries.map(\.completedBytes).sorted())
    #expect(log.entries.last == TransferProgress(completedBytes: 100_000, totalBytes: 100_000))
    #expect(log.entries.last?.fraction == 1)
  }

  @Test func progressWithoutALengthEndsToo() async throws {
    let log = ProgressLog()
    _ = try await Download(over: CannedTransport(data: SampleFiles.png)).save(
      Sample.url("https://cdn.example.com/clip"), in: folder.url, named: "fox",
      progress: log.append)
    #expect(log.entries.last == TransferProgress(completedBytes: Int64(SampleFiles.png.count)))
    #expect(log.entries.last?.fraction == nil)
  }

  private func save(
    from server: LoopbackServer, overwriting: Bool = false,
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> URL {
    try await Download(over: URLSessionTransport.guarded(), clock: clock).save(
      server.url("/clip"), in: folder.url, named: "fox", overwriting: overwriting,
      progress: progress)
  }
}
