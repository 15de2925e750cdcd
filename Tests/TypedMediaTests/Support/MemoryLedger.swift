import TypedMedia

/// A ledger that keeps its events in memory, and fails when it is told to.
actor MemoryLedger: JobLedger {
  struct Full: Error {}

  private(set) var events: [LedgerEvent] = []
  private var isFull: @Sendable (LedgerEvent.Kind) -> Bool

  init(failingFor isFull: @escaping @Sendable (LedgerEvent.Kind) -> Bool = { _ in false }) {
    self.isFull = isFull
  }

  func append(_ event: LedgerEvent) throws {
    guard !isFull(event.kind) else { throw Full() }
    events.append(event)
  }

  func submissions() -> [LedgerSubmission] { LedgerSubmission.folding(events) }
}
