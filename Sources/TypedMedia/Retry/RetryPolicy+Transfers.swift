/// A failure that may pass.
struct Setback: Error {
  /// What to throw if it does not.
  let error: MediaError
  /// Tells whether something was gained before it, so that the next try is not the same again.
  var madeProgress = false
}

extension RetryPolicy {
  /// The most tries at one transfer, whatever each of them brings.
  static var mostTries: Int { 1_000 }

  /// Makes `attempt` again for as long as it throws a ``Setback`` and there are tries left. Whatever
  /// brings it on starts the count anew.
  func retrying<Value>(
    on stopwatch: Stopwatch, _ attempt: () async throws -> Value
  ) async throws -> Value {
    var failures = 0
    var tries = 0
    while true {
      tries += 1
      do {
        return try await attempt()
      } catch let setback as Setback {
        try Task.checkCancellation()
        failures = setback.madeProgress ? 1 : failures + 1
        let advised = setback.error.retryAfter
        guard tries < Self.mostTries, let delay = delay(beforeRetry: failures, advised: advised)
        else {
          throw setback.error
        }
        try await stopwatch.sleep(for: delay)
      }
    }
  }

  /// Tells whether an answer with `status` may be another one later.
  static func mayPass(_ status: Int) -> Bool {
    status == 408 || status == 429 || (500...599).contains(status)
  }
}
