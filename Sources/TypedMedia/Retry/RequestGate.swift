import Foundation

/// Lets the requests of one client through, one after the other and not too many at once.
package actor RequestGate {
  private let pace: RequestPace
  private let stopwatch: Stopwatch

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
  private var doorkeeper: Task<Void, Never>?

  /// The longest time that a service's count may make requests wait: its clock may be wrong.
  private static let longestPause = Duration.seconds(120)

  init(pace: RequestPace, stopwatch: Stopwatch) {
    self.pace = pace
    self.stopwatch = stopwatch
  }

  /// Tells `observer` how many wait for their turn, now and whenever that changes.
  package func observeQueue(_ observer: @escaping @Sendable (_ length: Int) -> Void) {
    queueObserver = observer
    observer(waiting.count)
  }

  /// Waits for a turn. Each turn ends with ``leave(after:)``.
  ///
  /// - Throws: `CancellationError`.
  func enter(_ priority: TaskPriority) async throws {
    if waiting.isEmpty, isOpen {
      try Task.checkCancellation()
      return pass()
    }
    let number = waiting.nextNumber()
    try await withTaskCancellationHandler {
      try Task.checkCancellation()
      try await withCheckedThrowingContinuation { continuation in
        waiting.enter(number, continuation)
        queues[priority.rawValue, default: []].append(number)
        admit()
      }
    } onCancel: {
      Task { await self.giveUp(number) }
    }
  }

  /// Ends a turn.
  ///
  /// - Parameters:
  ///   - rateLimit: What the service counts, if it said.
  ///   - retryAfter: How long it takes nothing more, if it said.
  func leave(rateLimit: RateLimit?, retryAfter: Duration?) {
    underWay -= 1
    let now = stopwatch.elapsed()
    if let retryAfter { pause(from: now, for: retryAfter) }
    if let rest = rateLimit?.remaining, let period = rateLimit?.timeToReset() {
      if rest <= 0 {
        pause(from: now, for: period)
      } else {
        stretched = (min(period, Self.longestPause) / rest, now + period)
      }
    }
    admit()
  }

  private func pause(from now: Duration, for duration: Duration) {
    pauseEnd = max(pauseEnd, now + min(duration, Self.longestPause))
  }

  private func giveUp(_ number: Int) { waiting.giveUp(number) }

  /// Lets through who may go now, and comes back when the next may.
  private func admit() {
    while !waiting.isEmpty, underWay < pace.maximumConcurrency {
      let wait = timeToNextTurn()
      guard wait <= .zero else {
        comeBack(after: wait)
        return
      }
      guard let number = nextInLine(), let next = waiting.leave(number) else {
        continue
      }
      pass()
      next.resume()
    }
  }

  /// Tells whether one more may go now.
  private var isOpen: Bool { underWay < pace.maximumConcurrency && timeToNextTurn() <= .zero }

  /// Counts one that goes now.
  private func pass() {
    underWay += 1
    let now = stopwatch.elapsed()
    schedule = max(schedule, now) + interval(at: now)
  }

  private func comeBack(after wait: Duration) {
    guard doorkeeper == nil else { return }
    doorkeeper = Task {
      // Only the clock's own failure ends a sleep early; then the next to leave opens the gate.
      try? await stopwatch.sleep(for: wait)
      doorkeeper = nil
      admit()
    }
  }

  private func timeToNextTurn() -> Duration {
    let now = stopwatch.elapsed()
    guard pauseEnd <= now else { return pauseEnd - now }
    return schedule - interval(at: now) * (pace.burst - 1) - now
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
