import Dispatch
public import Foundation
public import TypedMedia

/// A ledger in a table of an SQLite database, to which any number of processes can write.
///
/// ```swift
/// let ledger = try SQLiteLedger(at: URL(filePath: "/var/lib/studio/jobs.sqlite"))
/// ```
public final class SQLiteLedger: JobLedger {
  private let connection: Connection
  // It keeps the waits for the disk, and for other writers, off the threads that tasks run on.
  private let queue = DispatchQueue(label: "SQLiteLedger")

  /// Opens the database at `url`, and makes it and its table if need be.
  ///
  /// - Throws: `MediaError` with the code `ledgerUnavailable`, where that fails.
  public init(at url: URL) throws {
    connection = try Connection(path: url.path)
    try connection.run(
      """
      CREATE TABLE IF NOT EXISTS ledger (
        number INTEGER PRIMARY KEY, submission TEXT NOT NULL, event TEXT NOT NULL)
      """)
    try connection.run("CREATE INDEX IF NOT EXISTS ledger_submission ON ledger (submission)")
  }

  /// Keeps `event`, in a transaction of its own.
  ///
  /// - Throws: `MediaError` with the code `ledgerUnavailable`, where that fails.
  public func append(_ event: LedgerEvent) async throws {
    try await onQueue { try $0.append(event) }
  }

  /// What was submitted, by whichever process.
  ///
  /// - Throws: `MediaError` with the code `ledgerUnavailable`, where it cannot be read; or
  ///   `JSONSyntaxError` or `JSONMismatch`, where a row is no event.
  public func submissions() async throws -> [LedgerSubmission] {
    LedgerSubmission.folding(try await onQueue { try $0.events() })
  }

  /// Adds up what the submissions that were accepted have cost, those too that were removed.
  ///
  /// - Returns: A sum for each service, account, model, day and unit, in that order.
  /// - Throws: As ``submissions()`` does.
  public func expenses() async throws -> [LedgerExpense] {
    LedgerExpense.sums(of: try await onQueue { try $0.events() })
  }

  /// Deletes what has been closed since before `date`, and keeps what it has cost.
  ///
  /// - Throws: As ``submissions()`` does. Nothing is deleted then.
  public func removeSubmissions(closedBefore date: Date) async throws {
    try await onQueue { connection in
      // Two that remove at once would keep twice what it has cost, so the second waits from the start.
      try connection.inTransaction {
        let events = try connection.events()
        let removable = LedgerSubmission.folding(events)
          .filter { $0.isClosed && $0.lastChange < date }
        guard !removable.isEmpty else { return }
        let ids = Set(removable.map(\.id))
        let removed = events.filter { event in
          // One sum takes the place of the last one, too.
          if case .spent = event.kind { true } else { ids.contains(event.submission) }
        }
        for id in Set(removed.map(\.submission)) {
          try connection.run("DELETE FROM ledger WHERE submission = ?", id.uuidString)
        }
        for expense in LedgerExpense.sums(of: removed) {
          try connection.append(LedgerEvent(.spent(expense), of: UUID()))
        }
      }
    }
  }

  private func onQueue<Value: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Value
  ) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { [connection] in
        continuation.resume(with: Result { try body(connection) })
      }
    }
  }
}

extension Connection {
  fileprivate func append(_ event: LedgerEvent) throws {
    let text = String(decoding: try event.data(), as: UTF8.self)
    try run(
      "INSERT INTO ledger (submission, event) VALUES (?, ?)", event.submission.uuidString, text)
  }

  fileprivate func events() throws -> [LedgerEvent] {
    try run("SELECT event FROM ledger ORDER BY number")
      .map { try LedgerEvent(parsing: Data($0.utf8)) }
  }
}
