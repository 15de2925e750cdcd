import ServiceTestSupport
import TypedMedia

/// A ledger that keeps its events in memory, and fails when it is told to.
actor MemoryLedger: JobLedger {
  struct Full: Error {}

  nonisolated let log = Watched<[LedgerEvent]>([])
  private var gate: Gate?
  private var isFull: @Sendable (LedgerEvent.Kind) -> Bool

  init(failingFor isFull: @escaping @Sendable (LedgerEvent.Kind) -> Bool = { _ in false }) {
    self.isFull = isFull
  }

  /// What was kept, in its order.
  var events: [LedgerEvent] { log.value }

  /// Fails from now on for the kinds of events that `isFull` is true for.
  func fail(for isFull: @escaping @Sendable (LedgerEvent.Kind) -> Bool) { self.isFull = isFull }

  /// Holds whoever reads from now on until `gate` is opened.
  func holdReaders(at gate: Gate) { self.gate = gate }

  func append(_ event: LedgerEvent) throws {
    guard !isFull(event.kind) else { throw Full() }
    log.change { $0.append(event) }
  }

  func submissions() async -> [LedgerSubmission] {
    let events = events
    await gate?.pass()
    return LedgerSubmission.folding(events)
  }
}
