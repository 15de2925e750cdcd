import Foundation
import TypedMedia

/// The table of a ledger: a row for each event, in the order in which they were appended.
struct LedgerTable: Sendable {
  /// The name, quoted.
  private let name: String

  /// An event that is to be appended.
  struct NewRow: Sendable {
    // The table takes it once. So what may have been kept can be sent again, when the connection
    // broke.
    let id = UUID()
    let submission: UUID
    let jobs: String
    let event: String

    /// - Throws: `MediaError`, where the event cannot be kept.
    init(_ event: LedgerEvent) throws {
      submission = event.submission
      self.event = String(decoding: try event.data(), as: UTF8.self)
      if case .accepted(let ids, _, _, _) = event.kind {
        jobs = LedgerTable.array(ids.map(LedgerTable.entry))
      } else {
        jobs = "{}"
      }
    }
  }

  /// An event that was appended.
  struct Row: Sendable {
    let number: String
    let event: LedgerEvent
  }

  /// Finds the table of this name, or makes it.
  ///
  /// - Throws: `MediaError`, where that fails, or where a table of this name is something else.
  init(named name: String, in session: Session) throws {
    self.name = try session.quoted(name)
    if try isMissing(in: session) {
      do {
        try session.inTransaction { session in
          try lock(in: session)
          try create(in: session)
        }
      } catch {
        // Of the processes that start at once, one has made it.
        if try session.isLost || isMissing(in: session) { throw error }
      }
    }
    try session.run(
      "SELECT number, id, submission, jobs, is_closed, event FROM \(self.name) LIMIT 0")
  }

  private func isMissing(in session: Session) throws -> Bool {
    try session.run("SELECT to_regclass($1) IS NULL", name) == [["t"]]
  }

  /// Has the transaction end when it is on the server's disk. What is more than that stays as it is
  /// set.
  private static let durable = """
    set_config('synchronous_commit',
      replace(current_setting('synchronous_commit'), 'off', 'on'), true)
    """

  private func create(in session: Session) throws {
    // Events that outlive a crash are of no use without their table.
    try session.run("SELECT \(Self.durable)")
    try session.run(
      """
      CREATE TABLE \(name) (
        number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        id uuid NOT NULL UNIQUE,
        submission uuid NOT NULL,
        jobs text[] NOT NULL,
        is_closed boolean NOT NULL DEFAULT false,
        event text NOT NULL)
      """)
    try session.run("CREATE INDEX ON \(name) (submission)")
    try session.run("CREATE INDEX ON \(name) (submission) WHERE NOT is_closed")
    try session.run("CREATE INDEX ON \(name) USING gin (jobs) WHERE jobs <> '{}'")
  }

  /// Lets one process at a time go on, until its transaction ends.
  func lock(in session: Session) throws {
    try session.run(
      "SELECT pg_advisory_xact_lock(hashtextextended('TypedMedia.PostgresLedger', 0))")
  }

  /// Appends `row`, unless it is there already. It returns when that is on the server's disk, also
  /// where the server is set to be content with less.
  func insert(_ row: NewRow, in session: Session) throws {
    try session.run(
      """
      INSERT INTO \(name) (id, submission, jobs, event)
      SELECT $1::uuid, $2::uuid, $3::text[], $4::text
      WHERE \(Self.durable) IS NOT NULL
      ON CONFLICT (id) DO NOTHING
      """, row.id.uuidString, row.submission.uuidString, row.jobs, row.event)
  }

  /// All rows.
  func rows(in session: Session) throws -> [Row] { try rows("", in: session) }

  /// All rows of the submissions of which one is not marked as closed.
  func rowsNotClosed(in session: Session) throws -> [Row] {
    try rows(
      "WHERE submission IN (SELECT submission FROM \(name) WHERE NOT is_closed)", in: session)
  }

  /// All rows of the submissions that have a job with this ID, or one that begins as it does.
  func rows(withJob id: String, in session: Session) throws -> [Row] {
    try rows(
      """
      WHERE submission IN (
        SELECT submission FROM \(name) WHERE jobs @> $1::text[] AND jobs <> '{}')
      """, Self.array([Self.entry(id)]), in: session)
  }

  /// Marks rows as those of submissions that are closed.
  ///
  /// It has to be given all rows of a submission that were read. What another process has appended
  /// by then has no mark, and brings back all the others.
  func markAsClosed(_ rows: [Row], in session: Session) throws {
    try session.run(
      "UPDATE \(name) SET is_closed = true WHERE NOT is_closed AND number = ANY($1::bigint[])",
      Self.array(rows.map(\.number)))
  }

  /// Deletes rows.
  func delete(_ rows: [Row], in session: Session) throws {
    try session.run(
      "DELETE FROM \(name) WHERE number = ANY($1::bigint[])", Self.array(rows.map(\.number)))
  }

  private func rows(
    _ condition: String, _ values: String..., in session: Session
  ) throws -> [Row] {
    let sql = "SELECT number, event FROM \(name) \(condition) ORDER BY number"
    return try session.run(sql, values).map { columns in
      Row(number: columns[0], event: try LedgerEvent(parsing: Data(columns[1].utf8)))
    }
  }

  /// A job's ID as the index has it, which takes no zero byte and no long text. Whoever finds it
  /// there looks at the events.
  private static func entry(_ id: String) -> String {
    var entry = ""
    entry.unicodeScalars.append(contentsOf: id.unicodeScalars.prefix(200).filter { $0 != "\0" })
    return entry
  }

  /// An array as PostgreSQL reads it.
  private static func array(_ values: [String]) -> String {
    let quoted = values.map { value in
      let text = value.replacingOccurrences(of: #"\"#, with: #"\\"#)
      return "\"" + text.replacingOccurrences(of: "\"", with: #"\""#) + "\""
    }
    return "{" + quoted.joined(separator: ",") + "}"
  }
}
