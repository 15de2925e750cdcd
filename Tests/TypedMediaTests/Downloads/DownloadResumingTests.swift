import Foundation
import LoopbackServer
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaTesting

/// A download that breaks off goes on where it was, and never puts together what does not belong
/// together.
@Suite(.serialized, .timeLimit(.minutes(20))) struct DownloadResumingTests {
  let folder: TemporaryFolder
  let file = ServedFile()

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, 50_000, 99_999])
  func aFileThatIsCutIsContinued(count: Int) async throws {
    let server = try LoopbackServer.inTurn(
      { file.cut($0, after: count) }, { file.answer($0) })
    try await expect(file.content, from: server)
    let last = try #require(server.requests.last)
    #expect(server.requests.count == 2)
    #expect(last.headers["range"] == (count == 0 ? nil : "bytes=\(count)-"))
    #expect(last.headers["if-range"] == (count == 0 ? nil : "\"one\""))
  }

  @Test func aFileWhoseConnectionIsResetIsContinued() async throws {
    let server = try LoopbackServer.inTurn(
      { file.cut($0, after: 40_000, by: .reset) }, { file.answer($0) })
    try await expect(file.content, from: server)
  }

  @Test func aServerThatHasNoTagsIsContinuedByDate() async throws {
    let date = "Sat, 14 Jun 2025 10:00:00 GMT"
    var file = file
    file.fields = ["Last-Modified": date]
    let server = try LoopbackServer.inTurn(
      { [file] in file.cut($0, after: 5) },
      { [file] _ in file.part(from: 5, "bytes 5-99999/100000") })
    try await expect(file.content, from: server)
    #expect(server.requests.last?.headers["if-range"] == date)
  }

  @Test(arguments: [[:], ["ETag": "W/\"one\""]])
  func aFileThatCannotBeRecognisedIsFetchedAnew(fields: [String: String]) async throws {
    var file = file
    file.fields = fields
    let server = try LoopbackServer.inTurn(
      { [file] in file.cut($0, after: 5) }, { [file] _ in file.whole })
    try await expect(file.content, from: server)
    #expect(server.requests.last?.headers["range"] == nil)
  }

  /// Each answer brings a little, which is no reason to give up.
  @Test func aServerThatCutsOftenIsFollowedToTheEnd() async throws {
    let server = try LoopbackServer { file.cut($0, after: 9_000) }
    try await expect(file.content, from: server, retries: RetryPolicy(maximumRetries: 1))
    #expect(server.requests.count == 12)
  }

  @Test func aServerThatSendsLessThanItIsAskedForIsAskedAgain() async throws {
    let server = try LoopbackServer.inTurn(
      { file.cut($0, after: 50) },
      { _ in file.part(from: 50, "bytes 50-999/100000", upTo: 1_000) }, { file.answer($0) })
    try await expect(file.content, from: server)
    #expect(server.requests.last?.headers["range"] == "bytes=1000-")
  }

  @Test func aServerThatIgnoresTheRangeIsBelieved() async throws {
    let server = try LoopbackServer.inTurn(
      { file.cut($0, after: 50_000) }, { _ in file.whole })
    try await expect(file.content, from: server)
    #expect(server.requests.count == 2)
  }

  @Test func aFileThatChangedIsFetchedAnew() async throws {
    let changed = ServedFile(content: SampleFiles.mp4, fields: ["ETag": "\"two\""])
    let server = try LoopbackServer.inTurn(
      { file.cut($0, after: 50_000) }, { changed.answer($0) })
    try await expect(changed.content, from: server)
  }

  @Test(
    arguments: [
      nil, "bytes 0-99999/100000", "bytes 49999-99999/100000", "bytes 50001-99999/100000",
      "bytes 50000-99999/200000", "bytes 50000-100000/100000", "bytes 50000-99998/100000",
      "bytes 99999-50000/100000", "bytes */100000", "items 50000-99999/100000", "bytes",
      "bytes 50000-99999/99999999999999999999", "bytes -50000-99999/100000",
    ] as [String?])
  func aRangeThatIsNotTheOneAskedForIsNotUsed(range: String?) async throws {
    let server = try LoopbackServer.inTurn(
      { file.cut($0, after: 50_000) }, { _ in file.part(from: 50_000, range) },
      { _ in file.whole })
    try await expect(file.content, from: server)
    #expect(server.requests.map { $0.headers["range"] } == [nil, "bytes=50000-", nil])
  }

  @Test func aRangeOfAChangedFileIsNotUsed() async throws {
    var changed = file
    changed.fields["ETag"] = "\"two\""
    let server = try LoopbackServer.inTurn(
      { file.cut($0, after: 50_000) },
      { [changed] _ in changed.part(from: 50_000, "bytes 50000-99999/100000") },
      { _ in file.whole })
    try await expect(file.content, from: server)
  }

  /// A server that does not know conditions sends a part of whatever it has now.
  @Test(arguments: [
    (["ETag": "\"one\""], [:]),
    (["ETag": "\"one\""], ["Last-Modified": "Sat, 14 Jun 2025 10:00:00 GMT"]),
    (["ETag": "\"one\""], ["ETag": "W/\"one\""]),
    (["Last-Modified": "Sat, 14 Jun 2025 10:00:00 GMT"], [:]),
    (
      ["Last-Modified": "Sat, 14 Jun 2025 10:00:00 GMT"],
      ["Last-Modified": "Sat, 14 Jun 2025 10:00:01 GMT"]
    ),
  ])
  func aPartThatIsNotSaidToBeOfTheSameFileIsNotUsed(
    fields: [String: String], partFields: [String: String]
  ) async throws {
    var file = file
    file.fields = fields
    var other = file
    other.fields = partFields
    let server = try LoopbackServer.inTurn(
      { [file] in file.cut($0, after: 50_000) },
      { [other] _ in other.part(from: 50_000, "bytes 50000-99999/100000") },
      { [file] _ in file.whole })
    try await expect(file.content, from: server)
    #expect(server.requests.map { $0.headers["range"] } == [nil, "bytes=50000-", nil])
  }

  @Test(arguments: [[:], ["Content-Range": "bytes */100000"]])
  func aServerThatCannotContinueIsAskedForEverything(fields: [String: String]) async throws {
    let server = try LoopbackServer.inTurn(
      { file.cut($0, after: 50_000) }, { _ in [.answer(416, fields)] }, { _ in file.whole })
    try await expect(file.content, from: server)
  }

  @Test func aFileWithoutALengthIsContinued() async throws {
    let head = LoopbackServer.Step.head(
      200, ["ETag": "\"one\"", "Transfer-Encoding": "chunked", "Content-Type": "video/mp4"])
    let beginning = Data("a\r\n".utf8) + file.content.prefix(10) + Data("\r\n".utf8)
    let server = try LoopbackServer.inTurn(
      { _ in [.write(head), .write(beginning), .close] }, { file.answer($0) })
    try await expect(file.content, from: server)
    #expect(server.requests.last?.headers["range"] == "bytes=10-")
  }

  @Test func anotherOriginGetsTheRangeToo() async throws {
    let other = try LoopbackServer.inTurn({ file.cut($0, after: 10) }, { file.answer($0) })
    let location = try other.url("/file").absoluteString
    let server = try LoopbackServer { _ in [.redirect(302, to: location)] }
    try await expect(file.content, from: server)
    #expect(other.requests.last?.headers["range"] == "bytes=10-")
    #expect(other.requests.last?.headers["if-range"] == "\"one\"")
  }

  private func expect(
    _ content: Data, from server: LoopbackServer, retries: RetryPolicy = RetryPolicy()
  ) async throws {
    let download = Download(
      over: URLSessionTransport.guarded(), retries: retries, clock: VirtualClock())
    let saved = try await download.save(server.url("/clip"), in: folder.url, named: "fox")
    #expect(try Data(contentsOf: saved) == content)
    #expect(try folder.contents() == ["fox.mp4"])
  }
}
