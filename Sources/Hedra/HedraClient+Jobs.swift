import Foundation

/// Jobs and their results.
extension HedraClient: JobService {
  /// How long after a job was submitted the service may know nothing of it yet. Others have seen that it
  /// does; for how long is not documented.
  private static let timeToAppear: TimeInterval = 120

  /// Looks up a generation (https://www.hedra.com/docs/api-reference/public/get-status), complete or not.
  ///
  /// - Parameter id: The generation's ID.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func report(on id: String) async throws -> HedraStatusReport {
    try await report(on: id, priority: .medium)
  }

  /// Asks once how far a job is.
  ///
  /// A job that the service does not know is waiting, with the status `404`, for two minutes after it
  /// was submitted: the service may learn of its own jobs with delay. One that is complete without saying
  /// where the result is has its asset looked up.
  ///
  /// - Throws: `MediaError`, or `CancellationError`.
  public func status(of job: JobHandle) async throws -> JobStatus<HedraResult> {
    let report: HedraStatusReport
    do {
      report = try await self.report(on: job.id, priority: .background)
    } catch let error as MediaError where error.code == .notFound && mayAppear(job) {
      return JobStatus(.waiting, rawStatus: "404")
    }
    return JobStatus(
      try await state(of: report), rawStatus: report.status.rawValue, progress: report.progress)
  }

  private func mayAppear(_ job: JobHandle) -> Bool {
    guard let submittedAt = job.submittedAt else { return false }
    return abs(connection.now.timeIntervalSince(submittedAt)) < Self.timeToAppear
  }

  /// What a report means. A status that is not known counts as running.
  private func state(of report: HedraStatusReport) async throws -> JobStatus<HedraResult>.State {
    switch report.status {
    case .queued, .pending: return .waiting
    case .complete:
      return .completed(HedraResult(report: report, asset: try await missingAsset(of: report)))
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

  private func report(
    on id: String, priority: TaskPriority
  ) async throws -> HedraStatusReport {
    try await connection.send(.get("generations", id, "status", priority: priority)) {
      try HedraStatusReport($0.object, askedFor: id)
    }
  }
}
