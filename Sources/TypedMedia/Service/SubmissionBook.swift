import Foundation

/// Keeps the ledger of one client, if it has one. Others may keep the same ledger: this one sees what
/// was submitted to its own service, for its own account.
struct SubmissionBook: Sendable {
  private let service: String
  private let account: String?
  private let ledger: (any JobLedger)?
  private let underWay = SubmissionsUnderWay.shared

  init(service: String, account: String?, ledger: (any JobLedger)?) {
    self.service = service
    self.account = account
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

  /// Says that a submission which is kept is being made again.
  func beginAgain(_ id: LedgerSubmission.ID?) { if let id { underWay.insert(id) } }

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

  /// What is open.
  func openSubmissions() async throws -> [LedgerSubmission] {
    try await submissions { try await $0.openSubmissions() }
  }

  /// What is open and has a job with this ID that is.
  func openSubmissions(withJob id: String) async throws -> [LedgerSubmission] {
    try await submissions { try await $0.openSubmissions(withJob: id) }
  }

  /// The submission with an ID, open or not; `nil` where there is none.
  func submission(_ id: LedgerSubmission.ID) async throws -> LedgerSubmission? {
    if let open = try await openSubmissions().first(where: { $0.id == id }) { return open }
    return try await submissions { try await $0.submissions() }.first { $0.id == id }
  }

  /// What of that which `read` finds is this client's, but for what this process is submitting now: it
  /// is not known yet what becomes of that.
  private func submissions(
    _ read: (any JobLedger) async throws -> [LedgerSubmission]
  ) async throws -> [LedgerSubmission] {
    guard let ledger else { return [] }
    do {
      let (found, underWay) = try await underWay.during { try await read(ledger) }
      return found.filter { submission in
        submission.intent.service == service && submission.intent.account == account
          && !(submission.isUnsettled && underWay.contains(submission.id))
      }
    } catch {
      throw unavailable("The ledger could not be read.", error)
    }
  }

  private func unavailable(_ message: String, _ error: any Error) -> MediaError {
    MediaError(
      .ledgerUnavailable, "\(message) \(error)", service: service, underlyingError: error)
  }
}
