/// A service whose jobs can be followed.
///
/// Say how to ask for one job's status, and ``Job`` does the rest.
public protocol JobService: Sendable {
  /// What a job makes.
  associatedtype Output: Sendable

  /// How to wait for a job.
  var polling: PollingPolicy { get }
  /// Measures the waits.
  var clock: any Clock<Duration> { get }

  /// Asks once how far a job is.
  ///
  /// - Throws: ``MediaError``, or `CancellationError`.
  func status(of job: JobHandle) async throws -> JobStatus<Output>
}
