import Dispatch
import Foundation

#if canImport(Darwin)
  import Darwin
#endif

/// What Ctrl-C does to a command that waits: it stops the wait, but not in the middle of what is paid. The
/// second one ends the program as it is.
package final class Interruption: @unchecked Sendable {
  /// How a program ends that somebody interrupted: 128 and the number of the signal, as shells have it.
  package static let exitStatus: Int32 = 130

  private let say: @Sendable (String) -> Void
  private let lock = NSLock()
  /// What it stops, guarded by `lock` as what follows.
  private var cancel: (@Sendable () -> Void)?
  private var count = 0
  /// What there is to say while the work must not be stopped; `nil` while it may.
  private var explanation: String?

  private init(_ say: @escaping @Sendable (String) -> Void) { self.say = say }

  /// Does work that Ctrl-C cancels.
  ///
  /// - Parameter say: Tells people something.
  package static func cancelling<Value: Sendable>(
    saying say: @escaping @Sendable (String) -> Void,
    _ work: @escaping @Sendable (Interruption) async throws -> Value
  ) async throws -> Value {
    let interruption = Interruption(say)
    // Whoever reads what is said may go away, which is no reason to leave what is paid.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { interruption.note() }
    source.resume()
    defer {
      source.cancel()
      signal(SIGINT, SIG_DFL)
    }
    let task = Task { try await work(interruption) }
    interruption.begin { task.cancel() }
    return try await task.value
  }

  /// Does work that is not stopped half-way. What was asked for meanwhile is done after it.
  ///
  /// - Parameter explanation: What whoever wants to stop is told.
  package func finishing<Value: Sendable>(
    _ explanation: String, _ work: () async throws -> Value
  ) async throws -> Value {
    let isStopped = lock.withLock {
      if count == 0 { self.explanation = explanation }
      return count > 0
    }
    if isStopped { throw CancellationError() }
    defer {
      lock.withLock {
        self.explanation = nil
        if count > 0 { cancel?() }
      }
    }
    return try await work()
  }

  private func begin(_ cancel: @escaping @Sendable () -> Void) {
    lock.withLock {
      self.cancel = cancel
      if count > 0 { cancel() }
    }
  }

  private func note() {
    let (count, reason) = lock.withLock { () -> (Int, String?) in
      self.count += 1
      if explanation == nil { cancel?() }
      return (self.count, explanation)
    }
    if count > 1 { exit(Self.exitStatus) }
    if let reason { say(reason) }
  }
}
