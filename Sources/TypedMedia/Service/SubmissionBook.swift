import Foundation

/// Keeps the ledger of one client, if it has one.
actor SubmissionBook {
  private let service: String
  private let ledger: (any JobLedger)?
  /// What this process is submitting now, so that nobody takes it for what a crash left.
  private var underWay: Set<LedgerSubmission.ID> = []

  init(service: String, ledger: (any JobLedger)?) {
    self.service = service
    self.ledger = ledger
  }

  /// The ID of the next submission; `nil` when there is no ledger.
  nonisolated func makeID() -> LedgerSubmission.ID? { ledger == nil ? nil : LedgerSubmission.ID() }

  /// Keeps what is about to be submitted. Without a ledger it does nothing.
  func begin(_ intent: LedgerIntent, as id: LedgerSubmission.ID?) async throws {
    guard let id else { return }
    underWay.insert(id)
    do {
      try await append(.intended(intent), to: id)
    } catch {
      underWay.remove(id)
      throw error
    }
  }

  /// Keeps what became of a submission.
  func end(_ id: LedgerSubmission.ID?, _ event: LedgerEvent.Kind) async throws {
    guard let id else { return }
    defer { underWay.remove(id) }
    try await append(event, to: id)
  }

  func append(_ event: LedgerEvent.Kind, to id: LedgerSubmission.ID) async throws {
    do {
      try await ledger?.append(LedgerEvent(event, of: id))
    } catch {
      throw unavailable("The ledger could not be written.", error)
    }
  }

  /// What the ledger keeps of this service, but for what this process is submitting now.
  func submissions() async throws -> [LedgerSubmission] {
    // Before the ledger is read: what ends while it is read was under way.
    let underWay = underWay
    do {
      return try await ledger?.submissions().filter {
        $0.intent.service == service && !underWay.contains($0.id)
      } ?? []
    } catch {
      throw unavailable("The ledger could not be read.", error)
    }
  }

  private func unavailable(_ message: String, _ error: any Error) -> MediaError {
    MediaError(
      .ledgerUnavailable, "\(message) \(error)", service: service, underlyingError: error)
  }
}
