/// Jobs and their results.
extension HooxClient: JobService {
  /// The job with a handle that was kept.
  public func job(_ handle: JobHandle) -> Job<HooxClient> { Job(handle, at: self) }

  /// The job with an ID that the service gave.
  public func job(id: String) -> Job<HooxClient> { job(JobHandle(service: "Hoox", id: id)) }

  /// Looks up an asset (https://docs.hoox.video/api-reference/assets/status), finished or not.
  ///
  /// - Throws: ``MediaError``, or `CancellationError`.
  public func asset(_ id: String) async throws -> HooxAsset {
    try await connection.send(.get("asset", "status", id)) { try HooxAsset(JSONObject($0)) }
  }

  /// Asks once how far a job is; ``asset(_:)`` as a status.
  public func status(of job: JobHandle) async throws -> JobStatus<HooxAsset> {
    try await asset(job.id).jobStatus
  }
}
