/// A service whose jobs can be followed.
///
/// Say how to ask for one job's status, and ``Job`` does the rest.
public protocol ReportingService<Output>: Sendable {
  /// The result of a job.
  associatedtype Output: Sendable

  /// Makes the calls.
  var connection: ServiceConnection { get }

  /// Asks once how far a job is.
  ///
  /// - Throws: ``MediaError``, or `CancellationError`.
  func status(of job: JobHandle) async throws -> JobStatus<Output>
}

extension ReportingService {
  /// The job with a handle that was kept.
  ///
  /// - Returns: The job with a handle that was kept.
  public func job(_ handle: JobHandle) -> Job<Output> { Job(handle, at: self) }

  /// The job with an ID that the service gave.
  ///
  /// - Returns: The job with an ID that the service gave.
  public func job(id: String) -> Job<Output> {
    job(JobHandle(service: connection.profile.name, id: id))
  }
}
