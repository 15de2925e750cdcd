import Foundation
import Hoox
import HooxSandbox
import PostgresLedger
import Testing
import TypedMedia

// Before Swift 6.3, exit tests cannot be told which server to ask.
#if compiler(>=6.3) && (os(macOS) || os(Linux))
  /// Two processes that submit at once, of which either is killed.
  @Suite(
    // An exit test keeps one of the few threads waiting, and two are needed at once.
    .serialized,
    .enabled(if: Server.isInstalled, "There is no PostgreSQL server here to start."),
    .timeLimit(.minutes(20)))
  struct KilledProcessTests {
    static let deaths = Worker.Death.Place.allCases.enumerated().map { number, place in
      Worker.Death(place: place, number: 2 + number)
    }

    let server: Server
    let folder: TemporaryFolder
    let table = "jobs \(UUID().uuidString)"

    init() throws {
      server = try Server.shared.get()
      folder = try TemporaryFolder()
    }

    @Test(arguments: [nil] + deaths, [0, 1])
    func nothingIsLostAndNothingIsPaidTwice(death: Worker.Death?, victim: Int) async throws {
      let journal = folder.url.appending(path: "journal")
      let workers = (0..<2).map { number in
        Worker(
          server: server.connectionString, table: table, journal: journal,
          prompts: (0..<12).map { "A fox, number \($0) of process \(number)" },
          death: number == victim ? death : nil)
      }
      async let first: Void = run(workers[0])
      async let second: Void = run(workers[1])
      _ = await (first, second)

      let ledger = try await PostgresLedger(server.connectionString, table: table)
      let prompts = workers.flatMap(\.prompts)
      func isPaid(_ prompt: String) throws -> Bool { try journal.lines().contains(prompt) }

      // What was paid is in the ledger, as accepted or as to be looked after.
      for prompt in try journal.lines() {
        let submissions = try await ledger.submissions().filter { $0.prompt == prompt }
        #expect(submissions.count == 1)
        #expect(submissions.allSatisfy { !$0.isClosed })
      }
      // Whoever looks sees which it was, and the one that was killed goes on where it was.
      let hoox = HooxSandbox().client(configuration: ClientConfiguration(ledger: ledger))
      let unsettled = try await hoox.recover().unsettled
      let isOneUnsettled = death.map { ![.beforeItIsKept, .afterItsJobIsKept].contains($0.place) }
      #expect(unsettled.count == (isOneUnsettled == true ? 1 : 0))
      for submission in unsettled {
        let prompt = try #require(submission.prompt)
        #expect(workers[victim].prompts.contains(prompt))
        try await hoox.settle(
          submission.id, as: isPaid(prompt) ? .accepted(jobIDs: ["found"]) : .abandoned)
      }
      var successor = workers[victim]
      successor.death = nil
      await run(successor)

      #expect(try journal.lines().sorted() == prompts.sorted())
      let accepted = try await ledger.openSubmissions()
      #expect(accepted.compactMap(\.prompt).sorted() == prompts.sorted())
      #expect(accepted.allSatisfy { $0.state == .accepted && $0.jobs.count == 1 })
    }

    private func run(_ worker: Worker) async {
      let end: ExitTest.Condition = worker.death == nil ? .success : .signal(SIGKILL)
      await #expect(processExitsWith: end) { [worker = worker as Worker] in
        try await worker.work()
      }
    }

    @Test func twoProcessesWriteAtOnce() async throws {
      async let ours = try PostgresLedger(server.connectionString, table: table).submitFoxes(200)
      await #expect(processExitsWith: .success) {
        [server = server.connectionString as String, table = table as String] in
        try await PostgresLedger(server, table: table).submitFoxes(200)
      }
      let ids = try await ours
      let submissions = try await PostgresLedger(server.connectionString, table: table)
        .submissions()
      #expect(submissions.count == 400)
      #expect(Set(submissions.map(\.id)).isSuperset(of: ids))
    }
  }

  extension URL {
    fileprivate func lines() throws -> [String] {
      try String(contentsOf: self, encoding: .utf8).split(separator: "\n").map(String.init)
    }
  }
#endif
