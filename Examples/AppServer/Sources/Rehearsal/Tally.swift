/// A count that one can wait for.
public actor Tally {
  /// How often something happened.
  public private(set) var count = 0
  private let changes: AsyncStream<Void>
  private let change: AsyncStream<Void>.Continuation

  /// Creates a count of zero.
  public init() { (changes, change) = AsyncStream.makeStream() }

  /// Counts one more.
  public func add() {
    count += 1
    change.yield()
  }

  /// Waits until the count is `target` or more, or the task is cancelled. One may wait at a time.
  public func reaches(_ target: Int) async {
    guard count < target else { return }
    for await _ in changes where count >= target { return }
  }
}
