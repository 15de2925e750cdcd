import CPostgres
import Foundation
import TypedMedia

/// A session with a server, as much of one as a ledger needs. One thread at a time uses it.
final class Session {
  private let connection: OpaquePointer
  private let string: ConnectionString

  /// Tells whether the session is over, by whosever doing.
  private(set) var isLost = false

  /// Begins a session.
  ///
  /// - Throws: `MediaError` with the code `ledgerUnavailable`, where the server cannot be reached,
  ///   or does not let one in.
  init(_ string: ConnectionString) throws {
    // What comes first is for strings that do not say it. A server that is gone without a word is
    // noticed within half a minute.
    let parameters = [
      ("connect_timeout", "10"), ("keepalives_idle", "10"), ("keepalives_interval", "5"),
      ("keepalives_count", "4"), ("tcp_user_timeout", "30000"),
      ("fallback_application_name", "TypedMedia"), ("dbname", string.text),
      ("client_encoding", "UTF8"),
    ]
    let connection = withCStrings(parameters.map(\.0)) { names in
      withCStrings(parameters.map(\.1)) { values in
        PQconnectdbParams(names, values, 1)
      }
    }
    guard let connection else { throw MediaError(.ledgerUnavailable, "There is no memory left.") }
    self.connection = connection
    self.string = string
    guard PQstatus(connection) == CONNECTION_OK else {
      throw failure("The database cannot be reached", String(cString: PQerrorMessage(connection)))
    }
    // Without it, the client writes what the server notices to standard error.
    PQsetNoticeProcessor(connection, { _, _ in }, nil)
    let encoding = PQparameterStatus(connection, "server_encoding").map { String(cString: $0) }
    guard encoding == "UTF8" else {
      throw MediaError(
        .ledgerUnavailable,
        "The database's encoding is \(encoding ?? "unknown"), which has no sign for much that a "
          + "prompt may say. A ledger needs one whose encoding is UTF8.")
    }
  }

  deinit { PQfinish(connection) }

  /// Runs a statement with `values` for its `$1`, `$2`…, and returns its rows.
  ///
  /// - Throws: `MediaError` with the code `ledgerUnavailable`, where that fails.
  @discardableResult
  func run(_ sql: String, _ values: String...) throws -> [[String]] { try run(sql, values) }

  /// Runs a statement with `values` for its `$1`, `$2`…, and returns its rows.
  ///
  /// - Throws: `MediaError` with the code `ledgerUnavailable`, where that fails.
  @discardableResult
  func run(_ sql: String, _ values: [String]) throws -> [[String]] {
    let result = withCStrings(values) { pointers in
      PQexecParams(connection, sql, Int32(values.count), nil, pointers, nil, nil, 0)
    }
    return try rows(of: result)
  }

  /// Does `body` in a transaction, which is taken back where it throws.
  ///
  /// - Throws: What `body` throws; or `MediaError` with the code `ledgerUnavailable`.
  func inTransaction(_ body: (Session) throws -> Void) throws {
    try run("BEGIN")
    do {
      try body(self)
      try run("COMMIT")
    } catch {
      // A session that is lost has taken it back by itself.
      if !isLost { _ = try? run("ROLLBACK") }
      throw error
    }
  }

  /// `name` as it is written in a statement, whatever it has in it.
  ///
  /// - Throws: `MediaError` with the code `ledgerUnavailable`, where that fails.
  func quoted(_ name: String) throws -> String {
    guard let text = PQescapeIdentifier(connection, name, name.utf8.count) else {
      throw failure("The table's name cannot be used", String(cString: PQerrorMessage(connection)))
    }
    defer { PQfreemem(text) }
    return String(cString: text)
  }

  private func rows(of result: OpaquePointer?) throws -> [[String]] {
    defer { PQclear(result) }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
      let columns = 0..<PQnfields(result)
      return (0..<PQntuples(result)).map { row in
        columns.map { column in PQgetvalue(result, row, column).map { String(cString: $0) } ?? "" }
      }
    default:
      func field(_ code: Int32) -> String? {
        PQresultErrorField(result, code).map { String(cString: $0) }
      }
      let (severity, state) = (field(cpostgres_severity), field(cpostgres_sqlstate))
      // What has no state did not come from the server, whatever the status is by now.
      isLost =
        PQstatus(connection) != CONNECTION_OK || state == nil
        || severity == "FATAL" || severity == "PANIC"
      // What the server adds in detail has values in it, which are nobody's but the ledger's.
      var message = field(cpostgres_message) ?? String(cString: PQerrorMessage(connection))
      if let state { message += " (SQLSTATE \(state))" }
      throw failure(
        isLost
          ? "The connection to the database was lost" : "The ledger could not be read or written",
        message)
    }
  }

  private func failure(_ what: String, _ message: String) -> MediaError {
    let message = string.hidingSecrets(in: message)
    return MediaError(
      .ledgerUnavailable, "\(what): \(message)\(message.hasSuffix(".") ? "" : ".")")
  }
}

/// Calls `body` with `strings` as C has them, and a null after the last. What comes after a zero
/// byte is left out.
private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) throws -> Result
) rethrows -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return try (copies.map { UnsafePointer($0) } + [nil]).withUnsafeBufferPointer { pointers in
    try body(pointers.baseAddress)
  }
}
