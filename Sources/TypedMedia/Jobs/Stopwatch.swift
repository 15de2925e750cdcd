/// The time since a start, on a clock of any kind.
package struct Stopwatch: Sendable {
  /// The time since the stopwatch was created.
  package let elapsed: @Sendable () -> Duration
  private let sleep: @Sendable (Duration) async throws -> Void

  /// Starts a stopwatch on `clock`.
  package init(_ clock: any Clock<Duration>) { self.init(on: clock) }

  private init<Source: Clock<Duration>>(on clock: Source) {
    let start = clock.now
    elapsed = { start.duration(to: clock.now) }
    sleep = { try await clock.sleep(until: clock.now.advanced(by: $0), tolerance: nil) }
  }

  /// Sleeps on the same clock.
  package func sleep(for duration: Duration) async throws { try await sleep(duration) }
}
