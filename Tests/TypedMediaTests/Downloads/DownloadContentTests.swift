import Foundation
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaTesting

/// What is saved is what was made, and nothing that came in its place.
@Suite(.timeLimit(.minutes(5))) struct DownloadContentTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    ("text/html", "<!DOCTYPE html><html>…</html>", "an HTML page"),
    ("video/mp4", "<html>Sign in</html>", "an HTML page"),
    ("application/xml", "<?xml version=\"1.0\"?><Error/>", "a document of the kind <Error>"),
    ("application/json", "{\"error\": \"expired\"}", "a JSON document"),
    ("video/mp4", "", "an empty file"), ("video/mp4", "Access denied", "a text"),
  ])
  func whatCameInPlaceOfAResultIsNotSaved(
    type: String, body: String, found: String
  ) async throws {
    let transport = CannedTransport(headers: ["Content-Type": type], body: body)
    for path in ["/fox.mp4", "/fox"] {
      let before = transport.requests.count
      let error = try await caught { try await save(path, over: transport) }
      #expect(error.code == .notSaved)
      #expect(
        error.message
          == "https://cdn.example.com\(path) sent \(found) in place of the result; nothing was saved."
      )
      // It is asked for once more: whatever stood in the way may be gone.
      #expect(transport.requests.count == before + 2)
      #expect(try folder.contents().isEmpty)
    }
  }

  /// A network that wants one to log in answers everything with a page of its own.
  @Test(arguments: [SampleFiles.page, Data()])
  func aPageThatPassesIsNoFailure(first: Data) async throws {
    let answers = [first, SampleFiles.mp4]
    let count = ProgressLog()
    let transport = CannedTransport { _ in
      count.append(TransferProgress(completedBytes: 0))
      return TransportResponse(
        status: 200, headers: ["Content-Type": "video/mp4", "ETag": "\"one\""],
        body: .data(answers[min(count.entries.count - 1, 1)]))
    }
    let saved = try await save("/fox.mp4", over: transport)
    #expect(try Data(contentsOf: saved) == SampleFiles.mp4)
    #expect(transport.requests.allSatisfy { $0.headers["Range"] == nil })
    #expect(try folder.contents() == ["fox.mp4"])
  }

  @Test func aPolicyThatNeverTriesAgainDoesNot() async throws {
    let transport = CannedTransport(data: SampleFiles.page)
    _ = try await caught { try await save("/fox", over: transport, retries: .never) }
    #expect(transport.requests.count == 1)
  }

  @Test func anotherKindThanWasExpectedIsNotSaved() async throws {
    let transport = CannedTransport(headers: ["Content-Type": "video/mp4"], data: SampleFiles.png)
    let error = try await caught { try await save("/fox.mp4", over: transport, expecting: .video) }
    #expect(error.code == .notSaved)
    #expect(error.message.contains("sent image/png in place of a video"))
    #expect(transport.requests.count == 1)
    #expect(try folder.contents().isEmpty)
    let saved = try await save("/fox.mp4", over: transport, expecting: .image)
    #expect(saved.lastPathComponent == "fox.png")
  }

  @Test(
    arguments: [
      ("image/jpg", "/a", SampleFiles.jpeg, "fox.jpg"), (nil, "/a", SampleFiles.jpeg, "fox.jpg"),
      ("video/mp4", "/a.exe", SampleFiles.unknown, "fox.mp4"),
      (nil, "/a.exe", SampleFiles.unknown, "fox"),
      (nil, "/a.php?b=c.mp4", SampleFiles.unknown, "fox"),
      (nil, "/a.MP4?sign=a.b", SampleFiles.unknown, "fox.mp4"),
      (nil, "/a.m%2Fp", SampleFiles.unknown, "fox"), ("text/vtt", "/a", Data("A".utf8), "fox.vtt"),
    ] as [(String?, String, Data, String)])
  func theExtensionSaysWhatTheBytesAre(
    type: String?, path: String, content: Data, file: String
  ) async throws {
    var headers: HeaderFields = [:]
    headers["Content-Type"] = type
    let saved = try await save(path, over: CannedTransport(headers: headers, data: content))
    #expect(saved.lastPathComponent == file)
    #expect(try folder.contents() == [file])
    #expect(try Data(contentsOf: saved) == content)
  }

  /// The first bytes may come in any number of pieces, and are all that is looked at.
  @Test func aFileThatComesByteByByteIsKnownToo() async throws {
    let content = SampleFiles.webp + Data(repeating: UInt8(ascii: "<"), count: 9_000)
    let transport = CannedTransport { _ in
      TransportResponse(
        status: 200,
        body: ResponseBody(
          AsyncThrowingStream { body in
            for byte in content { body.yield(Data([byte])) }
            body.finish()
          }))
    }
    let saved = try await save("/a", over: transport)
    #expect(saved.lastPathComponent == "fox.webp")
    #expect(try Data(contentsOf: saved) == content)
  }

  @Test func aFileThatIsAtHandIsSavedAlike() throws {
    let download = Download(maximumSize: 100)
    let log = ProgressLog()
    let saved = try download.save(
      SampleFiles.png, of: "video/mp4", in: folder.url, named: "../fox", progress: log.append)
    #expect(saved.lastPathComponent == "_fox.png")
    #expect(log.entries.map(\.fraction) == [1])
    for (data, code) in [
      (SampleFiles.page, MediaError.Code.notSaved), (Data(), .notSaved),
      (SampleFiles.png, .notSaved),
      (Data(count: 101), .responseTooLarge),
    ] {
      let error = #expect(throws: MediaError.self) {
        try download.save(data, in: folder.url, named: "_fox")
      }
      #expect(error?.code == code)
    }
    #expect(try folder.contents() == ["_fox.png"])
    _ = try download.save(SampleFiles.png, in: folder.url, named: "_fox", overwriting: true)
  }

  private func save(
    _ path: String, over transport: any Transport, retries: RetryPolicy = RetryPolicy(),
    expecting kind: MediaKind? = nil
  ) async throws -> URL {
    try await Download(over: transport, retries: retries, clock: VirtualClock()).save(
      Sample.url("https://cdn.example.com\(path)"), in: folder.url, named: "fox", expecting: kind)
  }
}
