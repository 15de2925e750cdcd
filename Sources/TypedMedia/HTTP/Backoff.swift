/// How long to wait before something is tried again, and how often.
///
/// It is the sequence of the delays. Each is drawn at random between zero and a bound that doubles up
/// to the longest, so that many who failed together do not come back together.
public struct Backoff: Sequence, Hashable, Sendable {
  /// The bound of the first delay.
  public var first: Duration
  /// The bound that no delay exceeds.
  public var longest: Duration
  /// How often to try again before giving up. Whatever brings a transfer on starts the count anew.
  public var retries: Int
  /// The longest wait that a server may ask for with `Retry-After`. It is waited for in full; a server
  /// that asks for more is not asked again.
  public var patience: Duration

  /// Creates a backoff. What makes no sense is put right: nothing is negative.
  public init(
    first: Duration = .milliseconds(500),
    longest: Duration = .seconds(30),
    retries: Int = 5,
    patience: Duration = .seconds(300)
  ) {
    self.first = Swift.max(first, .zero)
    self.longest = Swift.max(longest, self.first)
    self.retries = Swift.max(retries, 0)
    self.patience = Swift.max(patience, .zero)
  }

  /// Starts from the first.
  public func makeIterator() -> Iterator {
    Iterator(bound: first, longest: longest, remaining: retries)
  }

  /// Draws the delays.
  public struct Iterator: IteratorProtocol, Sendable {
    var bound: Duration
    let longest: Duration
    var remaining: Int

    /// The next delay; `nil` when it is time to give up.
    public mutating func next() -> Duration? {
      guard remaining > 0 else { return nil }
      remaining -= 1
      let delay = bound * Double.random(in: 0...1)
      bound = Swift.min(bound * 2, longest)
      return delay
    }
  }
}

/// A failure that may pass.
struct Setback: Error {
  /// What to throw if it does not.
  let error: MediaError
  /// Whether something was gained before it, so that the next try is not the same again.
  var madeProgress = false
}

extension Backoff {
  /// Makes `attempt` again for as long as it throws a ``Setback`` and there are tries left.
  func retrying<Value>(
    on stopwatch: Stopwatch, _ attempt: () async throws -> Value
  ) async throws -> Value {
    var delays = makeIterator()
    while true {
      do {
        return try await attempt()
      } catch let setback as Setback {
        try Task.checkCancellation()
        if setback.madeProgress { delays = makeIterator() }
        let advised = setback.error.retryAfter ?? .zero
        guard advised <= patience, let delay = delays.next() else { throw setback.error }
        try await stopwatch.sleep(for: Swift.max(delay, advised))
      }
    }
  }

  /// Whether an answer with `status` may be another one later.
  static func mayPass(_ status: Int) -> Bool {
    status == 408 || status == 429 || (500...599).contains(status)
  }
}
