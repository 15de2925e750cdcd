import Foundation
import Testing
import TypedMedia

@Suite(.timeLimit(.minutes(20))) struct FileLedgerCompactionTests {
  let folder: TemporaryFolder
  let url: URL

  init() throws {
    folder = try TemporaryFolder()
    url = folder.url.appending(path: "ledger.jsonl")
  }

  @Test func whatIsOpenOrClosedLatelyIsKept() async throws {
    let day = 86_400.0
    let ledger = try FileLedger(at: url, retention: .seconds(10 * day))
    let long = Date.now.addingTimeInterval(-11 * day)
    let open: [[LedgerEvent.Kind]] = [
      [], [.lost(reason: "r")], [.accepted(jobIDs: ["a"])],
      [.accepted(jobIDs: ["a", "b"]), .acknowledged(jobID: "b")],
    ]
    let closed: [[LedgerEvent.Kind]] = [
      [.refused(reason: "r")], [.abandoned], [.accepted(jobIDs: [])],
      [.accepted(jobIDs: ["a"]), .acknowledged(jobID: "a")],
    ]
    var kept: [UUID] = []
    for (kinds, isKept) in open.map({ ($0, true) }) + closed.map({ ($0, false) }) {
      let id = try await ledger.append(.intended("A fox"), at: long)
      for kind in kinds { try await ledger.append(kind, of: id, at: long) }
      if isKept { kept.append(id) }
    }
    // Closed lately, of which one began long ago.
    kept.append(try await ledger.append(.intended("A fox"), .abandoned))
    kept.append(try await ledger.append(.intended("A fox"), at: long))
    try await ledger.append(.abandoned, of: try #require(kept.last))

    let before = try await ledger.submissions()
    #expect(before.count == 10)
    try await ledger.compact()
    let after = try await ledger.submissions()
    #expect(after == before.filter { kept.contains($0.id) })
    #expect(after.map(\.id) == kept)

    try await ledger.append(.acknowledged(jobID: "a"), of: kept[2])
    #expect(try await ledger.submissions()[2].isClosed)
    #expect(try folder.contents() == ["ledger.jsonl", "ledger.jsonl.lock"])
  }

  @Test func openingCompacts() async throws {
    do {
      let ledger = try FileLedger(at: url)
      try await ledger.append(.intended("A fox"), .abandoned, at: .distantPast)
      try await ledger.append(.intended("An owl"))
    }
    #expect(try await FileLedger(at: url, retention: .zero).submissions().count == 1)
    #expect(try String(contentsOf: url, encoding: .utf8).contains("fox") == false)
  }

  @Test func aLedgerThatGrowsCompactsItself() async throws {
    let ledger = try FileLedger(at: url, retention: .zero)
    let prompt = String(repeating: "x", count: 50_000)
    let open = try await ledger.append(.intended("A fox"))
    var sizes: [Int] = []
    for _ in 0..<50 {
      try await ledger.append(.intended(prompt), .abandoned, at: .distantPast)
      sizes.append(try Data(contentsOf: url).count)
    }
    #expect(sizes.max() ?? 0 < 1_100_000)
    #expect(sizes.filter { $0 < 60_000 }.count >= 2)
    #expect(try await ledger.submissions().first?.id == open)
  }

  @Test func aCompactionThatWasInterruptedLeavesNothingBehind() async throws {
    do { try await FileLedger(at: url).append(.intended("A fox")) }
    let draft = url.appendingPathExtension("new")
    try Data("half a li".utf8).write(to: draft)
    #expect(try await FileLedger(at: url).submissions().count == 1)
    #expect(try folder.contents() == ["ledger.jsonl", "ledger.jsonl.lock"])
  }

  @Test func aCompactionThatFailsLosesNothing() async throws {
    let ledger = try FileLedger(at: url, retention: .zero)
    try await ledger.append(.intended("A fox"), .abandoned, at: .distantPast)
    // A folder is in the way.
    let draft = url.appendingPathExtension("new")
    try FileManager.default.createDirectory(at: draft, withIntermediateDirectories: false)
    let error = try await caught { try await ledger.compact() }
    #expect(error.code == .ledgerUnavailable)
    #expect(error.message.contains("ledger.jsonl.new could not be opened"))
    try await ledger.append(.intended("An owl"))
    #expect(try await ledger.submissions().count == 2)
    try FileManager.default.removeItem(at: draft)
    try await ledger.compact()
    #expect(try await ledger.submissions().count == 1)
  }
}
