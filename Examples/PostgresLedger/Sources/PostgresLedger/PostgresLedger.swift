public import Foundation
public import TypedMedia

/// A ledger in a table of a PostgreSQL database, to which any number of processes can write, on any
/// number of machines.
///
/// ```swift
/// let ledger = try await PostgresLedger("postgresql://studio@db.internal/studio")
/// ```
///
/// It has one connection, over which one thing is done after the other. Where that breaks, it is
/// made again, and what was under way is done again: an event is kept once, however often it is
/// sent. What is committed is as lasting as the server makes it: its `fsync` is its administrator's
/// affair, and so are its replicas.
public final class PostgresLedger: JobLedger {
  private let connection: Connection
  private let table: LedgerTable

  /// Opens the ledger in a table, and makes the table if need be.
  ///
  /// - Parameters:
  ///   - connectionString: Where the database is and who asks, as `psql` takes it. A password in it
  ///     is in no error and no dump; it may as well be in libpq's `~/.pgpass` or `PGPASSWORD`.
  ///   - table: The table's name. Its user needs to be allowed to select, insert, update and
  ///     delete; and to create it in the schema that comes first, where nobody has.
  ///   - patience: How long to try again where the connection is lost. A task that appends waits
  ///     meanwhile.
  /// - Throws: `MediaError` with the code `ledgerUnavailable`, where that fails.
  public init(
    _ connectionString: String, table: String = "media_job_ledger",
    patience: Duration = .seconds(10)
  ) async throws {
    connection = try Connection(to: connectionString, patience: patience)
    self.table = try await connection.perform { try LedgerTable(named: table, in: $0) }
  }

  /// Keeps `event`, in a transaction of its own.
  ///
  /// It does not end early when its task is cancelled.
  ///
  /// - Throws: `MediaError` with the code `ledgerUnavailable`, where that fails. Where it was the
  ///   connection that was lost, the event may have been kept nevertheless.
  public func append(_ event: LedgerEvent) async throws {
    let row = try LedgerTable.NewRow(event)
    try await connection.perform { [table] in try table.insert(row, in: $0) }
  }

  /// Reads what was submitted, by whichever process, and was not removed.
  ///
  /// It reads the whole table.
  ///
  /// - Returns: What was submitted, in the order of the submissions.
  /// - Throws: `MediaError` with the code `ledgerUnavailable`, where it cannot be read; or
  ///   `JSONSyntaxError` or `JSONMismatch`, where a row is no event.
  public func submissions() async throws -> [LedgerSubmission] {
    let rows = try await connection.perform { [table] in try table.rows(in: $0) }
    return LedgerSubmission.folding(rows.map(\.event))
  }

  /// Reads what was submitted, by whichever process, and is not closed.
  ///
  /// It reads what is open, and what was closed since it was last asked.
  ///
  /// - Returns: Those of ``submissions()`` that are not closed.
  /// - Throws: As ``submissions()`` does.
  public func openSubmissions() async throws -> [LedgerSubmission] {
    try await connection.perform { [table] session in
      let rows = try table.rowsNotClosed(in: session)
      let open = LedgerSubmission.folding(rows.map(\.event)).filter { !$0.isClosed }
      let ids = Set(open.map(\.id))
      let closed = rows.filter { !ids.contains($0.event.submission) }
      if !closed.isEmpty { try table.markAsClosed(closed, in: session) }
      return open
    }
  }

  /// Reads what was submitted and has a job with this ID that is open.
  ///
  /// It takes as long in a ledger of many jobs as in one of few.
  ///
  /// - Returns: Those of ``openSubmissions()`` in which the job is open.
  /// - Throws: As ``submissions()`` does.
  public func openSubmissions(withJob id: String) async throws -> [LedgerSubmission] {
    let rows = try await connection.perform { [table] in try table.rows(withJob: id, in: $0) }
    return LedgerSubmission.folding(rows.map(\.event)).filter { submission in
      submission.openJobs.contains { $0.id == id }
    }
  }

  /// Adds up what the submissions that were accepted have cost, those too that were removed.
  ///
  /// It reads the whole table.
  ///
  /// - Returns: A sum for each service, account, model, day and unit, in that order.
  /// - Throws: As ``submissions()`` does.
  public func expenses() async throws -> [LedgerExpense] {
    let rows = try await connection.perform { [table] in try table.rows(in: $0) }
    return LedgerExpense.sums(of: rows.map(\.event))
  }

  /// Deletes what has been closed since before `date`, and keeps what it has cost.
  ///
  /// It reads the whole table.
  ///
  /// - Throws: As ``submissions()`` does. Nothing is deleted then.
  public func removeSubmissions(closedBefore date: Date) async throws {
    try await connection.perform { [table] session in
      try session.inTransaction { session in
        // Two that remove at once would keep twice what it has cost.
        try table.lock(in: session)
        let rows = try table.rows(in: session)
        let removable = LedgerSubmission.folding(rows.map(\.event))
          .filter { $0.isClosed && $0.lastChange < date }
        guard !removable.isEmpty else { return }
        let ids = Set(removable.map(\.id))
        let removed = rows.filter { row in
          // One sum takes the place of the last one, too.
          if case .spent = row.event.kind { true } else { ids.contains(row.event.submission) }
        }
        for expense in LedgerExpense.sums(of: removed.map(\.event)) {
          try table.insert(
            LedgerTable.NewRow(LedgerEvent(.spent(expense), of: UUID())), in: session)
        }
        try table.delete(removed, in: session)
      }
    }
  }
}
