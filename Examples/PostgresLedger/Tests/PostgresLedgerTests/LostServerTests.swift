import Foundation
import PostgresLedger
import Testing
import TypedMedia

/// A server that goes away, and comes back.
@Suite(
  .enabled(if: Server.isInstalled, "There is no PostgreSQL server here to start."),
  .timeLimit(.minutes(20)))
struct LostServerTests {
  /// It is content with having written soon, as those are who care for speed alone.
  let server: Server

  init() throws {
    server = try Server(settings: "-c synchronous_commit=off -c wal_writer_delay=10s")
  }

  @Test func whatWasKeptOutlivesTheServer() async throws {
    let ledger = try await PostgresLedger(server.connectionString)
    var ids: [UUID] = []
    for _ in 0..<3 {
      ids += try await ledger.submitFoxes(5)
      try server.crash()
      try server.start()
      // The ledger finds its way back by itself, and keeps nothing twice.
      #expect(try await ledger.submissions().map(\.id) == ids)
      #expect(try await ledger.submissions().allSatisfy { $0.jobs.count == 1 })
    }
  }

  @Test func aServerThatIsAwayIsAnErrorAndNothingIsLost() async throws {
    let ledger = try await PostgresLedger(server.connectionString, patience: .zero)
    var ids = try await ledger.submitFoxes(5)
    try server.crash()
    for _ in 0..<2 {
      let error = await #expect(throws: MediaError.self) { try await ledger.submitFoxes(1) }
      #expect(error?.code == .ledgerUnavailable)
      #expect(error?.message.contains("cannot be reached") == true, "\(String(describing: error))")
      await #expect(throws: MediaError.self) { try await ledger.openSubmissions() }
    }
    try server.start()
    ids += try await ledger.submitFoxes(5)
    #expect(try await ledger.openSubmissions().map(\.id) == ids)
  }

  @Test func whoWaitsForTheServerGoesOnWhenItIsBack() async throws {
    let ledger = try await PostgresLedger(server.connectionString, patience: .seconds(600))
    try server.crash()
    async let ids = ledger.submitFoxes(5)
    try server.start()
    let kept = try await ids
    #expect(try await ledger.submissions().map(\.id) == kept)
  }
  @Test func whatIsAppendedWhileTheServerCrashesIsKept() async throws {
    let ledger = try await PostgresLedger(server.connectionString, patience: .seconds(600))
    async let ids = ledger.submitFoxes(300)
    for _ in 0..<3 {
      try server.crash()
      try server.start()
    }
    let kept = try await ids
    #expect(try await ledger.openSubmissions().map(\.id) == kept)
    #expect(try await ledger.expenses().map(\.submissionCount) == [300])
  }
}
