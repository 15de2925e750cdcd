import TypedMedia

/// A ledger that keeps its events in memory, and fails when it is told to.
actor MemoryLedger: JobLedger {
  struct Full: Error {}

  private(set) var events: [LedgerEvent] = []
  private var latch: Latch?
  private var isFull: @Sendable (LedgerEvent.Kind) -> Bool

  init(failingFor isFull: @escaping @Sendable (LedgerEvent.Kind) -> Bool = { _ in false }) {
    self.isFull = isFull
  }

  /// Fails from now on for the kinds of events that `isFull` is true for.
  func fail(for isFull: @escaping @Sendable (LedgerEvent.Kind) -> Bool) { self.isFull = isFull }

  /// Holds whoever reads from now on until `latch` is opened.
  func holdReaders(at latch: Latch) { self.latch = latch }

  func append(_ event: LedgerEvent) throws {
    guard !isFull(event.kind) else { throw Full() }
    events.append(event)
  }

  func submissions() async -> [LedgerSubmission] {
    let events = events
    await latch?.wait()
    return LedgerSubmission.folding(events)
  }
}
