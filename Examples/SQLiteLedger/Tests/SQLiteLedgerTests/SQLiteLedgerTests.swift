import Foundation
import Hoox
import HooxSandbox
import SQLiteLedger
import Testing
import TypedMedia

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite(.timeLimit(.minutes(20))) struct SQLiteLedgerTests {
  let folder: TemporaryFolder
  let url: URL

  init() throws {
    folder = try TemporaryFolder()
    url = folder.url.appending(path: "jobs.sqlite")
  }

  @Test func whatWasKeptReadsBackEqual() async throws {
    let intent = LedgerIntent(
      service: "Hoox", model: "aurora", path: ["asset", "start"],
      body: ["prompt": "It's a \"fox\"\n🦊 \u{0}", "scale": 1.5, "seed": nil])
    let kinds: [LedgerEvent.Kind] = [
      .intended(intent), .lost(reason: "r"), .refused(reason: "r"), .abandoned,
      .accepted(jobIDs: ["a", "b"]), .acknowledged(jobID: "b"),
    ]
    let events = [UUID(), UUID()].flatMap { id in kinds.map { LedgerEvent($0, of: id) } }
    let ledger = try SQLiteLedger(at: url)
    for event in events { try await ledger.append(event) }
    for ledger in [ledger, try SQLiteLedger(at: url)] {
      #expect(try await ledger.submissions() == LedgerSubmission.folding(events))
    }
  }

  @Test func manyConnectionsWriteAtOnce() async throws {
    let ids = try await withThrowingTaskGroup(of: [UUID].self) { [url] group in
      for _ in 0..<8 { group.addTask { try await SQLiteLedger(at: url).submitFoxes(25) } }
      return try await group.reduce(into: Set<UUID>()) { $0.formUnion($1) }
    }
    let submissions = try await SQLiteLedger(at: url).submissions()
    #expect(Set(submissions.map(\.id)) == ids)
    #expect(submissions.count == 200)
    #expect(submissions.allSatisfy { $0.openJobs.count == 1 })
  }

  @Test func whatIsLongClosedCanBeRemovedAndItsCostStays() async throws {
    let ledger = try SQLiteLedger(at: url)
    let ids = try await ledger.submitFoxes(4)
    let dates = [Date.distantPast, .distantPast, .now]
    for (id, date) in zip(ids, dates) {
      try await ledger.append(LedgerEvent(.acknowledged(jobID: "job"), of: id, at: date))
    }
    let expenses = try await ledger.expenses()
    #expect(expenses.map(\.cost) == [Cost(6, "credits")])
    #expect(expenses.map(\.submissionCount) == [4])
    for _ in 0..<2 {
      // Several at once, for each process may do it at night.
      try await withThrowingTaskGroup(of: Void.self) { [url] group in
        for _ in 0..<4 {
          group.addTask {
            try await SQLiteLedger(at: url)
              .removeSubmissions(closedBefore: .now.addingTimeInterval(-3_600))
          }
        }
        try await group.waitForAll()
      }
      #expect(try await ledger.submissions().map(\.id) == Array(ids.dropFirst(2)))
      #expect(try await ledger.expenses() == expenses)
    }
    try await ledger.append(LedgerEvent(.acknowledged(jobID: "job"), of: ids[3]))
    try await ledger.removeSubmissions(closedBefore: .distantFuture)
    #expect(try await ledger.submissions() == [])
    #expect(try await ledger.expenses() == expenses)
  }

  @Test func aFileThatIsNoDatabaseIsAnError() async throws {
    try Data(repeating: 0x78, count: 4_096).write(to: url)
    let error = #expect(throws: MediaError.self) { try SQLiteLedger(at: url) }
    #expect(error?.code == .ledgerUnavailable)
    #expect(error?.message.contains("file is not a database") == true)
  }

  @Test func aJobIsFoundAgainAfterACrash() async throws {
    let sandbox = HooxSandbox(clock: VirtualClock())
    do {
      let ledger = try SQLiteLedger(at: url)
      let hoox = sandbox.client(configuration: ClientConfiguration(ledger: ledger))
      _ = try await hoox.submit(ZImageTurbo(prompt: "A tide pool at dawn"))
    }
    let ledger = try SQLiteLedger(at: url)
    let hoox = sandbox.client(configuration: ClientConfiguration(ledger: ledger))
    let recovery = try await hoox.recover()
    #expect(recovery.unsettled.isEmpty)
    #expect(recovery.jobs.count == 1)
    for job in recovery.jobs {
      _ = try await job.result()
      try await job.acknowledge()
    }
    #expect(try await ledger.submissions().allSatisfy(\.isClosed))
  }

  // Before Swift 6.3, exit tests cannot be told which file to work on.
  #if compiler(>=6.3) && (os(macOS) || os(Linux))
    @Test func twoProcessesWriteAtOnce() async throws {
      async let ours = try SQLiteLedger(at: url).submitFoxes(200)
      await #expect(processExitsWith: .success) { [path = url.path as String] in
        try await SQLiteLedger(at: URL(filePath: path)).submitFoxes(200)
      }
      let ids = try await ours
      let submissions = try await SQLiteLedger(at: url).submissions()
      #expect(submissions.count == 400)
      #expect(Set(submissions.map(\.id)).isSuperset(of: ids))
    }

    @Test func whatWasKeptOutlivesAProcessThatIsKilled() async throws {
      var count = 0
      for _ in 0..<5 {
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = url.path as String] in
          try await SQLiteLedger(at: URL(filePath: path)).submitFoxes(10)
          kill(getpid(), SIGKILL)
        }
        count += 10
        #expect(try await SQLiteLedger(at: url).submissions().count == count)
      }
    }
  #endif
}

extension JobLedger {
  /// Appends that `count` submissions were sent and accepted.
  @discardableResult
  fileprivate func submitFoxes(_ count: Int) async throws -> [UUID] {
    let intent = LedgerIntent(service: "Hoox", model: "aurora", path: [], body: ["prompt": "A fox"])
    var ids: [UUID] = []
    for _ in 0..<count {
      let id = UUID()
      try await append(LedgerEvent(.intended(intent), of: id))
      try await append(LedgerEvent(.accepted(jobIDs: ["job"], cost: Cost(1.5, "credits")), of: id))
      ids.append(id)
    }
    return ids
  }
}
