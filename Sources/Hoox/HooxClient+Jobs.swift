/// Jobs and their results.
extension HooxClient: JobService {
  /// Looks up an asset (https://docs.hoox.video/api-reference/assets/status), finished or not.
  ///
  /// - Throws: `MediaError`, or `CancellationError`.
  public func asset(_ id: String) async throws -> HooxAsset {
    try await asset(id, priority: .medium)
  }

  /// Asks once how far a job is; ``asset(_:)`` as a status.
  public func status(of job: JobHandle) async throws -> JobStatus<HooxAsset> {
    try await asset(job.id, priority: .background).jobStatus
  }

  private func asset(_ id: String, priority: TaskPriority) async throws -> HooxAsset {
    try await connection.send(.get("asset", "status", id, priority: priority)) {
      try HooxAsset($0.object)
    }
  }
}
