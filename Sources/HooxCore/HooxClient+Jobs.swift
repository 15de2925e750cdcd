/// Jobs and their results.
extension HooxClient: ReportingService {
  /// Looks up an asset (https://docs.hoox.video/api-reference/assets/status), finished or not.
  ///
  /// - Returns: What the service says of it.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func asset(_ id: String) async throws -> HooxAsset {
    try await connection.send(statusCall(id, .medium)) { try HooxAsset($0.object) }
  }

  /// Asks once how far a job is; ``asset(_:)`` as a status.
  ///
  /// - Returns: How far it is.
  /// - Throws: `MediaError`, also with the code `MediaError.Code.malformedResponse` where the asset is
  ///   completed and has no address; or `CancellationError`.
  public func status(of job: JobHandle) async throws -> JobStatus<HooxAsset> {
    try await connection.send(statusCall(job.id, .background)) {
      try HooxAsset($0.object).jobStatus()
    }
  }

  private func statusCall(_ id: String, _ priority: TaskPriority) -> ServiceCall {
    .get("asset", "status", id, priority: priority)
  }
}
