import Foundation

/// Counts what has arrived of a body and was not read yet, and says when that is too much.
package final class Backlog: @unchecked Sendable {
  private let limit: Int
  private let lock = NSLock()
  /// Guarded by `lock`, as is `isFull`.
  private var unread = 0
  private var isFull = false
  private let onFull: @Sendable () -> Void
  private let onDrained: @Sendable () -> Void

  /// - Parameters:
  ///   - limit: How many bytes may wait to be read.
  ///   - onFull: Called when more are waiting. It is not called again before `onDrained`.
  ///   - onDrained: Called when half of the limit is free again.
  package init(
    limit: Int, onFull: @escaping @Sendable () -> Void,
    onDrained: @escaping @Sendable () -> Void
  ) {
    self.limit = limit
    self.onFull = onFull
    self.onDrained = onDrained
  }

  // Both call out under the lock: were a task resumed before it is suspended, it would stay so.

  package func arrived(_ count: Int) {
    lock.withLock {
      unread += count
      guard !isFull, unread > limit else { return }
      isFull = true
      onFull()
    }
  }

  package func read(_ count: Int) {
    lock.withLock {
      unread -= count
      guard isFull, unread <= limit / 2 else { return }
      isFull = false
      onDrained()
    }
  }
}
