import Foundation
import ServiceTestSupport
import Testing
import TypedMedia

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a ledger does to its file, to the names of it, and to what is beside it.
@Suite(.timeLimit(.minutes(5))) struct FileLedgerPlaceTests {
  let folder: TemporaryFolder
  let url: URL
  private let files = FileManager.default

  init() throws {
    folder = try TemporaryFolder()
    url = folder.url.appending(path: "ledger.jsonl")
  }

  @Test func aSecondWriterIsRefusedUntilTheFirstIsGone() async throws {
    let symbolic = folder.url.appending(path: "symbolic.jsonl")
    let hard = folder.url.appending(path: "hard.jsonl")
    do {
      let ledger = try FileLedger(at: url)
      try files.createSymbolicLink(at: symbolic, withDestinationURL: url)
      try files.linkItem(at: url, to: hard)
      for url in [url, symbolic, hard] {
        let error = try await caught { try FileLedger(at: url) }
        #expect(error.code == .ledgerUnavailable)
        #expect(error.message.contains("\(url.lastPathComponent) is open already"))
      }
      try await ledger.append(.intended("A fox"))
    }
    for url in [symbolic, hard, url] {
      #expect(try await FileLedger(at: url).submissions().count == 1)
    }
    #expect(try files.destinationOfSymbolicLink(atPath: symbolic.path) == url.path)
  }

  @Test func theLockIsCarriedThroughACompaction() async throws {
    let ledger = try FileLedger(at: url, retention: .zero)
    for _ in 0..<3 {
      try await ledger.append(.intended("A fox"), .abandoned, at: .distantPast)
      try await ledger.compact()
      #expect(try await ledger.submissions().isEmpty)
      let error = try await caught { try FileLedger(at: url) }
      #expect(error.message.contains("is open already"))
    }
  }

  /// Who opens the file just before another takes its place has not opened the ledger.
  @Test func noneComesInWhileTheFileIsReplaced() async throws {
    let ledger = try FileLedger(at: url, retention: .zero)
    let opened = try await withThrowingTaskGroup(of: Int.self) { [url] group in
      group.addTask {
        for _ in 0..<50 {
          try await ledger.append(.intended("A fox"), .abandoned, at: .distantPast)
          try await ledger.compact()
        }
        return 0
      }
      for _ in 0..<2 {
        group.addTask { (0..<500).filter { _ in (try? FileLedger(at: url)) != nil }.count }
      }
      return try await group.reduce(0, +)
    }
    #expect(opened == 0)
    #expect(try await ledger.submissions().isEmpty)
    #expect(try folder.contents() == ["ledger.jsonl"])
  }

  /// A mount of the file alone shows the one that was there when it was mounted.
  @Test func whatACompactionHasReplacedIsNoLedgerAnyMore() async throws {
    let ledger = try FileLedger(at: url, retention: .zero)
    try await ledger.append(.intended("A fox"), .abandoned, at: .distantPast)
    let old = try FileHandle(forReadingFrom: url)
    try await ledger.compact()
    let copy = folder.url.appending(path: "copy.jsonl")
    try old.readToEnd()?.write(to: copy)
    let error = try await caught { try FileLedger(at: copy) }
    #expect(error.message.contains("before a compaction put a new file in its place"))
  }

  @Test(arguments: ["removed", "moved", "replaced", "emptied", "cut", "appended to", "linked away"])
  func nothingIsWrittenToAFileThatIsNotTheLedgerAnyMore(what: String) async throws {
    let aside = folder.url.appending(path: "aside")
    let link = folder.url.appending(path: "link.jsonl")
    try files.createSymbolicLink(at: link, withDestinationURL: url)
    try await FileLedger(at: url).append(.intended("A fox"))
    let ledger = try FileLedger(at: what == "linked away" ? link : url, retention: .zero)
    try await ledger.append(.intended("An owl"))
    let before = try Data(contentsOf: url)
    switch what {
    case "removed": try files.removeItem(at: url)
    case "moved": try files.moveItem(at: url, to: aside)
    case "replaced": try before.write(to: url, options: .atomic)
    case "emptied": try #require(truncate(url.path, 0) == 0)
    case "cut": try #require(truncate(url.path, off_t(before.count - 1)) == 0)
    case "appended to": try append("x", to: url)
    default:
      try files.removeItem(at: link)
      try before.write(to: aside)
      try files.createSymbolicLink(at: link, withDestinationURL: aside)
    }
    let found = try files.contentsOfDirectory(atPath: folder.url.path).sorted()
    let text = try? Data(contentsOf: url)
    for _ in 0..<2 {
      let error = try await caught { try await ledger.append(.intended("A crow")) }
      #expect(error.code == .ledgerUnavailable)
      #expect(error.message.contains("nothing more is"), "\(error.message)")
      #expect(error.message.contains(what == "linked away" ? "link.jsonl" : "ledger.jsonl"))
      _ = try await caught { try await ledger.compact() }
    }
    #expect((try? Data(contentsOf: url)) == text)
    #expect(try files.contentsOfDirectory(atPath: folder.url.path).sorted() == found)
    // What was kept before is still known here.
    #expect(try await ledger.openSubmissions().count == 2)
    if what == "moved" {
      try files.moveItem(at: aside, to: url)
      try await ledger.append(.intended("A crow"))
      #expect(try await ledger.submissions().count == 3)
    }
  }

  /// The client says so, and sends nothing.
  @Test func nothingIsSubmittedOnceTheFileIsGone() async throws {
    let transport = CannedTransport(body: #"{"id": "j-1"}"#)
    let connection = try Sample.connection(
      over: transport,
      configuration: ClientConfiguration(ledger: FileLedger(at: url), retries: .never))
    try files.removeItem(at: url)
    let error = try await caught {
      try await connection.submit(Sample.purchase) { _ in ["j-1"] }
    }
    #expect(error.code == .ledgerUnavailable)
    #expect(error.message.contains("was removed, moved or replaced while it was open"))
    #expect(transport.requests.isEmpty)
  }

  @Test func onlyARegularFileBecomesALedger() async throws {
    try Data("x".utf8).write(to: folder.url.appending(path: "file"))
    try files.createDirectory(
      at: folder.url.appending(path: "folder"), withIntermediateDirectories: false)
    try #require(mkfifo(folder.url.appending(path: "pipe").path, 0o600) == 0)
    for (link, target) in [("nowhere", "missing"), ("loop", "loop"), ("to-pipe", "pipe")] {
      try files.createSymbolicLink(
        atPath: folder.url.appending(path: link).path, withDestinationPath: target)
    }
    let cases = [
      (folder.url.appending(path: "file/ledger.jsonl"), "Not a directory"),
      (folder.url.appending(path: "folder"), "is a directory"),
      (folder.url.appending(path: "pipe"), "is a named pipe"),
      (folder.url.appending(path: "to-pipe"), "is a named pipe"),
      (folder.url.appending(path: "nowhere"), "is a symbolic link that leads nowhere"),
      (folder.url.appending(path: "loop"), "is a symbolic link that leads nowhere"),
      (URL(filePath: "/dev/null"), "is a device"),
      (try Sample.url("https://example.com/ledger.jsonl"), "is not one's"),
    ]
    let before = try kinds()
    for (url, reason) in cases {
      let error = try await caught { try FileLedger(at: url) }
      #expect(error.code == .ledgerUnavailable)
      #expect(error.message.contains(reason), "\(error.message)")
    }
    #expect(try kinds() == before)
  }

  @Test func whatIsBesideTheFileIsLeftAsItIs() async throws {
    let precious = folder.url.appending(path: "precious.txt")
    try Data("precious".utf8).write(to: precious)
    let draft = "ledger.jsonl.\(UUID().uuidString).new"
    for name in ["ledger.jsonl.lock", "ledger.jsonl.new", draft] {
      try files.createSymbolicLink(
        at: folder.url.appending(path: name), withDestinationURL: precious)
    }
    let header = "{\"format\":\"TypedMedia.FileLedger\",\"version\":1}\n"
    let others = [
      "ledger.lock": "", "ledger.new": "", "ledger.jsonl.a.new": header, "ledger.jsonl": "",
      "ledger.jsonl.\(UUID().uuidString)": header,
      "ledger.jsonl.\(UUID().uuidString).new": "somebody else's",
      "other.jsonl.\(UUID().uuidString).new": header,
    ]
    for (name, text) in others {
      try Data(text.utf8).write(to: folder.url.appending(path: name))
    }
    let (names, number) = (try folder.contents(), try fileNumber())
    do {
      let ledger = try FileLedger(at: url, retention: .zero)
      // It is the file that was there, not one in its place.
      #expect(try fileNumber() == number)
      try await ledger.append(.intended("A fox"), .abandoned, at: .distantPast)
      try await ledger.compact()
    }
    #expect(try FileLedger(at: url) !== FileLedger(at: folder.url.appending(path: "second")))
    #expect(try folder.contents().filter { $0 != "second" } == names)
    #expect(try String(contentsOf: precious, encoding: .utf8) == "precious")
    for (name, text) in others where name != "ledger.jsonl" {
      #expect(try String(contentsOf: folder.url.appending(path: name), encoding: .utf8) == text)
    }
  }

  private func fileNumber() throws -> Int? {
    try files.attributesOfItem(atPath: url.path)[.systemFileNumber] as? Int
  }

  private func kinds() throws -> [String: FileAttributeType?] {
    let names = try folder.contents()
    return Dictionary(
      uniqueKeysWithValues: try names.map { name in
        let attributes = try files.attributesOfItem(
          atPath: folder.url.appending(path: name).path)
        return (name, attributes[.type] as? FileAttributeType)
      })
  }

  private func append(_ text: String, to url: URL) throws {
    let file = try FileHandle(forWritingTo: url)
    try file.seekToEnd()
    try file.write(contentsOf: Data(text.utf8))
    try file.close()
  }
}
