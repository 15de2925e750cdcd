package import TypedMedia

/// A ledger that keeps its events in memory.
package actor MemoryLedger: JobLedger {
  package private(set) var events: [LedgerEvent] = []

  package init() {}

  package func append(_ event: LedgerEvent) { events.append(event) }
  package func submissions() -> [LedgerSubmission] { LedgerSubmission.folding(events) }
}
