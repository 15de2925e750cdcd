import Foundation

/// Lets the requests of one client through, one after the other and not too many at once.
///
/// It is a lock and no actor: most requests go through at once, and need not change threads for that.
package final class RequestGate: @unchecked Sendable {
  private let pace: RequestPace
  private let stopwatch: Stopwatch
  private let lock = NSLock()

  // What follows is guarded by `lock`.

  /// Who waits, by urgency and then by arrival. Those that gave up are skipped.
  private var queues: [TaskPriority.RawValue: ArraySlice<Int>] = [:]
  private var waiting = WaitingLine() { didSet { queueObserver?(waiting.count) } }
  private var queueObserver: (@Sendable (_ length: Int) -> Void)?
  private var underWay = 0
  /// The date when the next request would be due if all came evenly. A burst runs ahead of it.
  private var schedule = Duration.zero
  /// Until when the service takes nothing.
  private var pauseEnd = Duration.zero
  /// The least time from one request to the next that the service's own count leaves, and until when.
  private var stretched = (interval: Duration.zero, end: Duration.zero)
  /// Whether somebody comes back when the next may go.
  private var hasDoorkeeper = false

  /// The longest time that a service's count may make requests wait: its clock may be wrong.
  private static let longestPause = Duration.seconds(120)

  init(pace: RequestPace, stopwatch: Stopwatch) {
    self.pace = pace
    self.stopwatch = stopwatch
  }

  /// Tells `observer` how many wait for their turn, now and whenever that changes. It may not ask back.
  package func observeQueue(_ observer: @escaping @Sendable (_ length: Int) -> Void) {
    lock.withLock {
      queueObserver = observer
      observer(waiting.count)
    }
  }

  /// Waits for a turn. Each turn ends with ``leave(rateLimit:retryAfter:)``.
  ///
  /// - Throws: `CancellationError`.
  func enter(_ priority: TaskPriority) async throws {
    try Task.checkCancellation()
    let number: Int? = lock.withLock {
      let now = stopwatch.elapsed()
      guard waiting.isEmpty, underWay < pace.maximumConcurrency, timeToNextTurn(at: now) <= .zero
      else { return waiting.nextNumber() }
      pass(at: now)
      return nil
    }
    guard let number else { return }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let admitted = lock.withLock { () -> [Turn] in
          waiting.enter(number, continuation)
          // Who is cancelled by now has given up before there was anybody to take out of the line.
          if Task.isCancelled { waiting.giveUp(number) }
          queues[priority.rawValue, default: []].append(number)
          return admit()
        }
        for turn in admitted { turn.resume() }
      }
    } onCancel: {
      lock.withLock { waiting.giveUp(number) }
    }
  }

  private typealias Turn = CheckedContinuation<Void, any Error>

  /// Ends a turn.
  ///
  /// - Parameters:
  ///   - rateLimit: What the service counts, if it said.
  ///   - retryAfter: How long it takes nothing more, if it said.
  func leave(rateLimit: RateLimit?, retryAfter: Duration?) {
    let admitted = lock.withLock { () -> [Turn] in
      underWay -= 1
      heed(rateLimit, retryAfter)
      return admit()
    }
    for turn in admitted { turn.resume() }
  }

  private func heed(_ rateLimit: RateLimit?, _ retryAfter: Duration?) {
    guard rateLimit != nil || retryAfter != nil else { return }
    let now = stopwatch.elapsed()
    if let retryAfter { pause(from: now, for: retryAfter) }
    if let rest = rateLimit?.remaining, let period = rateLimit?.timeToReset() {
      if rest <= 0 {
        pause(from: now, for: period)
      } else {
        stretched = (min(period, Self.longestPause) / rest, now + period)
      }
    }
  }

  private func pause(from now: Duration, for duration: Duration) {
    pauseEnd = max(pauseEnd, now + min(duration, Self.longestPause))
  }

  /// Lets through who may go now, and comes back when the next may.
  ///
  /// - Returns: Whose turn has come, to be resumed without the lock.
  private func admit() -> [Turn] {
    var admitted: [Turn] = []
    while !waiting.isEmpty, underWay < pace.maximumConcurrency {
      let now = stopwatch.elapsed()
      let wait = timeToNextTurn(at: now)
      guard wait <= .zero else {
        comeBack(after: wait)
        break
      }
      guard let number = nextInLine() else { break }
      guard let next = waiting.leave(number) else { continue }
      pass(at: now)
      admitted.append(next)
    }
    return admitted
  }

  /// Counts one that goes now.
  private func pass(at now: Duration) {
    underWay += 1
    schedule = max(schedule, now) + interval(at: now)
  }

  private func comeBack(after wait: Duration) {
    guard !hasDoorkeeper else { return }
    hasDoorkeeper = true
    Task {
      // Only the clock's own failure ends a sleep early; then the next to leave opens the gate.
      try? await stopwatch.sleep(for: wait)
      let admitted = lock.withLock { () -> [Turn] in
        hasDoorkeeper = false
        return admit()
      }
      for turn in admitted { turn.resume() }
    }
  }

  private func timeToNextTurn(at now: Duration) -> Duration {
    guard pauseEnd <= now else { return pauseEnd - now }
    let interval = interval(at: now)
    guard interval > .zero else { return schedule - now }
    return schedule - interval * (pace.burst - 1) - now
  }

  private func interval(at now: Duration) -> Duration {
    now < stretched.end ? max(pace.interval, stretched.interval) : pace.interval
  }

  /// The first of the most urgent, who may have given up.
  private func nextInLine() -> Int? {
    for priority in queues.keys.sorted(by: >) {
      if let number = queues[priority]?.popFirst() { return number }
      queues[priority] = nil
    }
    return nil
  }
}
