/// How long to wait between two questions for a job's status, and for how long in all.
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
  /// When to stop waiting. The job goes on.
  public var deadline: Duration

  /// Creates a policy. What makes no sense is put right: delays of at least a millisecond, a growth
  /// of at least 1, a jitter from 0 to 1.
  public init(
    first: Duration = .seconds(2),
    longest: Duration = .seconds(5),
    growth: Double = 1.25,
    jitter: Double = 0.1,
    deadline: Duration = .seconds(15 * 60)
  ) {
    self.first = Swift.max(first, .milliseconds(1))
    self.longest = Swift.max(longest, self.first)
    self.growth = Swift.max(growth, 1)
    self.jitter = Swift.min(Swift.max(jitter, 0), 1)
    self.deadline = deadline
  }

  /// Starts from the first.
  public func makeIterator() -> Iterator { Iterator(policy: self, upcoming: first) }

  /// Makes the delays, without end.
  public struct Iterator: IteratorProtocol, Sendable {
    let policy: PollingPolicy
    var upcoming: Duration

    /// The next delay; there always is one.
    public mutating func next() -> Duration? {
      let delay = upcoming
      upcoming = Swift.min(upcoming * policy.growth, policy.longest)
      guard policy.jitter > 0 else { return delay }
      return delay * Double.random(in: (1 - policy.jitter)...(1 + policy.jitter))
    }
  }
}
