import Foundation
import Testing
import TypedMedia

@Suite(.timeLimit(.minutes(20))) struct FileLedgerTests {
  let folder: TemporaryFolder
  let url: URL

  init() throws {
    folder = try TemporaryFolder()
    url = folder.url.appending(path: "ledger.jsonl")
  }

  @Test func whatWasKeptReadsBackEqual() async throws {
    let ids = [UUID(), UUID()]
    let events = LedgerEvent.Kind.samples.enumerated().flatMap { index, kind in
      ids.map {
        LedgerEvent(
          kind, of: $0, at: Date(timeIntervalSince1970: 1_800_000_000.001 * Double(index)))
      }
    }
    let expected = LedgerSubmission.folding(events)
    #expect(expected.count == 2)
    do {
      let ledger = try FileLedger(at: url)
      for event in events { try await ledger.append(event) }
      #expect(try await ledger.submissions() == expected)
    }
    #expect(try await FileLedger(at: url).submissions() == expected)
  }

  @Test func everyInstantReadsBackEqual() async throws {
    let ledger = try FileLedger(at: url)
    var generator = SeededGenerator(seed: 7)
    let dates = (0..<500).map { _ in
      Date(timeIntervalSince1970: Double.random(in: -1e10...1e11, using: &generator))
    }
    for date in dates { try await ledger.append(.intended("A fox"), at: date) }
    let submissions = try await ledger.submissions()
    #expect(
      submissions.map(\.date) == dates.map { LedgerEvent(.abandoned, of: UUID(), at: $0).date })
  }

  @Test func eachEventIsALine() async throws {
    let ledger = try FileLedger(at: url)
    let id = UUID(uuidString: "0E984725-C51C-4BF4-9960-E1C80E27ABA0")
    try await ledger.append(
      .intended("A fox"), .accepted(jobIDs: ["job-1"]), of: try #require(id),
      at: Date(timeIntervalSince1970: 1_800_000_000.25))
    #expect(
      try String(contentsOf: url, encoding: .utf8) == """
        {"format":"TypedMedia.FileLedger","version":1}
        {"date":1800000000250,"kind":{"intended":{"_0":{"body":{"prompt":"A fox"},"deduplicationIDs":["g-1"],"model":"aurora","path":["asset","start"],"service":"Acme"}}},"submission":"0E984725-C51C-4BF4-9960-E1C80E27ABA0"}
        {"date":1800000000250,"kind":{"accepted":{"jobIDs":["job-1"]}},"submission":"0E984725-C51C-4BF4-9960-E1C80E27ABA0"}

        """)
  }

  @Test func manyTasksAppendAtOnce() async throws {
    let ledger = try FileLedger(at: url)
    let ids = try await withThrowingTaskGroup(of: UUID.self) { group in
      for number in 0..<1_000 {
        group.addTask {
          try await ledger.append(.intended("Fox \(number)"), .accepted(jobIDs: ["job-\(number)"]))
        }
      }
      return try await group.reduce(into: Set<UUID>()) { $0.insert($1) }
    }
    let submissions = try await ledger.submissions()
    #expect(Set(submissions.map(\.id)) == ids)
    #expect(submissions.count == 1_000)
    #expect(submissions.allSatisfy { $0.state == .accepted && $0.openJobs.count == 1 })
  }

  /// A line that could be written but not read would make the whole ledger unreadable.
  @Test(arguments: [JSON.nested(512), .number(JSONNumber("1e999") ?? 0)])
  func whatCouldNotBeReadAgainIsNotKept(body: JSON) async throws {
    let intent = LedgerIntent(service: "Acme", model: nil, path: [], body: body)
    let ledger = try FileLedger(at: url)
    let error = try await caught { try await ledger.append(.intended(intent)) }
    #expect(error.code == .ledgerUnavailable)
    #expect(error.message.contains("cannot be kept as JSON"))
    try await ledger.append(.intended("A fox"))
    #expect(try await ledger.submissions().count == 1)
  }

  @Test func aTaskThatIsCancelledStillKeepsItsEvent() async throws {
    let ledger = try FileLedger(at: url)
    let task = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      try await ledger.append(.intended("A fox"))
    }
    try await task.value
    #expect(try await ledger.submissions().count == 1)
  }

  @Test func foldersAreMadeAndNobodyElseMayReadTheFile() async throws {
    let url = folder.url.appending(path: "a/b c/ä.jsonl")
    let ledger = try FileLedger(at: url)
    try await ledger.append(.intended("A fox"))
    try await ledger.compact()
    for url in [url, url.appendingPathExtension("lock")] {
      let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    #expect(try folder.contents() == ["a", "a/b c", "a/b c/ä.jsonl", "a/b c/ä.jsonl.lock"])
  }

  @Test func anEmptyFileBecomesALedger() async throws {
    try Data().write(to: url)
    #expect(try await FileLedger(at: url).submissions().isEmpty)
    #expect(try await FileLedger(at: url).submissions().isEmpty)
  }

  @Test func aSecondWriterIsRefusedUntilTheFirstIsGone() async throws {
    let link = folder.url.appending(path: "link.jsonl")
    do {
      let ledger = try FileLedger(at: url)
      try FileManager.default.createSymbolicLink(at: link, withDestinationURL: url)
      for url in [url, link] {
        let error = try await caught { try FileLedger(at: url) }
        #expect(error.code == .ledgerUnavailable)
        #expect(error.message.contains("ledger.jsonl is open already"))
      }
      try await ledger.append(.intended("A fox"))
    }
    #expect(try await FileLedger(at: link).submissions().count == 1)
  }

  @Test func whereNoFileCanBeIsAnError() async throws {
    try Data("x".utf8).write(to: folder.url.appending(path: "file"))
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: "folder"), withIntermediateDirectories: false)
    let cases = [
      (folder.url.appending(path: "file/ledger.jsonl"), "Not a directory"),
      (folder.url.appending(path: "folder"), "Is a directory"),
      (try Sample.url("https://example.com/ledger.jsonl"), "is not one's"),
    ]
    for (url, reason) in cases {
      let error = try await caught { try FileLedger(at: url) }
      #expect(error.code == .ledgerUnavailable)
      #expect(error.message.contains(reason), "\(error.message)")
    }
  }
}

extension JSON {
  /// Arrays in arrays.
  fileprivate static func nested(_ depth: Int) -> JSON {
    (0..<depth).reduce(.null) { json, _ in .array([json]) }
  }
}
