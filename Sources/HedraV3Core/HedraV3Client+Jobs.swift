/// Jobs and their results.
extension HedraV3Client: ReportingService {
  /// Looks a job up, completed or not.
  ///
  /// - Parameter id: The job's ID.
  /// - Returns: What the service says of it.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func result(of id: String) async throws -> HedraV3Result {
    try await result(of: id, priority: .medium)
  }

  private func result(of id: String, priority: TaskPriority) async throws -> HedraV3Result {
    try await connection.send(.get("jobs", id, priority: priority)) {
      try HedraV3Result($0.object, askedFor: id)
    }
  }

  /// Asks how far a job is, and what happened to it.
  ///
  /// - Parameters:
  ///   - id: The job's ID.
  ///   - logCursor: From where on to tell what happened: `start`, or the
  ///     ``HedraV3StatusReport/nextLogCursor`` of the report before; `nil` to hear nothing of it.
  /// - Returns: Its progress, and what happened to it.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func report(
    on id: String, logsAfter logCursor: String? = nil
  ) async throws
    -> HedraV3StatusReport
  {
    let call = ServiceCall.get("jobs", id, "status", query: [("logs_after", logCursor)])
    return try await connection.send(call) {
      try HedraV3StatusReport($0.object, askedFor: id)
    }
  }

  /// Asks once how far a job is. When it has ended, its result is looked up.
  ///
  /// - Returns: How far it is.
  /// - Throws: `MediaError`, also with the code `MediaError.Code.malformedResponse` where it is completed and
  ///   has no outputs; or `CancellationError`.
  public func status(of job: JobHandle) async throws -> JobStatus<HedraV3Result> {
    let call = ServiceCall.get("jobs", job.id, "status", priority: .background)
    let (report, retryAfter) = try await connection.send(call) {
      (try HedraV3StatusReport($0.object, askedFor: job.id), $0.retryAfter)
    }
    return JobStatus(
      try await state(of: report), rawStatus: report.status.rawValue,
      progress: report.status == .failed ? nil : report.progress, retryAfter: retryAfter)
  }

  /// What a report means. A status that is not known counts as running.
  private func state(
    of report: HedraV3StatusReport
  ) async throws -> JobStatus<HedraV3Result>.State {
    guard report.status.isTerminal else { return report.status == .inQueue ? .waiting : .running }
    let result = try await result(of: report.id, priority: .background)
    switch result.status {
    case .failed: return .failed(JobFailure(result.failure, cost: result.cost?.amount))
    case .completed where result.outputs.isEmpty:
      throw MediaError(
        .malformedResponse, "The job \(report.id) is completed, and has no outputs.",
        service: "Hedra v3")
    case .completed: return .completed(result)
    // What was asked later knows less: it is asked again.
    default: return .running
    }
  }

  /// The jobs of the account, the latest first, without end of pages: each is asked for when the one before is
  /// used up.
  ///
  /// ```swift
  /// for try await job in hedra.jobs() where job.status == .failed { … }
  /// ```
  ///
  /// - Parameters:
  ///   - model: Only those of the model with this ID; `nil` for all.
  ///   - pageSize: How many to ask for at once, from 1 to 100.
  /// - Returns: The jobs of the account, the latest first, without end of pages: each is asked for
  ///   when the one before is used up.
  public func jobs(of model: String? = nil, pageSize: Int = 20) -> Pages<HedraV3JobSummary> {
    let path = model.map { ["models", $0, "jobs"] } ?? ["jobs"]
    return pages(of: path, pageSize) { try HedraV3JobSummary($0) }
  }

  /// Lists what happened to a job, from the first, without end of pages.
  ///
  /// - Parameters:
  ///   - id: The job's ID.
  ///   - pageSize: How many to ask for at once, from 1 to 100.
  /// - Returns: What happened to a job, from the first, without end of pages.
  public func logs(of id: String, pageSize: Int = 100) -> Pages<HedraV3LogEntry> {
    pages(of: ["jobs", id, "logs"], pageSize) { try HedraV3LogEntry($0) }
  }

  /// A list that is asked for by cursors.
  func pages<Element: Identifiable & Sendable>(
    of path: [String], _ pageSize: Int, _ read: @escaping @Sendable (JSONObject) throws -> Element
  ) -> Pages<Element> where Element.ID: Sendable {
    let limit = "\(min(max(pageSize, 1), 100))"
    return Pages(following: { [connection] cursor in
      let call = ServiceCall(
        "GET", path, query: [("limit", limit), ("cursor", cursor)], effect: .reads)
      return try await connection.send(call) { answer in
        let data: [JSON] = try answer.object.required("data")
        return Pages.LinkedPage(
          try data.compactMap(\.object).map(read), next: try answer.json["next_cursor"]?.string)
      }
    })
  }
}
