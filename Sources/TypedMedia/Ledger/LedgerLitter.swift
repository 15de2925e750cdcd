import Foundation

/// The amount that of a ledger's file nobody needs any more, and how much that will be as time goes
/// by.
///
/// It is a guess by which to tell when a compaction is worth its while: never too much, but for a
/// clock that is set back.
struct LedgerLitter {
  private let retention: TimeInterval
  /// The time that a slot is: a sixteenth of the retention, so that there are few of them.
  private let span: TimeInterval
  private var now: Date
  /// What nobody needs by now.
  private var size = 0
  /// What closed submissions take up, by the slot of time in which they were closed.
  private var slots: [Double: Int] = [:]

  init(retention: Duration, at now: Date) {
    self.retention = retention / .seconds(1)
    span = max(self.retention / 16, 1)
    self.now = now
  }

  /// Counts `size` bytes that nobody needs any more.
  mutating func add(_ size: Int) { self.size += size }

  /// Counts the `size` bytes of a submission that was closed on `date`.
  mutating func add(_ size: Int, closedOn date: Date) {
    let slot = (date.timeIntervalSince1970 / span).rounded(.down)
    if isOver(slot) { self.size += size } else { slots[slot, default: 0] += size }
  }

  /// The number of bytes that nobody needs on `date`.
  mutating func size(on date: Date) -> Int {
    now = date
    for (slot, size) in slots where isOver(slot) {
      self.size += size
      slots[slot] = nil
    }
    return size
  }

  /// Forgets what nobody needs: it was left out of the file.
  mutating func clear() { size = 0 }

  /// Tells whether all that was closed in `slot` was closed before the retention began.
  private func isOver(_ slot: Double) -> Bool {
    (slot + 1) * span + retention <= now.timeIntervalSince1970
  }
}
