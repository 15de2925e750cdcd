import CSQLite
import TypedMedia

/// A connection to a database, as much of one as a ledger needs. SQLite lets one thread at a time use
/// it.
final class Connection: @unchecked Sendable {
  private let database: OpaquePointer?

  /// Opens the database at `path`, so that what is committed survives a crash of the machine.
  init(path: String) throws {
    var database: OpaquePointer?
    let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_FULLMUTEX
    let code = sqlite3_open_v2(path, &database, flags, nil)
    self.database = database
    guard code == SQLITE_OK else { throw failure("\(path) could not be opened") }
    // Another process may be writing.
    sqlite3_busy_timeout(database, 30_000)
    for pragma in ["journal_mode = WAL", "synchronous = FULL", "fullfsync = ON"] {
      try run("PRAGMA \(pragma)")
    }
  }

  deinit { sqlite3_close_v2(database) }

  /// Runs a statement with `values` for its question marks, and returns the first column of its rows.
  @discardableResult
  func run(_ sql: String, _ values: String...) throws -> [String] {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(database, sql, -1, &statement, nil) == SQLITE_OK else {
      throw failure("The database did not understand '\(sql)'")
    }
    for (index, value) in values.enumerated() {
      guard csqlite_bind_text(statement, Int32(index + 1), value) == SQLITE_OK else {
        throw failure("The database did not take a value")
      }
    }
    var rows: [String] = []
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_DONE: return rows
      case SQLITE_ROW:
        rows.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
      default: throw failure("The ledger could not be read or written")
      }
    }
  }

  /// Does what `body` does as a whole or not at all, and keeps other writers out meanwhile.
  func inTransaction(_ body: () throws -> Void) throws {
    try run("BEGIN IMMEDIATE")
    do {
      try body()
      try run("COMMIT")
    } catch {
      _ = try? run("ROLLBACK")
      throw error
    }
  }

  private func failure(_ what: String) -> MediaError {
    MediaError(.ledgerUnavailable, "\(what): \(String(cString: sqlite3_errmsg(database))).")
  }
}
