import Foundation
import Hoox
import HooxSandbox
import PostgresLedger
import Testing
import TypedMedia

@Suite(
  .enabled(if: Server.isInstalled, "There is no PostgreSQL server here to start."),
  .timeLimit(.minutes(20)))
struct PostgresLedgerTests {
  let server: Server
  /// A table for each test. Whatever a name has in it, it is a name.
  let table = "jobs \"of\" \(UUID().uuidString)"

  init() throws { server = try Server.shared.get() }

  private func open() async throws -> PostgresLedger {
    try await PostgresLedger(server.connectionString, table: table)
  }

  @Test func whatWasKeptReadsBackEqual() async throws {
    let intent = LedgerIntent(
      service: "Hoox", model: "aurora", path: ["asset", "start"],
      body: ["prompt": "It's a \"fox\"\n🦊 \u{0} \\", "scale": 1.5, "seed": nil])
    let kinds: [LedgerEvent.Kind] = [
      .intended(intent), .lost(reason: "r"), .refused(reason: "r"), .abandoned,
      .accepted(jobIDs: ["a", "b"], results: ["a": ["url": "x"]], cost: Cost(1.5, "credits")),
      .acknowledged(jobID: "b"),
    ]
    let events = [UUID(), UUID()].flatMap { id in kinds.map { LedgerEvent($0, of: id) } }
    let ledger = try await open()
    for event in events { try await ledger.append(event) }
    for ledger in [ledger, try await open()] {
      #expect(try await ledger.submissions() == LedgerSubmission.folding(events))
    }
  }

  @Test func manyConnectionsMakeTheTableAndWriteAtOnce() async throws {
    let ids = try await withThrowingTaskGroup(of: [UUID].self) { group in
      for _ in 0..<8 { group.addTask { try await open().submitFoxes(25) } }
      return try await group.reduce(into: Set<UUID>()) { $0.formUnion($1) }
    }
    let submissions = try await open().submissions()
    #expect(Set(submissions.map(\.id)) == ids)
    #expect(submissions.count == 200)
    #expect(submissions.allSatisfy { $0.openJobs.count == 1 })
  }

  @Test func whatIsOpenIsFoundWhateverWasClosedBefore() async throws {
    let ledgers = [try await open(), try await open()]
    let intent = LedgerEvent.Kind.intended(.fox)
    let ids = (0..<4).map { _ in UUID() }
    let steps: [(Int, LedgerEvent.Kind)] = [
      (0, intent), (1, intent), (2, intent), (0, .accepted(jobIDs: ["a", "b"])),
      (1, .refused(reason: "r")), (0, .acknowledged(jobID: "a")), (2, .abandoned),
      (0, .acknowledged(jobID: "b")), (3, intent),
      // What was closed opens again.
      (1, .lost(reason: "r")), (2, .accepted(jobIDs: ["c"])), (0, .accepted(jobIDs: ["d", "a"])),
      (2, .acknowledged(jobID: "c")), (0, .acknowledged(jobID: "d")), (1, .abandoned),
      (3, .accepted(jobIDs: [])),
    ]
    var events: [LedgerEvent] = []
    for (number, (submission, kind)) in steps.enumerated() {
      events.append(LedgerEvent(kind, of: ids[submission]))
      try await ledgers[number % 2].append(events[number])
      let expected = LedgerSubmission.folding(events).filter { !$0.isClosed }
      for ledger in ledgers { #expect(try await ledger.openSubmissions() == expected) }
    }
  }

  @Test func aJobIsFoundByItsIDWhateverThatIs() async throws {
    let ledger = try await open()
    let long = String(repeating: "long", count: 5_000)
    let ids = [
      "job", "", "{a,b}", "\"", #"\"#, "null", "🦊", "a\u{0}b", "a\u{0}c", long, long + "er",
      " job ",
    ]
    var events: [LedgerEvent] = []
    for id in ids {
      let submission = UUID()
      events += [.intended(.fox), .accepted(jobIDs: [id, "shared"])]
        .map { LedgerEvent($0, of: submission) }
    }
    for event in events { try await ledger.append(event) }
    let submissions = LedgerSubmission.folding(events)
    #expect(try await ledger.openSubmissions(withJob: "shared") == submissions)
    for (id, submission) in zip(ids, submissions) {
      #expect(try await ledger.openSubmissions(withJob: id) == [submission])
      try await ledger.append(LedgerEvent(.acknowledged(jobID: id), of: submission.id))
      #expect(try await ledger.openSubmissions(withJob: id) == [])
    }
    for id in ["jo", "a", "x' OR 'x' = 'x", "%", String(repeating: "long", count: 100)] {
      #expect(try await ledger.openSubmissions(withJob: id) == [])
    }
    #expect(try await ledger.openSubmissions(withJob: "shared").count == ids.count)
  }

  @Test func whatIsLongClosedCanBeRemovedAndItsCostStays() async throws {
    let ledger = try await open()
    let ids = try await ledger.submitFoxes(6)
    let dates = [Date.distantPast, .distantPast, .distantPast, .distantPast, .now]
    for (id, date) in zip(ids, dates) {
      try await ledger.append(LedgerEvent(.acknowledged(jobID: "job"), of: id, at: date))
    }
    let expenses = try await ledger.expenses()
    #expect(expenses.map(\.cost) == [Cost(9, "credits")])
    for _ in 0..<2 {
      // Several at once, for each replica may do it at night.
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<4 {
          group.addTask {
            try await open().removeSubmissions(closedBefore: .now.addingTimeInterval(-3_600))
          }
        }
        try await group.waitForAll()
      }
      #expect(try await ledger.submissions().map(\.id) == Array(ids.dropFirst(4)))
      #expect(try await ledger.openSubmissions().map(\.id) == Array(ids.dropFirst(5)))
      #expect(try await ledger.expenses() == expenses)
    }
    try await ledger.append(LedgerEvent(.acknowledged(jobID: "job"), of: ids[5]))
    try await ledger.removeSubmissions(closedBefore: .distantFuture)
    #expect(try await ledger.submissions() == [])
    #expect(try await ledger.expenses() == expenses)
  }

  @Test func aTableThatIsNoLedgerIsAnError() async throws {
    let error = await #expect(throws: MediaError.self) {
      try await PostgresLedger(server.connectionString, table: "pg_database")
    }
    #expect(error?.code == .ledgerUnavailable)
    #expect(error?.message.contains("does not exist") == true, "\(String(describing: error))")
  }

  @Test func aDatabaseThatCannotSayAFoxIsAnError() async throws {
    let server = try Server(encoding: "LATIN1")
    let error = await #expect(throws: MediaError.self) {
      try await PostgresLedger(server.connectionString)
    }
    #expect(error?.message.contains("encoding is LATIN1") == true, "\(String(describing: error))")
  }

  @Test(arguments: [
    ("host=/nowhere password=hunter2", "cannot be reached"),
    ("postgresql://me:hunter2@127.0.0.1:1/studio", "cannot be reached"),
    ("host=x password=my hunter2", "cannot be read"),
    ("postgresql://me:hun%ter2@db/studio", "cannot be read"),
    ("postgresql://me:pass@hunter2@db/studio", "%40"),
    ("hunter2", "cannot be read"),
    ("host=127.0.0.1 port=hunter2 password=hunter2", "cannot be reached"),
  ])
  func aPasswordIsInNoError(string: String, expected: String) async throws {
    let error = await #expect(throws: MediaError.self) { try await PostgresLedger(string) }
    #expect(error?.code == .ledgerUnavailable)
    #expect(error?.message.contains(expected) == true, "\(String(describing: error))")
    var dumped = ""
    dump(error, to: &dumped)
    #expect(!dumped.contains("hunter2") && !"\(String(describing: error))".contains("hunter2"))
  }

  @Test func aPasswordIsInNoDump() async throws {
    let ledger = try await PostgresLedger(
      server.connectionString + " password=hunter2", table: table)
    var dumped = ""
    dump(ledger, to: &dumped)
    #expect(!dumped.contains("hunter2") && !"\(ledger)".contains("hunter2"))
  }

  @Test func aJobIsFoundAgainAfterACrash() async throws {
    let sandbox = HooxSandbox(clock: VirtualClock())
    do {
      let hoox = sandbox.client(configuration: ClientConfiguration(ledger: try await open()))
      _ = try await hoox.submit(ZImageTurbo(prompt: "A tide pool at dawn"))
    }
    let ledger = try await open()
    let hoox = sandbox.client(configuration: ClientConfiguration(ledger: ledger))
    let recovery = try await hoox.recover()
    #expect(recovery.unsettled.isEmpty)
    #expect(recovery.jobs.count == 1)
    for job in recovery.jobs {
      _ = try await job.result()
      try await job.acknowledge()
    }
    #expect(try await ledger.submissions().allSatisfy(\.isClosed))
    #expect(try await ledger.openSubmissions() == [])
  }
}

extension LedgerIntent {
  static let fox = LedgerIntent(
    service: "Hoox", model: "aurora", path: [], body: ["prompt": "A fox"])
}

extension JobLedger {
  /// Appends that `count` submissions were sent and accepted.
  @discardableResult
  func submitFoxes(_ count: Int) async throws -> [UUID] {
    var ids: [UUID] = []
    for _ in 0..<count {
      let id = UUID()
      // A day of its own, so that a sum is of one day whenever the tests run.
      let date = Date(timeIntervalSince1970: 86_400)
      try await append(LedgerEvent(.intended(.fox), of: id, at: date))
      try await append(
        LedgerEvent(.accepted(jobIDs: ["job"], cost: Cost(1.5, "credits")), of: id, at: date))
      ids.append(id)
    }
    return ids
  }
}
