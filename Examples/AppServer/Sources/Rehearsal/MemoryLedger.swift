public import TypedMedia

/// A ledger in memory, which outlasts a server that is started again, but not the process. A real
/// server keeps its ledger in a file or a database.
public actor MemoryLedger: JobLedger {
  /// How often it was read.
  public nonisolated let readings = Tally()
  private var events: [LedgerEvent] = []

  /// Creates an empty ledger.
  public init() {}

  /// Keeps `event`.
  public func append(_ event: LedgerEvent) { events.append(event) }

  /// What was submitted.
  public func submissions() async -> [LedgerSubmission] {
    await readings.add()
    return LedgerSubmission.folding(events)
  }
}
