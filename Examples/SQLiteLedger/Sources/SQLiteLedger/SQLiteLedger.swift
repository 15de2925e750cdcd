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
    let text = String(decoding: try event.data(), as: UTF8.self)
    try await onQueue { connection in
      try connection.run(
        "INSERT INTO ledger (submission, event) VALUES (?, ?)", event.submission.uuidString, text)
    }
  }

  /// What was submitted, by whichever process.
  ///
  /// - Throws: `MediaError` with the code `ledgerUnavailable`, where it cannot be read; or
  ///   `JSONSyntaxError` or `JSONMismatch`, where a row is no event.
  public func submissions() async throws -> [LedgerSubmission] {
    let events = try await onQueue { connection in
      try connection.run("SELECT event FROM ledger ORDER BY number")
    }
    return LedgerSubmission.folding(
      try events.map { try LedgerEvent(parsing: Data($0.utf8)) })
  }

  /// Deletes what has been closed since before `date`.
  ///
  /// - Throws: As ``submissions()`` does.
  public func removeSubmissions(closedBefore date: Date) async throws {
    for submission in try await submissions()
    where submission.isClosed && submission.lastChange < date {
      try await onQueue { connection in
        try connection.run(
          "DELETE FROM ledger WHERE submission = ?", submission.id.uuidString)
      }
    }
  }

  @discardableResult
  private func onQueue(
    _ body: @escaping @Sendable (Connection) throws -> [String]
  ) async throws -> [String] {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { [connection] in
        continuation.resume(with: Result { try body(connection) })
      }
    }
  }
}
