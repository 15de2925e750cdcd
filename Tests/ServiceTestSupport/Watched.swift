import Foundation

/// A value that tests can wait for: they name a condition, and go on when a change has made it true.
package final class Watched<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  /// Guarded by `lock`, as are the listeners.
  private var current: Value
  private var listeners: [AsyncStream<Void>.Continuation] = []

  package init(_ value: Value) { current = value }

  /// The value as it is now.
  package var value: Value { lock.withLock { current } }

  /// Changes the value, and wakes those who wait for it.
  @discardableResult
  package func change<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    let (result, listeners) = try lock.withLock { (try body(&current), self.listeners) }
    for listener in listeners { listener.yield() }
    return result
  }

  /// Returns when the condition is true. One that is true for a moment only may be missed.
  ///
  /// - Throws: `CancellationError`, so that what waits in vain ends with its test's time limit.
  package func wait(until condition: @Sendable (Value) -> Bool) async throws {
    let changes = AsyncStream(bufferingPolicy: .bufferingNewest(1)) { listener in
      lock.withLock { listeners.append(listener) }
      listener.yield()
    }
    for await _ in changes where condition(value) { return }
    throw CancellationError()
  }
}
