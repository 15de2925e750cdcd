/// Wakes up who waits to ask about a job: one timer for all, however many there are.
actor JobScheduler {
  private let stopwatch: Stopwatch
  /// Who waits for a time, which is counted in ``tick``s.
  private var sleepers: [Int: [Int: CheckedContinuation<Void, any Error>]] = [:]
  private var arrivals = 0
  private var alarm: (time: Int, task: Task<Void, Never>)?

  /// Waits that end within it end together.
  private static let tick = Duration.milliseconds(20)

  init(stopwatch: Stopwatch) { self.stopwatch = stopwatch }

  /// Waits for `duration`, or up to a fiftieth of a second longer.
  ///
  /// - Throws: `CancellationError`, at once when the task is cancelled.
  func sleep(for duration: Duration) async throws {
    let number = arrivals
    arrivals += 1
    let time = Int(((stopwatch.elapsed() + duration) / Self.tick).rounded(.up))
    try await withTaskCancellationHandler {
      try Task.checkCancellation()
      try await withCheckedThrowingContinuation { continuation in
        sleepers[time, default: [:]][number] = continuation
        setAlarm()
      }
    } onCancel: {
      Task { await self.giveUp(number, waitingFor: time) }
    }
  }

  private func giveUp(_ number: Int, waitingFor time: Int) {
    sleepers[time]?.removeValue(forKey: number)?.resume(throwing: CancellationError())
    if sleepers[time]?.isEmpty == true { sleepers[time] = nil }
  }

  private func setAlarm() {
    guard let first = sleepers.keys.min() else { return }
    if let alarm, alarm.time <= first { return }
    alarm?.task.cancel()
    let task = Task {
      do { try await stopwatch.sleep(for: Self.tick * first - stopwatch.elapsed()) } catch {
        return
      }
      ring()
    }
    alarm = (first, task)
  }

  private func ring() {
    alarm = nil
    let now = stopwatch.elapsed()
    for time in sleepers.keys where Self.tick * time <= now {
      for sleeper in (sleepers.removeValue(forKey: time) ?? [:]).values { sleeper.resume() }
    }
    setAlarm()
  }
}
