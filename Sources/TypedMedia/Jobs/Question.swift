/// One question for a job's status, which may take no longer than a limit.
struct Question<Output: Sendable>: Sendable {
  /// What comes back.
  enum Answer: Sendable {
    case status(JobStatus<Output>)
    case failure(any Error)
    /// The time was over before there was one. A process that was suspended meanwhile hears of that late.
    case none(wasSuspended: Bool)
  }

  private let job: Job<Output>
  private let limit: Duration

  /// What a timer may be late by where nothing was suspended.
  private static var tolerance: Duration { .seconds(5) }

  init(_ job: Job<Output>, within limit: Duration) {
    self.job = job
    // No timer takes any number.
    self.limit = min(limit, .seconds(366 * 86_400))
  }

  /// Asks, in a task of its own: a task keeps the most memory that it ever needed, and thousands of waits
  /// are to keep little. A question that hangs is left behind, whether it can be cancelled or not.
  ///
  /// The limit is of real time, whatever clock the client waits on: it is about a network that hangs.
  func answer() async -> Answer {
    let (answers, answer) = AsyncStream<Answer>.makeStream(bufferingPolicy: .bufferingOldest(1))
    let question = Task { [job] in
      do { answer.yield(.status(try await job.status())) } catch { answer.yield(.failure(error)) }
    }
    let alarm = Task { [limit] in
      let start = ContinuousClock.now
      try await Task.sleep(for: limit)
      let lateness = ContinuousClock.now - start - limit
      answer.yield(.none(wasSuspended: lateness > Self.tolerance))
    }
    defer {
      question.cancel()
      alarm.cancel()
    }
    for await answer in answers { return answer }
    // The sequence ends without an element when this task is cancelled.
    return .failure(CancellationError())
  }
}
