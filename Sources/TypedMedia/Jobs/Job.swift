import Foundation

/// A job that a service has accepted.
///
/// ``result()`` waits for what it makes; ``updates`` shows how it gets there. Both only watch:
/// stopping them leaves the job running, and it can be followed again with its ``handle``.
public struct Job<Output: Sendable>: Sendable, Identifiable {
  private let storage: Storage

  /// Creates a job from its handle.
  public init(_ handle: JobHandle, at service: some ReportingService<Output>) {
    storage = Storage(handle, service)
  }

  /// The handle to keep to find the job again.
  public var handle: JobHandle { storage.handle }
  var service: any ReportingService<Output> { storage.service }

  /// Kept once, for who waits for thousands of jobs has several copies of each.
  private final class Storage: Sendable {
    let handle: JobHandle
    let service: any ReportingService<Output>

    init(_ handle: JobHandle, _ service: any ReportingService<Output>) {
      self.handle = handle
      self.service = service
    }
  }

  /// The job's ID at the service.
  public var id: String { handle.id }

  /// Asks once how far the job is.
  ///
  /// A job that the service does not know is waiting, with the status `404`, for a while after it was
  /// submitted: a service may learn of its own jobs with delay.
  ///
  /// - Returns: How far it is.
  /// - Throws: ``MediaError``, or `CancellationError`.
  public func status() async throws -> JobStatus<Output> {
    do {
      return try await service.status(of: handle)
    } catch let error as MediaError where error.code == .notFound && mayAppear {
      return JobStatus(.waiting, rawStatus: "404")
    } catch let error as MediaError {
      throw error.about(handle)
    }
  }

  private var mayAppear: Bool {
    guard let submittedAt = handle.submittedAt else { return false }
    let connection = service.connection
    let age = abs(connection.now.timeIntervalSince(submittedAt))
    return age < connection.profile.timeToAppear / .seconds(1)
  }

  /// The job's statuses, from now until it has ended, as often as the service's polling policy says.
  ///
  /// A failure that may pass (a lost connection, a full rate limit, a few answers in a row that make no
  /// sense) does not end the sequence: the next question is asked when the next is due, or when the service
  /// says. Its iterator throws ``MediaError``: one with the code ``MediaError/Code/timedOut`` at the
  /// policy's deadline, also while a question hangs; ``MediaError/lastStatus`` is then the last word that
  /// the service had for the job.
  public var updates: JobUpdates<Output> { JobUpdates(job: self) }

  /// Waits for what the job makes.
  ///
  /// Cancelling the task stops the wait at once, and leaves the job running.
  ///
  /// - Returns: What it made.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/generationFailed``,
  ///   ``MediaError/Code/generationCancelled``, ``MediaError/Code/timedOut`` or that of the question
  ///   that failed; or `CancellationError`. The error has the job's handle.
  public func result() async throws -> Output {
    for try await status in updates {
      if let output = try output(of: status) { return output }
    }
    try Task.checkCancellation()
    throw error(.interrupted, "The job's updates ended before it did.")
  }

  /// What the job has made; `nil` while it has not ended.
  // Not inlined, for thousands of waits would keep room for its errors.
  @inline(never)
  private func output(of status: JobStatus<Output>) throws -> Output? {
    switch status.state {
    case .waiting, .running: return nil
    case .completed(let output): return output
    case .failed(let failure):
      var error = error(.generationFailed, "\(handle.service) made nothing: \(failure.message)")
      error.serviceCode = failure.code
      error.isRefunded = failure.isRefunded
      error.isRetryable = failure.isRetryable
      throw error
    case .cancelled:
      throw error(.generationCancelled, "The job was cancelled at \(handle.service).")
    }
  }

  /// Says that the app has what the job made, or knows that there is nothing; see
  /// ``ReportingService/acknowledge(_:)``.
  public func acknowledge() async throws { try await service.acknowledge(handle) }

  @inline(never)
  func error(_ code: MediaError.Code, _ message: String) -> MediaError {
    MediaError(code, message, service: handle.service, model: handle.model, job: handle)
  }
}
