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

  /// Says whether the jobs of a submission in the ledger are of the kind that this follows; by
  /// default, all of the service's are.
  ///
  /// A service that makes several kinds of things, which are asked for in different ways, has a
  /// client for each kind, on one connection. Each then recovers its own.
  ///
  /// - Returns: Whether they are.
  func follows(_ submission: LedgerSubmission) -> Bool
}

extension ReportingService {
  /// Says that they are, whatever was submitted.
  public func follows(_ submission: LedgerSubmission) -> Bool { true }

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
