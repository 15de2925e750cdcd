/// The rule of when a call that failed is made again.
///
/// Only what can do no harm is: a call that reads; one that surely did not reach the service or that it
/// surely did not take; one that the service knows again by an ID of ours. The delays grow from one
/// retry to the next, each drawn at random from zero to its bound, so that many clients do not come
/// back at once. What the service asks for (`Retry-After`) is waited in full, if it is not too long.
public struct RetryPolicy: Hashable, Sendable {
  /// The number of times that a call is made again; 0 for never.
  public var maximumRetries: Int
  /// The longest delay before the first retry. The bound doubles with each retry.
  public var first: Duration
  /// The longest delay before any retry.
  public var longest: Duration
  /// The longest wait that a service may ask for. Where it asks for more, the call fails with
  /// ``MediaError/retryAfter`` set.
  public var patience: Duration

  /// Creates a policy. Negative values count as zero.
  public init(
    maximumRetries: Int = 4,
    first: Duration = .milliseconds(500),
    longest: Duration = .seconds(20),
    patience: Duration = .seconds(300)
  ) {
    self.maximumRetries = max(maximumRetries, 0)
    self.first = max(first, .zero)
    self.longest = max(longest, .zero)
    self.patience = max(patience, .zero)
  }

  /// Never makes a call again.
  public static let never = RetryPolicy(maximumRetries: 0)

  /// The time to wait before a retry; `nil` to give up.
  ///
  /// - Parameters:
  ///   - number: The retry's number, from 1.
  ///   - advised: How long the service asked to wait; `nil` when it did not say.
  func delay(beforeRetry number: Int, advised: Duration?) -> Duration? {
    guard number <= maximumRetries else { return nil }
    // Beyond 30 doublings every delay is the longest.
    let bound = min(first * (1 << min(number - 1, 30)), longest)
    let jitter = bound * Double.random(in: 0...1)
    guard let advised else { return jitter }
    return advised <= patience ? advised + min(jitter, first) : nil
  }
}
