/// The rule of how long to wait between two questions for a job's status, and for how long in all.
///
/// It is the sequence of the delays, which grow from the first to the longest and then stay there:
///
/// ```swift
/// Array(PollingPolicy(first: .seconds(2), longest: .seconds(5), growth: 2, jitter: 0).prefix(4))
/// // 2 s, 4 s, 5 s, 5 s
/// ```
public struct PollingPolicy: Sequence, Hashable, Sendable {
  /// The first delay.
  public var first: Duration
  /// The longest delay.
  public var longest: Duration
  /// By how much each delay is longer than the one before; 1 for equal delays.
  public var growth: Double
  /// By how much of itself a delay is varied at random, so that many jobs do not ask at once: 0.1 for
  /// a tenth more or less.
  public var jitter: Double
  /// The time after which to stop waiting. The job goes on.
  public var deadline: Duration

  /// Creates a policy. What makes no sense is put right: delays are from a millisecond to a day, the
  /// growth is from 1 to 1,000, the jitter from 0 to 1.
  public init(
    first: Duration = .seconds(2),
    longest: Duration = .seconds(5),
    growth: Double = 1.25,
    jitter: Double = 0.1,
    deadline: Duration = .seconds(15 * 60)
  ) {
    let day = Duration.seconds(86_400)
    self.first = Swift.min(Swift.max(first, .milliseconds(1)), day)
    self.longest = Swift.min(Swift.max(longest, self.first), day)
    self.growth = growth >= 1 ? Swift.min(growth, 1_000) : 1
    self.jitter = jitter >= 0 ? Swift.min(jitter, 1) : 0
    self.deadline = deadline
  }

  /// Starts from the first.
  ///
  /// - Returns: An iterator.
  public func makeIterator() -> Iterator { Iterator(policy: self, upcoming: first) }

  /// Makes the delays, without end.
  public struct Iterator: IteratorProtocol, Sendable {
    let policy: PollingPolicy
    var upcoming: Duration

    /// The next delay; there always is one.
    ///
    /// - Returns: The next delay; there always is one.
    public mutating func next() -> Duration? {
      let delay = upcoming
      upcoming = Swift.min(upcoming * policy.growth, policy.longest)
      guard policy.jitter > 0 else { return delay }
      return delay * Double.random(in: (1 - policy.jitter)...(1 + policy.jitter))
    }
  }
}
