import Foundation

/// Settles who was first: the submission that goes out, or the caller who cancels it.
final class SendingPermit: @unchecked Sendable {
  private enum State { case waiting, sending, cancelled }

  private let lock = NSLock()
  private var state = State.waiting

  /// Before each attempt.
  ///
  /// - Throws: `CancellationError` when the caller was first.
  func begin() throws {
    try lock.withLock {
      guard state != .cancelled else { throw CancellationError() }
      state = .sending
    }
  }

  /// After an attempt that surely had no effect.
  func end() { lock.withLock { if state == .sending { state = .waiting } } }

  /// Forbids further attempts.
  ///
  /// - Returns: Whether nothing was sent, or nothing that had an effect.
  func cancel() -> Bool {
    lock.withLock {
      guard state == .waiting else { return false }
      state = .cancelled
      return true
    }
  }
}
