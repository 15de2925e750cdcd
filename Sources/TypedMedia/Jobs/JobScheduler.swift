/// Says when a job is asked about: one timer for all, however many there are, and few questions at a
/// time.
///
/// Who waits here costs little; who waits for the service's rate with a question half asked costs more.
/// So the next question begins when one has ended.
actor JobScheduler {
  private let stopwatch: Stopwatch
  private let maximumConcurrency: Int
  /// Who waits for a time, which is counted in ``tick``s; who gave up is not in ``waiting`` any more.
  private var sleepers: [Int: [Int]] = [:]
  /// Whose time has come.
  private var due: ArraySlice<Int> = []
  private var waiting = WaitingLine()
  private var underWay = 0
  private var alarm: (time: Int, task: Task<Void, Never>)?

  /// Times within it count as one.
  private static let tick = Duration.milliseconds(20)

  init(stopwatch: Stopwatch, maximumConcurrency: Int) {
    self.stopwatch = stopwatch
    self.maximumConcurrency = maximumConcurrency
  }

  /// Waits for `delay`, and then for a turn. Each turn ends with ``endTurn()``.
  ///
  /// - Throws: `CancellationError`, at once when the task is cancelled.
  func turn(after delay: Duration) async throws {
    let number = waiting.nextNumber()
    try await withTaskCancellationHandler {
      try Task.checkCancellation()
      try await withCheckedThrowingContinuation { continuation in
        waiting.enter(number, continuation)
        if delay > .zero {
          let time = Int(((stopwatch.elapsed() + delay) / Self.tick).rounded(.up))
          sleepers[time, default: []].append(number)
          setAlarm()
        } else {
          due.append(number)
          admit()
        }
      }
    } onCancel: {
      Task { await self.giveUp(number) }
    }
  }

  /// Lets the next have its turn.
  func endTurn() {
    underWay -= 1
    admit()
  }

  private func admit() {
    while underWay < maximumConcurrency, let number = due.popFirst() {
      guard let next = waiting.leave(number) else { continue }
      underWay += 1
      next.resume()
    }
  }

  private func giveUp(_ number: Int) { waiting.giveUp(number) }

  private func setAlarm() {
    guard let first = sleepers.keys.min() else { return }
    if let alarm, alarm.time <= first { return }
    alarm?.task.cancel()
    let task = Task {
      do {
        try await stopwatch.sleep(for: Self.tick * first - stopwatch.elapsed())
      } catch { return }
      ring()
    }
    alarm = (first, task)
  }

  private func ring() {
    alarm = nil
    let now = stopwatch.elapsed()
    for time in sleepers.keys.filter({ Self.tick * $0 <= now }).sorted() {
      due += sleepers.removeValue(forKey: time) ?? []
    }
    admit()
    setAlarm()
  }
}
