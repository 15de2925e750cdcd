/// The progress of a job.
public struct JobStatus<Output: Sendable>: Sendable {
  /// The meaning of a status.
  public enum State: Sendable {
    /// The service has the job, and has not begun. Statuses that are not known count as ``running``.
    case waiting
    /// The service works on it.
    case running
    /// There is a result.
    case completed(Output)
    /// There will be none, for this reason.
    case failed(JobFailure)
    /// It was cancelled at the service.
    case cancelled
  }

  /// The meaning of a status.
  public var state: State
  /// The service's own word for it, also where it is not known.
  public var rawStatus: String
  /// The share of the work that is done, from 0 to 1; `nil` when the service does not say.
  public var progress: Double?
  /// The time that the service asks to wait before the next question; `nil` when it does not say.
  public var retryAfter: Duration?

  /// Creates a status.
  public init(
    _ state: State, rawStatus: String, progress: Double? = nil, retryAfter: Duration? = nil
  ) {
    self.state = state
    self.rawStatus = rawStatus
    self.progress = progress
    self.retryAfter = retryAfter
  }

  /// Tells whether the job has ended, one way or another.
  public var isTerminal: Bool {
    switch state {
    case .waiting, .running: false
    case .completed, .failed, .cancelled: true
    }
  }
}

extension JobStatus {
  /// The same of what `transform` makes of a result.
  ///
  /// - Throws: What `transform` throws.
  func map<Other>(_ transform: (Output) throws -> Other) rethrows -> JobStatus<Other> {
    let other: JobStatus<Other>.State =
      switch state {
      case .waiting: .waiting
      case .running: .running
      case .completed(let output): .completed(try transform(output))
      case .failed(let failure): .failed(failure)
      case .cancelled: .cancelled
      }
    return JobStatus<Other>(
      other, rawStatus: rawStatus, progress: progress, retryAfter: retryAfter)
  }
}

/// The reason why a job has no result.
public struct JobFailure: Hashable, Sendable {
  /// The service's code; `nil` when it sent none.
  public var code: String?
  /// The service's reason.
  public var message: String
  /// Tells whether the service gives back what the job cost; `nil` when it does not say.
  public var isRefunded: Bool?
  /// Tells whether the same request may go well another time, as the service says; `nil` when it
  /// does not say.
  public var isRetryable: Bool?

  /// Creates a failure.
  public init(
    code: String? = nil, message: String, isRefunded: Bool? = nil, isRetryable: Bool? = nil
  ) {
    self.code = code
    self.message = message
    self.isRefunded = isRefunded
    self.isRetryable = isRetryable
  }
}
