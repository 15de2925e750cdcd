import Foundation
import LoopbackServer
import ServiceTestSupport
import Testing
import TypedMedia

/// What a server finds in a form is what was put there, and nothing else.
@Suite(.serialized, .timeLimit(.minutes(20))) struct MultipartFormTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func textsAndFilesArriveByteForByte() async throws {
    let photo = folder.url.appending(path: "tide pool.PNG")
    let content = Data((0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) })
    try content.write(to: photo)
    var form = MultipartForm()
    form.append("a\r\nb \"ü\" --form-", as: "prompt")
    form.append("", as: "empty")
    form.append(file: photo, as: "file")
    form.append(Data("RIFF".utf8), as: "sound", fileName: "wave.wav")
    form.append(Data(), as: "odd", fileName: "odd", contentType: "model/gltf-binary")
    #expect(
      try await received(form) == [
        .init(
          disposition: #"form-data; name="prompt""#, type: nil,
          content: Data("a\r\nb \"ü\" --form-".utf8)),
        .init(disposition: #"form-data; name="empty""#, type: nil, content: Data()),
        .init(
          disposition: #"form-data; name="file"; filename="tide pool.PNG""#, type: "image/png",
          content: content),
        .init(
          disposition: #"form-data; name="sound"; filename="wave.wav""#, type: "audio/wav",
          content: Data("RIFF".utf8)),
        .init(
          disposition: #"form-data; name="odd"; filename="odd""#, type: "model/gltf-binary",
          content: Data()),
      ])
  }

  @Test(arguments: [
    ("a\"b", "a%22b"), ("a\r\nX-Evil: 1", "a%0D%0AX-Evil: 1"), ("a\nb", "a%0Ab"),
    ("a\"; filename=\"b", "a%22; filename=%22b"), ("海辺 🦊", "海辺 🦊"), ("a\\b", "a\\b"), ("", ""),
  ])
  func aNameStaysAName(name: String, written: String) async throws {
    var form = MultipartForm()
    form.append("x", as: name)
    form.append(Data("y".utf8), as: "file", fileName: name)
    #expect(
      try await received(form).map(\.disposition) == [
        "form-data; name=\"\(written)\"", "form-data; name=\"file\"; filename=\"\(written)\"",
      ])
  }

  @Test func anEmptyFormIsOneTheServerCanRead() async throws {
    #expect(try await received(MultipartForm()).isEmpty)
  }

  @Test func theFoldersOfAFileAreNotShown() async throws {
    let file = folder.url.appending(path: "clip.mp4")
    try Data().write(to: file)
    var form = MultipartForm()
    form.append(file: file, as: "file")
    let part = try #require(try await received(form).first)
    #expect(part.disposition == #"form-data; name="file"; filename="clip.mp4""#)
    #expect(part.type == "video/mp4")
  }

  @Test func everyFormHasABoundaryOfItsOwn() async throws {
    let first = try await MultipartForm().withBody { $1 }
    let second = try await MultipartForm().withBody { $1 }
    #expect(first != second)
  }

  @Test func theBodyIsGoneAfterwards() async throws {
    var form = MultipartForm()
    form.append("x", as: "prompt")
    var body: RequestBody?
    await #expect(throws: CancellationError.self) {
      try await form.withBody { lent, _ in
        body = lent
        throw CancellationError()
      }
    }
    guard case .file(let file)? = body else { return #expect(Bool(false), "no file") }
    #expect(!FileManager.default.fileExists(atPath: file.path))
  }

  @Test func aFileThatIsNotThereIsAnError() async throws {
    var form = MultipartForm()
    form.append(file: folder.url.appending(path: "none.png"), as: "file")
    let error = try await caught { [form] in try await form.withBody { $1 } }
    #expect(error.code == .invalidRequest)
    #expect(error.message.contains("none.png"))
  }

  @Test(arguments: ["image/png\r\nX-Evil: 1", "image/png\n"])
  func aContentTypeThatCouldSplitIsAnError(type: String) async throws {
    var form = MultipartForm()
    form.append(Data(), as: "file", fileName: "a.png", contentType: type)
    let error = try await caught { [form] in try await form.withBody { $1 } }
    #expect(error.code == .invalidRequest)
  }

  private func received(_ form: MultipartForm) async throws -> [SentForm.Part] {
    let server = try LoopbackServer { _ in [.answer()] }
    let transport = URLSessionTransport.guarded()
    let url = try server.url("/assets")
    _ = try await form.withBody { body, contentType in
      try await transport.exchange(
        TransportRequest(
          method: "POST", url: url, headers: ["Content-Type": contentType], content: body))
    }
    let request = try #require(server.requests.first)
    let sent = SentForm(request.body, contentType: request.headers["content-type"])
    return try #require(sent).parts
  }
}
