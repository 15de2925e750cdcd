import Foundation
import ServiceTestSupport
import Testing
import TypedMedia

/// A file that is there is whole, is where it should be, and is not someone else's.
@Suite(.timeLimit(.minutes(20))) struct DownloadTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func theKeyIsNotSent() async throws {
    let transport = CannedTransport(data: SampleFiles.mp4)
    _ = try await save(over: transport)
    let request = try #require(transport.requests.first)
    #expect(request.method == "GET")
    #expect(Array(request.headers).map(\.name) == ["Accept-Encoding"])
  }

  @Test func aFolderIsMadeIfNeedBe() async throws {
    let deep = folder.url.appending(path: "a/b")
    let saved = try await Download(over: CannedTransport(data: SampleFiles.mp4))
      .save(Sample.url("https://cdn.example.com/clip.mp4"), in: deep, named: "fox")
    #expect(try folder.contents() == ["a", "a/b", "a/b/fox.mp4"])
    #expect(saved.path == deep.appending(path: "fox.mp4").path)
  }

  @Test func aFileThatIsThereIsLeftAlone() async throws {
    let old = folder.url.appending(path: "fox.mp4")
    try Data("old".utf8).write(to: old)
    let error = try await caught { try await save(over: CannedTransport(data: SampleFiles.mp4)) }
    #expect(error.code == .notSaved)
    #expect(try Data(contentsOf: old) == Data("old".utf8))
    #expect(try folder.contents() == ["fox.mp4"])
  }

  @Test func ofTwoDownloadsOfOneNameOneIsSaved() async throws {
    let bodies = ["first one", "second one"].map { SampleFiles.mp4 + Data($0.utf8) }
    let outcomes = await withTaskGroup(of: Bool.self) { group in
      for body in bodies {
        group.addTask { (try? await save(over: CannedTransport(data: body))) != nil }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.filter { $0 }.count == 1)
    #expect(try folder.contents() == ["fox.mp4"])
    let saved = try Data(contentsOf: folder.url.appending(path: "fox.mp4"))
    #expect(bodies.contains(saved))
  }

  @Test(arguments: [
    ("../../x", "_.._x"), ("..", "result"), ("/etc/passwd", "_etc_passwd"), (".hidden", "hidden"),
    ("", "result"), ("a\\b", "a_b"), ("a\u{0}b", "a_b"), ("a\nb", "a_b"), ("  a", "a"),
    ("Gezeiten 7", "Gezeiten 7"), ("海辺", "海辺"), ("a:b*c?", "a_b_c_"), ("fox.mp4", "fox.mp4"),
  ])
  func aNameStaysInTheFolder(name: String, file: String) async throws {
    let inner = folder.url.appending(path: "inner")
    let saved = try await Download(over: CannedTransport(data: SampleFiles.mp4))
      .save(Sample.url("https://cdn.example.com/clip.mp4"), in: inner, named: name)
    #expect(saved.lastPathComponent == "\(file).mp4")
    #expect(try folder.contents() == ["inner", "inner/\(file).mp4"])
  }

  @Test(arguments: ["a", "ä", "海", "𠀀"])
  func aLongNameIsCut(character: String) async throws {
    let name = String(repeating: character, count: 1_000)
    let saved = try await Download(over: CannedTransport(data: SampleFiles.mp4))
      .save(Sample.url("https://cdn.example.com/clip.mp4"), in: folder.url, named: name)
    #expect(saved.pathExtension == "mp4")
    #expect(try folder.contents().count == 1)
  }

  @Test(arguments: ["http://example.com/clip.mp4", "file:///etc/hosts", "ftp://example.com/clip"])
  func nothingIsFetchedFromAnAddressThatIsNotSecure(url: String) async throws {
    let transport = CannedTransport(data: SampleFiles.mp4)
    let error = try await caught {
      try await Download(over: transport).save(Sample.url(url), in: folder.url, named: "fox")
    }
    #expect(error.code == .insecureAddress)
    #expect(transport.requests.isEmpty)
    #expect(try folder.contents().isEmpty)
  }

  /// A process that was killed could not clear up behind itself.
  @Test func whatAKilledProcessLeftIsRemovedAfterADay() async throws {
    let old = Date(timeIntervalSinceNow: -90_000)
    let id = UUID().uuidString
    let kept = [
      (".fox.\(id).part", Date()), (".wolf.\(id).part", old), (".fox.1.part", old),
      ("fox.\(id).part", old), (".fox.\(id)", old),
    ]
    for (name, date) in kept + [(".fox.\(UUID().uuidString).part", old)] {
      let file = folder.url.appending(path: name)
      try Data("half".utf8).write(to: file)
      try FileManager.default.setAttributes([.modificationDate: date], ofItemAtPath: file.path)
    }
    _ = try await save(over: CannedTransport(data: SampleFiles.mp4))
    #expect(try folder.contents() == (kept.map(\.0) + ["fox.mp4"]).sorted())
  }

  private func save(over transport: any Transport) async throws -> URL {
    try await Download(over: transport)
      .save(Sample.url("https://cdn.example.com/clip.mp4"), in: folder.url, named: "fox")
  }
}
