/// A job that a service has accepted.
///
/// ``result()`` waits for what it makes; ``updates`` shows how it gets there. Both only watch:
/// stopping them leaves the job running, and it can be followed again with its ``handle``.
public struct Job<Service: JobService>: Sendable, Identifiable {
  /// What to keep to find the job again.
  public let handle: JobHandle
  private let service: Service

  /// Creates a job from its handle.
  public init(_ handle: JobHandle, at service: Service) {
    self.handle = handle
    self.service = service
  }

  /// The job's ID at the service.
  public var id: String { handle.id }

  /// Asks once how far the job is.
  ///
  /// - Throws: ``MediaError``, or `CancellationError`.
  public func status() async throws -> JobStatus<Service.Output> {
    do {
      return try await service.status(of: handle)
    } catch var error as MediaError {
      error.job = handle
      error.model = error.model ?? handle.model
      throw error
    }
  }

  /// The job's statuses, from now until it has ended, as often as the service's polling policy says.
  ///
  /// A failure that may pass (a lost connection, a full rate limit) does not end the sequence: the
  /// next question is asked when the next is due. Its iterator throws ``MediaError``: for one with
  /// the code ``MediaError/Code/timedOut`` the job still runs.
  public var updates: JobUpdates<Service> { JobUpdates(job: self, service: service) }

  /// Waits for what the job makes.
  ///
  /// Cancelling the task stops the wait at once, and leaves the job running.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/generationFailed``,
  ///   ``MediaError/Code/generationCancelled``, ``MediaError/Code/timedOut`` or that of the question
  ///   that failed; or `CancellationError`. The error has the job's handle.
  public func result() async throws -> Service.Output {
    for try await status in updates {
      switch status.state {
      case .waiting, .running: continue
      case .completed(let output): return output
      case .failed(let failure):
        var error = error(.generationFailed, "\(handle.service) made nothing: \(failure.message)")
        error.serviceCode = failure.code
        error.isRefunded = failure.isRefunded
        throw error
      case .cancelled:
        throw error(.generationCancelled, "The job was cancelled at \(handle.service).")
      }
    }
    try Task.checkCancellation()
    throw error(.interrupted, "The job's updates ended before it did.")
  }

  /// Says that the app has what the job made, or knows that there is nothing; see
  /// ``JobService/acknowledge(_:)``.
  public func acknowledge() async throws { try await service.acknowledge(handle) }

  func error(_ code: MediaError.Code, _ message: String) -> MediaError {
    MediaError(code, message, service: handle.service, model: handle.model, job: handle)
  }
}
