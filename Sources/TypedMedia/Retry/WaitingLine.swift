/// Those who wait for their turn at an actor, by the numbers in which they came. Each may give up at any time.
struct WaitingLine {
  private var waiting: [Int: CheckedContinuation<Void, any Error>] = [:]
  private var arrivals = 0

  /// How many wait.
  var count: Int { waiting.count }
  /// Tells whether nobody waits.
  var isEmpty: Bool { waiting.isEmpty }

  /// The number for who comes next.
  mutating func nextNumber() -> Int {
    arrivals += 1
    return arrivals
  }

  /// Lets the one with `number` wait.
  mutating func enter(_ number: Int, _ continuation: CheckedContinuation<Void, any Error>) {
    waiting[number] = continuation
  }

  /// Takes the one with `number` out, to be resumed; `nil` for one that gave up.
  mutating func leave(_ number: Int) -> CheckedContinuation<Void, any Error>? {
    waiting.removeValue(forKey: number)
  }

  /// Lets the one with `number` wait no longer.
  mutating func giveUp(_ number: Int) {
    leave(number)?.resume(throwing: CancellationError())
  }
}
