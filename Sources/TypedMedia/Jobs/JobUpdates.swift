/// The statuses of a job, until it has ended.
public struct JobUpdates<Service: JobService>: AsyncSequence, Sendable {
  /// What the sequence is made of.
  public typealias Element = JobStatus<Service.Output>

  let job: Job<Service>
  let service: Service

  /// Starts from the first.
  public func makeAsyncIterator() -> Iterator {
    Iterator(
      job: job, delays: service.polling.makeIterator(), stopwatch: Stopwatch(service.clock),
      deadline: service.polling.deadline)
  }

  /// Asks for a status, and waits between the questions.
  public struct Iterator: AsyncIteratorProtocol {
    let job: Job<Service>
    var delays: PollingPolicy.Iterator
    let stopwatch: Stopwatch
    let deadline: Duration
    var isFirst = true
    var hasEnded = false

    /// Waits until the next question is due, and returns the answer; `nil` once the job has ended.
    public mutating func next() async throws -> Element? {
      while !hasEnded {
        if !isFirst { try await wait(atLeast: .zero) }
        isFirst = false
        do {
          let status = try await job.status()
          hasEnded = status.isTerminal
          return status
        } catch let error as MediaError where error.isTransient {
          if let retryAfter = error.retryAfter { try await wait(atLeast: retryAfter) }
        }
      }
      return nil
    }

    private mutating func wait(atLeast shortest: Duration) async throws {
      let elapsed = stopwatch.elapsed()
      guard elapsed < deadline, let delay = delays.next() else {
        hasEnded = true
        throw job.error(
          .timedOut,
          "The job had not ended after \(deadline). It still runs; follow it again.")
      }
      try await stopwatch.sleep(for: Swift.max(shortest, Swift.min(delay, deadline - elapsed)))
    }
  }
}
