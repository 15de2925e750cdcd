import Foundation

/// A clock on which sleeping takes no time: whoever sleeps moves it on.
///
/// Give it to a client and to whatever plays its service, and minutes of waiting pass at once.
///
/// ```swift
/// let clock = VirtualClock()
/// let configuration = ClientConfiguration(transport: transport, clock: clock)
/// ```
public struct VirtualClock: Clock {
  /// A time on the clock.
  public struct Instant: InstantProtocol {
    let sinceStart: Duration

    /// The time `duration` later.
    ///
    /// - Returns: The time `duration` later.
    public func advanced(by duration: Duration) -> Instant {
      Instant(sinceStart: sinceStart + duration)
    }
    /// Measures the time until `other`.
    ///
    /// - Returns: The time until `other`.
    public func duration(to other: Instant) -> Duration { other.sinceStart - sinceStart }
    /// Tells whether the first is earlier.
    ///
    /// - Returns: `true` if it is.
    public static func < (first: Instant, second: Instant) -> Bool {
      first.sinceStart < second.sinceStart
    }
  }

  private final class State: @unchecked Sendable {
    private let lock = NSLock()
    private var time = Duration.zero

    /// Moves the time to `later`, unless it is later already, and returns it.
    @discardableResult
    func advance(to later: Duration) -> Duration {
      lock.withLock {
        time = max(time, later)
        return time
      }
    }
  }

  private let state = State()

  /// Creates a clock that shows zero.
  public init() {}

  /// The time that the clock shows.
  public var now: Instant { Instant(sinceStart: state.advance(to: .zero)) }
  /// The smallest step.
  public var minimumResolution: Duration { .nanoseconds(1) }

  /// Moves the clock on by `duration`.
  public func advance(by duration: Duration) {
    state.advance(to: now.sinceStart + duration)
  }

  /// Moves the clock to `deadline`, and lets other tasks run.
  public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    state.advance(to: deadline.sinceStart)
    await Task.yield()
  }
}
