/// The statuses of a job, until it has ended.
public struct JobUpdates<Output: Sendable>: AsyncSequence, Sendable {
  /// The element of the sequence.
  public typealias Element = JobStatus<Output>

  let job: Job<Output>

  /// Starts from the first.
  ///
  /// - Returns: An iterator.
  public func makeAsyncIterator() -> Iterator { Iterator(job) }

  /// Asks for a status, and waits between the questions.
  public struct Iterator: AsyncIteratorProtocol {
    private let job: Job<Output>
    private var delays: PollingPolicy.Iterator
    /// The date when the first question was due, on the connection's stopwatch.
    private let start: Duration
    private var isFirst = true
    /// The time that the service asked to wait.
    private var advised = Duration.zero
    /// The last status, in the service's own word; `nil` before there was one.
    private var lastStatus: String?
    /// The number of answers that in a row could not be read.
    private var oddAnswers = 0
    private var lastChance = LastChance.none
    private var hasEnded = false

    /// Tells whether there is one more question when the time is over.
    ///
    /// An app that was suspended wakes up behind the deadline, at first without a network. Its job may have
    /// ended long ago, so that it is not told of a time-out before the service was asked.
    private enum LastChance {
      /// The last question was answered.
      case none
      /// The last question got no answer.
      case due
      /// This is the one.
      case taken
    }

    init(_ job: Job<Output>) {
      self.job = job
      let connection = job.service.connection
      delays = (connection.configuration.polling ?? connection.profile.polling).makeIterator()
      start = connection.stopwatch.elapsed()
    }

    /// Waits until the next question is due, and returns the answer; `nil` once the job has ended.
    ///
    /// - Returns: The answer; `nil` once the job has ended.
    public mutating func next() async throws -> Element? {
      while !hasEnded {
        let scheduler = job.service.connection.scheduler
        try await scheduler.turn(after: delay())
        let answer = await Question(job, within: timeLimit).answer()
        await scheduler.endTurn()
        if let status = try note(answer) { return status }
      }
      return nil
    }

    /// Remembers what came back, and returns the status that it is; `nil` to ask again.
    // Not inlined, for thousands of waits would keep room for the errors.
    @inline(never)
    private mutating func note(_ answer: Question<Output>.Answer) throws -> Element? {
      switch answer {
      case .status(let status):
        lastStatus = status.rawStatus
        advised = status.retryAfter ?? .zero
        oddAnswers = 0
        lastChance = .none
        hasEnded = status.isTerminal
        return status
      case .failure(let error as MediaError) where error.isTransient || isOddAnswer(error):
        advised = error.retryAfter ?? .zero
        if lastChance == .none { lastChance = .due }
        return nil
      case .failure(let error):
        hasEnded = true
        throw error
      case .none(let wasSuspended):
        if wasSuspended, lastChance == .none {
          lastChance = .due
          return nil
        }
        throw timeout()
      }
    }

    /// Tells whether `error` is about an answer that makes no sense, and there were few of those in
    /// a row: a gateway's page, or a job that is done before its result is there.
    private mutating func isOddAnswer(_ error: MediaError) -> Bool {
      guard [.malformedResponse, .redirectRefused].contains(error.code) else { return false }
      oddAnswers += 1
      return oddAnswers <= 5
    }

    private var elapsed: Duration { job.service.connection.stopwatch.elapsed() - start }
    private var deadline: Duration { delays.policy.deadline }

    /// The time that the next question may take. The one that is due at the deadline gets a moment.
    private var timeLimit: Duration {
      lastChance == .taken ? .seconds(30) : Swift.max(deadline - elapsed, .seconds(2))
    }

    /// The time to wait before the next question.
    @inline(never)
    private mutating func delay() throws -> Duration {
      guard !isFirst else {
        isFirst = false
        return .zero
      }
      let elapsed = elapsed
      guard elapsed < deadline, let delay = delays.next() else {
        guard lastChance == .due else { throw timeout() }
        lastChance = .taken
        return .zero
      }
      return Swift.min(Swift.max(delay, advised), deadline - elapsed)
    }

    @inline(never)
    private mutating func timeout() -> MediaError {
      hasEnded = true
      let status =
        lastStatus.map { "its last status was \"\($0)\"" } ?? "the service told no status"
      var error = job.error(
        .timedOut,
        "The job had not ended after \(deadline.text); \(status). Follow it again to go on waiting."
      )
      error.lastStatus = lastStatus
      return error
    }
  }
}
