import Foundation
import ServiceTestSupport
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
    #expect(try folder.contents() == ["ledger.jsonl"])
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
    let header = try Data(contentsOf: url).prefix { $0 != 0x0A } + [0x0A]
    for text in [Data(), header, header + Data("half a li".utf8)] {
      try text.write(
        to: url.appendingPathExtension(UUID().uuidString).appendingPathExtension("new"))
    }
    #expect(try await FileLedger(at: url).submissions().count == 1)
    #expect(try folder.contents() == ["ledger.jsonl"])
  }

  @Test func aCompactionThatFailsLosesNothing() async throws {
    let ledger = try FileLedger(at: url, retention: .zero)
    try await ledger.append(.intended("A fox"), .abandoned, at: .distantPast)
    // A new file would not have this name.
    let link = folder.url.appending(path: "link.jsonl")
    try FileManager.default.linkItem(at: url, to: link)
    let error = try await caught { try await ledger.compact() }
    #expect(error.code == .ledgerUnavailable)
    #expect(error.message.contains("ledger.jsonl has another name"))
    try await ledger.append(.intended("An owl"))
    #expect(try await ledger.submissions().count == 2)
    #expect(try Data(contentsOf: url) == Data(contentsOf: link))
    try FileManager.default.removeItem(at: link)
    try await ledger.compact()
    #expect(try await ledger.submissions().count == 1)
    #expect(try folder.contents() == ["ledger.jsonl"])
  }

  /// Some services answer with files.
  @Test func whatAJobMadeIsKeptUntilItIsAcknowledged() async throws {
    let ledger = try FileLedger(at: url)
    func file(_ text: String) -> JSON { .string(String(repeating: text, count: 10_000)) }
    let id = try await ledger.append(
      .intended("A fox"), .accepted(jobIDs: ["a", "b"], results: ["a": file("a"), "b": file("b")]))
    let lost = try await ledger.append(
      .intended("An owl"), .lost(reason: "r", response: ReceivedResponse(status: 200, body: "ooo")))

    try await ledger.append(.acknowledged(jobID: "a"), of: id)
    try await ledger.compact()
    #expect(try Data(contentsOf: url).count < 12_000)
    #expect(try await ledger.openSubmissions() == ledger.submissions())
    #expect(
      try await ledger.openSubmissions().map { $0.jobs.map(\.result) } == [[nil, file("b")], []])
    #expect(try await ledger.submissions().last?.response?.body == "ooo")

    try await ledger.append(.acknowledged(jobID: "b"), of: id)
    try await ledger.append(.accepted(jobIDs: ["c"]), .acknowledged(jobID: "c"), of: lost)
    try await ledger.compact()
    #expect(try Data(contentsOf: url).count < 2_000)
    #expect(try String(contentsOf: url, encoding: .utf8).contains("ooo") == false)
    #expect(try await ledger.submissions().map { $0.jobs.map(\.id) } == [["a", "b"], ["c"]])
    #expect(try await ledger.submissions().map(\.isClosed) == [true, true])
  }

  @Test func whatAcknowledgedJobsMadeMakesALedgerCompactItself() async throws {
    let ledger = try FileLedger(at: url)
    var sizes: [Int] = []
    for _ in 0..<30 {
      try await ledger.append(
        .intended("A fox"),
        .accepted(jobIDs: ["a"], results: ["a": .string(String(repeating: "x", count: 100_000))]),
        .acknowledged(jobID: "a"))
      sizes.append(try Data(contentsOf: url).count)
    }
    #expect(sizes.max() ?? 0 < 1_200_000)
    #expect(try await ledger.submissions().count == 30)
  }

  /// What is only long, and all open, is not written anew time and again.
  @Test func whatIsOpenMakesNoCompaction() async throws {
    let ledger = try FileLedger(at: url, retention: .zero)
    let prompt = String(repeating: "x", count: 100_000)
    let file = try fileNumber()
    for _ in 0..<30 { try await ledger.append(.intended(prompt)) }
    #expect(try fileNumber() == file)
    try await ledger.compact()
    #expect(try fileNumber() == file)
  }

  private func fileNumber() throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: url.path)[.systemFileNumber] as? Int
  }
}
