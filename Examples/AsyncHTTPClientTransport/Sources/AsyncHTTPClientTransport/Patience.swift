import Foundation
import TypedMedia

/// Waits for a server, but not for one that is silent for too long.
final class Patience: @unchecked Sendable {
  private let limit: Duration?
  private let lock = NSLock()
  /// When something was last heard, or sent. Guarded by `lock`.
  private var start = ContinuousClock.now

  /// - Parameter limit: How long there may be silence; `nil` for as long as it takes.
  init(limit: Duration?) {
    // What is longer than a year has no end, and the clock need not reckon with it.
    self.limit = limit.flatMap { $0 < .seconds(31_536_000) ? $0 : nil }
  }

  /// Begins the time anew.
  func renew() { lock.withLock { start = .now } }

  /// Waits for `body`, unless that takes too long without a call of ``renew()``. It is cancelled then.
  func limiting<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    guard let limit else { return try await body() }
    renew()
    return try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask(operation: body)
      group.addTask {
        while true {
          let rest = limit - self.lock.withLock { self.start.duration(to: .now) }
          guard rest > .zero else { throw Self.silent(for: limit) }
          try await Task.sleep(for: rest)
        }
      }
      defer { group.cancelAll() }
      // There are two, so one is the first.
      guard let value = try await group.next() else { throw CancellationError() }
      return value
    }
  }

  private static func silent(for limit: Duration) -> TransportError {
    TransportError(
      "The connection failed: nothing was heard from the server for \(limit).")
  }
}
