/// A service whose jobs can be cancelled, at least before they have begun.
public protocol CancellingService: ReportingService {
  /// Cancels a job.
  ///
  /// - Returns: What the service says of it, for people; `nil` when it says nothing.
  /// - Throws: ``MediaError``, with the code ``MediaError/Code/notCancellable`` when it is too late; or
  ///   `CancellationError`.
  @discardableResult
  func cancel(_ job: JobHandle) async throws -> String?
}

extension Job where Output: JobOutput, Output.ServiceClient: CancellingService {
  /// Cancels the job at the service. To stop waiting for it, cancel the task that waits.
  ///
  /// - Returns: What the service says of it, for people; `nil` when it says nothing.
  /// - Throws: ``MediaError``, with the code ``MediaError/Code/notCancellable`` when it is too late; or
  ///   `CancellationError`.
  @discardableResult
  public func cancel() async throws -> String? {
    // Only a job that was made by hand, of another service, is of none that cancels.
    guard let service = service as? any CancellingService else {
      throw error(.notCancellable, "\(handle.service) does not cancel jobs.")
    }
    return try await service.cancel(handle)
  }
}
