/// Jobs and their results.
extension IndoxHubClient: CancellingService {
  /// Looks up a job (https://www.indoxhub.com/docs/usage/video/), finished or not.
  ///
  /// - Returns: What the service says of it.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func videoJob(_ id: String) async throws -> IndoxHubVideoJob {
    try await connection.send(.get("videos", "jobs", id)) {
      try IndoxHubVideoJob($0.object, askedFor: id)
    }
  }

  /// Asks once how far a job is. What was there at once when it was submitted is in the job's handle:
  /// the service has no call to ask for it, and none is made.
  ///
  /// - Returns: How far it is.
  /// - Throws: `MediaError`, also with the code `MediaError.Code.malformedResponse` where a job is
  ///   completed and has no result; or `CancellationError`.
  public func status(of job: JobHandle) async throws -> JobStatus<IndoxHubGeneration> {
    if let answer = job.result {
      guard let generation = try? IndoxHubGeneration(answer.object ?? [:]) else {
        throw MediaError(
          .malformedResponse, "The job's handle has a result that cannot be read.",
          service: "IndoxHub", model: job.model, job: job)
      }
      return JobStatus(.completed(generation), rawStatus: "completed", progress: 1)
    }
    return try await connection.send(.get("videos", "jobs", job.id, priority: .background)) {
      try IndoxHubVideoJob($0.object, askedFor: job.id).jobStatus
    }
  }

  /// The jobs of the account, without end of pages: each is asked for when the one before is used up
  /// (https://www.indoxhub.com/docs/usage/video/).
  ///
  /// ```swift
  /// for try await job in indoxhub.videoJobs() where job.status == .failed { … }
  /// ```
  ///
  /// - Parameters:
  ///   - pageSize: How many jobs to ask for at once, sent as `limit`: at least 1, by default 20.
  ///   - skipped: How many jobs to leave out, sent as `skip`; none by default.
  /// - Returns: The jobs of the account, without end of pages: each is asked for when the one
  ///   before is used up.
  public func videoJobs(
    pageSize: Int = 20, skipping skipped: Int = 0
  ) -> Pages<IndoxHubVideoJob> {
    let pageSize = max(pageSize, 1)
    return Pages(skipping: skipped) { [connection] skipped in
      let call = ServiceCall.get(
        "videos", "jobs", query: [("limit", "\(pageSize)"), ("skip", "\(skipped)")])
      return try await connection.send(call) { answer in
        let list: [JSON] = try answer.object.required("jobs")
        let jobs = try list.map { try IndoxHubVideoJob($0.object ?? [:]) }
        // A page that is not full may be one that the service cut, for its most is not documented.
        let total = try answer.json["total"]?.int
        return Pages.Page(
          jobs, isLast: total.map { skipped + jobs.count >= $0 } ?? false, isPlaced: total != nil)
      }
    }
  }

  /// Cancels a job (https://www.indoxhub.com/docs/usage/video/), which can be done only as long as it is
  /// pending.
  ///
  /// - Returns: What the service says of it, for people; `nil` when it says nothing.
  /// - Throws: `MediaError`, with the code `MediaError.Code.notCancellable` when the job is no
  ///   longer pending; or `CancellationError`.
  @discardableResult
  public func cancel(_ job: JobHandle) async throws -> String? {
    guard job.result == nil else {
      throw MediaError(
        .notCancellable, "The job had ended when the service answered.", service: "IndoxHub",
        model: job.model, job: job)
    }
    do {
      let call = ServiceCall("POST", ["videos", "jobs", job.id, "cancel"], effect: .writes)
      // What it says besides is for people, and need not be JSON.
      return try await connection.send(call) { try? $0.json["message"]?.string }
    } catch var error as MediaError {
      // The call has nothing else that could be wrong. How it is refused is not documented.
      if [.invalidRequest, .conflict].contains(error.code) { error.code = .notCancellable }
      throw error.about(job)
    }
  }
}
