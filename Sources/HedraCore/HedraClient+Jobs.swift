import Foundation

/// Jobs and their results.
extension HedraClient: ReportingService {
  /// Looks up a generation (https://www.hedra.com/docs/api-reference/public/get-status), complete or not.
  ///
  /// - Parameter id: The generation's ID.
  /// - Returns: What the service says of it.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func report(on id: String) async throws -> HedraStatusReport {
    try await connection.send(statusCall(id, .medium)) {
      try HedraStatusReport($0.object, askedFor: id)
    }
  }

  /// Asks once how far a job is.
  ///
  /// One that is complete without saying where the result is has its asset looked up.
  ///
  /// - Returns: How far it is.
  /// - Throws: `MediaError`, also with the code `MediaError.Code.malformedResponse` where the address of a
  ///   result is nowhere; or `CancellationError`.
  public func status(of job: JobHandle) async throws -> JobStatus<HedraResult> {
    let call = statusCall(job.id, .background)
    let (report, retryAfter) = try await connection.send(call) {
      (try HedraStatusReport($0.object, askedFor: job.id), $0.retryAfter)
    }
    return JobStatus(
      try await state(of: report), rawStatus: report.status.rawValue, progress: report.progress,
      retryAfter: retryAfter)
  }

  /// What a report means. A status that is not known counts as running.
  private func state(of report: HedraStatusReport) async throws -> JobStatus<HedraResult>.State {
    switch report.status {
    case .queued, .pending: return .waiting
    case .complete:
      let result = HedraResult(report: report, asset: try await missingAsset(of: report))
      // A voice, and what else has no file, has no address either.
      let hasFile = report.type.map { [.image, .video, .audio].contains($0) } ?? false
      guard !hasFile || result.url != nil || result.downloadURL != nil else {
        throw MediaError(
          .malformedResponse, "The generation \(report.id) is complete, and has no address.",
          service: "Hedra")
      }
      return .completed(result)
    case .error: return .failed(JobFailure(hedraGeneration: report.object))
    default: return .running
    }
  }

  /// The asset of a result that has no address; `nil` when that is not needed, or finds nothing.
  private func missingAsset(of report: HedraStatusReport) async throws -> HedraAsset? {
    guard report.url == nil, report.downloadURL == nil,
      let type = report.type, let id = report.assetID
    else { return nil }
    do {
      return try await assets(of: type, ids: [id], priority: .background).first { $0.id == id }
    } catch let error as MediaError where !error.isTransient {
      return nil
    }
  }

  private func statusCall(_ id: String, _ priority: TaskPriority) -> ServiceCall {
    .get("generations", id, "status", priority: priority)
  }
}
