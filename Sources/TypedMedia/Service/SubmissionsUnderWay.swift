import Foundation

/// What this process is submitting, by whichever client and to whichever ledger: nobody takes it for
/// what a crash left. A submission's ID is like no other, so that there is one list of them all.
final class SubmissionsUnderWay: @unchecked Sendable {
  static let shared = SubmissionsUnderWay()

  private let lock = NSLock()
  private var ids: Set<LedgerSubmission.ID> = []
  /// What was under way at some time since each reading of a ledger began.
  private var readings: [UUID: Set<LedgerSubmission.ID>] = [:]

  func insert(_ id: LedgerSubmission.ID) {
    lock.withLock {
      ids.insert(id)
      for reading in readings.keys { readings[reading]?.insert(id) }
    }
  }

  func remove(_ id: LedgerSubmission.ID) { _ = lock.withLock { ids.remove(id) } }

  /// Runs `read`, and returns what was under way at some time while it ran: what a ledger says of that
  /// may be out of date.
  func during<Value>(
    _ read: () async throws -> Value
  ) async rethrows -> (value: Value, underWay: Set<LedgerSubmission.ID>) {
    let reading = UUID()
    lock.withLock { readings[reading] = ids }
    defer { forget(reading) }
    let value = try await read()
    return (value, lock.withLock { readings[reading] ?? [] })
  }

  private func forget(_ reading: UUID) { lock.withLock { readings[reading] = nil } }
}
