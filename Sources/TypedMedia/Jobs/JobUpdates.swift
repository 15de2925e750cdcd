/// The statuses of a job, until it has ended.
public struct JobUpdates<Service: JobService>: AsyncSequence, Sendable {
  /// What the sequence is made of.
  public typealias Element = JobStatus<Service.Output>

  let job: Job<Service>
  let service: Service

  /// Starts from the first.
  public func makeAsyncIterator() -> Iterator {
    let connection = service.connection
    let polling = connection.configuration.polling ?? connection.profile.polling
    return Iterator(
      job: job, delays: polling.makeIterator(),
      stopwatch: Stopwatch(connection.configuration.clock), scheduler: connection.scheduler,
      deadline: polling.deadline)
  }

  /// Asks for a status, and waits between the questions.
  public struct Iterator: AsyncIteratorProtocol {
    let job: Job<Service>
    var delays: PollingPolicy.Iterator
    let stopwatch: Stopwatch
    let scheduler: JobScheduler
    let deadline: Duration
    var isFirst = true
    /// How long the service asked to wait, when it last could not answer.
    var advised = Duration.zero
    var hasEnded = false

    /// Waits until the next question is due, and returns the answer; `nil` once the job has ended.
    public mutating func next() async throws -> Element? {
      while !hasEnded {
        try await scheduler.turn(after: delay())
        do {
          let status = try await job.status()
          await scheduler.endTurn()
          hasEnded = status.isTerminal
          return status
        } catch {
          await scheduler.endTurn()
          guard let error = error as? MediaError, error.isTransient else { throw error }
          advised = error.retryAfter ?? .zero
        }
      }
      return nil
    }

    /// How long to wait before the next question.
    private mutating func delay() throws -> Duration {
      guard !isFirst else {
        isFirst = false
        return .zero
      }
      let elapsed = stopwatch.elapsed()
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
