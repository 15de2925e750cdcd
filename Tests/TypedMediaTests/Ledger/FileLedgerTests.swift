import Foundation
import ServiceTestSupport
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

  @Test func theLatestSubmissionsAreTheEndOfAll() async throws {
    let ledger = try FileLedger(at: url)
    #expect(try await ledger.latestSubmissions(3) == [])
    // What happens to a submission is behind others that began later.
    var ids: [UUID] = []
    for number in 0..<600 {
      let id = UUID()
      ids.append(id)
      try await ledger.append(.intended("A fox in the rain, take \(number)"), of: id, at: .now)
      let earlier = ids[number / 2]
      try await ledger.append(.accepted(jobIDs: ["job-\(number)"]), of: earlier, at: .now)
    }
    try await ledger.append(.acknowledged(jobID: "job-599"), of: ids[299], at: .now)
    let all = try await ledger.submissions()
    for count in [-1, 0, 1, 2, 99, 300, 301, 599, 600, 601, .max] {
      #expect(try await ledger.latestSubmissions(count) == all.suffix(max(count, 0)))
    }
    #expect(try url.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0 > 2 * 65_536)
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
  @Test(arguments: [(257, false), (512, false), (600, false), (256, true), (255, true), (1, true)])
  func aBodyIsKeptOrRefusedByItsDepth(depth: Int, isKept: Bool) async throws {
    let ledger = try FileLedger(at: url)
    let intent = LedgerIntent(service: "Acme", model: nil, path: [], body: .nested(depth))
    for kind in [.intended(intent), .accepted(jobIDs: ["a"], results: ["a": .nested(depth)])]
      as [LedgerEvent.Kind]
    {
      if isKept {
        try await ledger.append(kind)
      } else {
        let error = try await caught { try await ledger.append(kind) }
        #expect(error.code == .ledgerUnavailable)
        #expect(error.message.contains("cannot be kept as JSON: it is nested more than 256 deep"))
      }
    }
    try await ledger.append(.intended("A fox"))
    let kept = try await ledger.submissions()
    #expect(kept.map(\.intent.body) == (isKept ? [.nested(depth)] : []) + [["prompt": "A fox"]])
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
    let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(try folder.contents() == ["a", "a/b c", "a/b c/ä.jsonl"])
  }

  @Test func anEmptyFileBecomesALedger() async throws {
    try Data().write(to: url)
    #expect(try await FileLedger(at: url).submissions().isEmpty)
    #expect(try await FileLedger(at: url).submissions().isEmpty)
  }

}
