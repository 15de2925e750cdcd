import Foundation
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaTesting

struct LedgerExpenseTests {
  let folder: TemporaryFolder
  let ledger: FileLedger

  init() throws {
    folder = try TemporaryFolder()
    ledger = try FileLedger(at: folder.url.appending(path: "ledger.jsonl"), retention: .zero)
  }

  private static let noon = Date(timeIntervalSince1970: 1_764_460_800 + 43_200)

  private func buy(
    _ model: String, _ cost: Cost?, daysAgo: Double = 0, isClosed: Bool = true
  ) async throws {
    let intent = LedgerIntent(service: "Acme", model: model, path: ["jobs"], body: [:])
    let date = Self.noon.addingTimeInterval(-daysAgo * 86_400)
    let id = try await ledger.append(
      .intended(intent), .accepted(jobIDs: ["j"], cost: cost), at: date)
    if isClosed { try await ledger.append(.acknowledged(jobID: "j"), of: id, at: date) }
  }

  private func sums() async throws -> [String] {
    try await ledger.expenses().map { expense in
      let day = (Self.noon.timeIntervalSince(expense.day) / 86_400).rounded(.down)
      let cost = expense.cost.map { "\($0)" } ?? "unknown"
      return "\(expense.model ?? "") \(Int(day)): \(expense.submissionCount), \(cost)"
    }
  }

  @Test func costsAreAddedByModelDayAndUnitAndOutliveTheSubmissions() async throws {
    try await buy("aurora", Cost(12, "credits"))
    try await buy("aurora", Cost(Decimal(string: "0.1") ?? 0, "credits"), isClosed: false)
    try await buy("aurora", Cost(Decimal(string: "0.2") ?? 0, "credits"), daysAgo: 0.3)
    try await buy("aurora", Cost(2, "USD"))
    try await buy("aurora", nil)
    try await buy("borealis", Cost(5, "credits"), daysAgo: 1)
    let refused = LedgerIntent(service: "Acme", model: "aurora", path: ["jobs"], body: [:])
    try await ledger.append(.intended(refused), .refused(reason: "No credits."), at: Self.noon)
    try await ledger.append(.intended(refused), .lost(reason: "Nothing came."), at: Self.noon)

    let expected = [
      "aurora 0: 1, unknown", "aurora 0: 1, 2 USD", "aurora 0: 3, 12.3 credits",
      "borealis 1: 1, 5 credits",
    ]
    #expect(try await sums() == expected)
    #expect(try await LedgerExpense.sums(of: ledger.submissions()).count == 4)

    for _ in 1...3 {
      try await ledger.compact()
      #expect(try await ledger.submissions().count == 2)
      #expect(try await sums() == expected)
    }
    try await buy("aurora", Cost(1, "credits"))
    try await ledger.compact()
    #expect(try await sums()[2] == "aurora 0: 4, 13.3 credits")
  }

  /// A service may say what a job cost when it is done. What was said before counts more, and what is said later
  /// than anybody waits for counts nothing.
  @Test(
    arguments: [
      (nil, false, "aurora 0: 1, 3 USD"), (Cost(2, "USD"), false, "aurora 0: 1, 2 USD"),
      (nil, true, "aurora 0: 1, unknown"),
    ] as [(Cost?, Bool, String)])
  func whatAJobCostMayBeSaidWhenItIsDone(
    first: Cost?, isAcknowledged: Bool, sum: String
  ) async throws {
    let intent = LedgerIntent(service: "Acme", model: "aurora", path: ["jobs"], body: [:])
    let id = try await ledger.append(
      .intended(intent), .accepted(jobIDs: ["j"], cost: first), at: Self.noon)
    if isAcknowledged { try await ledger.append(.acknowledged(jobID: "j"), of: id, at: Self.noon) }
    try await ledger.append(
      .accepted(jobIDs: ["j"], results: ["j": 1], cost: Cost(3, "USD")), of: id, at: Self.noon)
    #expect(try await sums() == [sum])
    let kept = try #require(try await ledger.submissions().first)
    #expect(LedgerExpense.sums(of: [kept]) == (try await ledger.expenses()))
    if !isAcknowledged { try await ledger.append(.acknowledged(jobID: "j"), of: id, at: Self.noon) }
    try await ledger.compact()
    #expect(try await ledger.submissions().isEmpty)
    #expect(try await sums() == [sum])
  }

  /// What a service answers is what was paid; what it said before counts where it answers nothing of it.
  @Test(arguments: [(3, 3), (nil, 4), (nil, nil)] as [(Decimal?, Decimal?)])
  func whatASubmissionCostsIsInTheLedger(answered: Decimal?, kept: Decimal?) async throws {
    let ledger = MemoryLedger()
    let connection = try Sample.connection(
      over: CannedTransport(), configuration: ClientConfiguration(ledger: ledger, retries: .never))
    var submission = SubmissionCall(Sample.purchase)
    submission.expectedCost = kept == nil ? nil : Cost(4, "credits")
    let accepted = try await connection.submit(
      submission, readingCost: { _ in answered.map { Cost($0, "credits") } },
      readingJobs: { _ in [AcceptedJob(id: "a")] })
    #expect(accepted.cost?.amount == kept)
    #expect(await ledger.submissions().map(\.cost) == [accepted.cost])
    #expect(try await ledger.expenses().map(\.cost) == [accepted.cost])
  }
}
