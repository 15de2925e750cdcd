/// The statuses of a job, until it has ended.
public struct JobUpdates<Service: JobService>: AsyncSequence, Sendable {
  /// What the sequence is made of.
  public typealias Element = JobStatus<Service.Output>

  let job: Job<Service>

  /// Starts from the first.
  public func makeAsyncIterator() -> Iterator { Iterator(job) }

  /// Asks for a status, and waits between the questions.
  public struct Iterator: AsyncIteratorProtocol {
    private let job: Job<Service>
    private var delays: PollingPolicy.Iterator
    /// When the first question was due, on the connection's stopwatch.
    private let start: Duration
    private var isFirst = true
    /// How long the service asked to wait, when it last could not answer.
    private var advised = Duration.zero
    private var hasEnded = false

    init(_ job: Job<Service>) {
      self.job = job
      let connection = job.service.connection
      delays = (connection.configuration.polling ?? connection.profile.polling).makeIterator()
      start = connection.stopwatch.elapsed()
    }

    /// Waits until the next question is due, and returns the answer; `nil` once the job has ended.
    public mutating func next() async throws -> Element? {
      while !hasEnded {
        let scheduler = job.service.connection.scheduler
        try await scheduler.turn(after: delay())
        do {
          // In a task of its own, for a task keeps the most memory that it ever needed, and thousands
          // of waits are to keep little.
          let job = job
          async let question = job.status()
          let status = try await question
          await scheduler.endTurn()
          hasEnded = status.isTerminal
          return status
        } catch {
          await scheduler.endTurn()
          advised = try Self.advice(in: error)
        }
      }
      return nil
    }

    /// How long the service asks to wait, where the failure may pass.
    // Not inlined, for thousands of waits would keep room for the error.
    @inline(never)
    private static func advice(in error: any Error) throws -> Duration {
      guard let error = error as? MediaError, error.isTransient else { throw error }
      return error.retryAfter ?? .zero
    }

    /// How long to wait before the next question.
    @inline(never)
    private mutating func delay() throws -> Duration {
      guard !isFirst else {
        isFirst = false
        return .zero
      }
      let elapsed = job.service.connection.stopwatch.elapsed() - start
      let deadline = delays.policy.deadline
      guard elapsed < deadline, let delay = delays.next() else {
        hasEnded = true
        throw job.error(
          .timedOut,
          "The job had not ended after \(deadline). It still runs; follow it again.")
      }
      defer { advised = .zero }
      return Swift.min(Swift.max(delay, advised), deadline - elapsed)
    }
  }
}
