extension ReportingService {
  /// Finds what a crash, or the end of a process, left in the client's ledger: jobs to follow, and
  /// submissions of which nobody knows whether they were accepted. Call it when the app starts.
  ///
  /// Nothing is sent. It finds what was submitted to this service, of the kind that this
  /// ``follows(_:)``, for the client's ``ClientConfiguration/account``, and not what this process
  /// is submitting at this moment. Where several processes share a ledger, what the others are
  /// submitting is among the unsettled.
  ///
  /// - Returns: What a crash, or the end of a process, left in the client's ledger: jobs to follow,
  ///   and submissions of which nobody knows whether they were accepted.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``.
  public func recover() async throws -> Recovery<Output> {
    let submissions = try await connection.book.openSubmissions().filter(follows)
    return Recovery(
      jobs: submissions.flatMap(\.openJobs).map(job),
      unsettled: submissions.filter(\.isUnsettled))
  }

  /// Says what became of a submission whose outcome was unknown. Jobs that the ledger has of it
  /// already stay, whatever is said.
  ///
  /// - Parameters:
  ///   - submission: Its ID: ``MediaError/submission``, or of one that ``recover()`` found.
  ///   - outcome: What somebody found out, by looking at the service.
  /// - Returns: The jobs that can now be followed.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``, or
  ///   ``MediaError/Code/notFound`` when the ledger knows no such submission, or it was accepted
  ///   and is of another kind than this ``follows(_:)``.
  @discardableResult
  public func settle(
    _ submission: LedgerSubmission.ID, as outcome: SubmissionOutcome
  ) async throws -> [Job<Output>] {
    func find() async throws -> LedgerSubmission {
      guard let known = try await connection.book.submission(submission) else {
        throw MediaError(
          .notFound, "The ledger knows no submission \(submission).",
          service: connection.profile.name)
      }
      // Whoever gives one up need not know what it was.
      guard follows(known) || outcome == .abandoned else {
        throw MediaError(
          .notFound,
          "The submission \(submission) was to \(known.intent.path.joined(separator: "/")), whose jobs are followed elsewhere.",
          service: connection.profile.name)
      }
      return known
    }
    _ = try await find()
    switch outcome {
    case .accepted(let jobIDs):
      try await connection.book.append(.accepted(jobIDs: jobIDs), to: submission)
    case .abandoned: try await connection.book.append(.abandoned, to: submission)
    }
    let known = try await find()
    return follows(known) ? known.openJobs.map(job) : []
  }

  /// Says that the app has what `job` made, or knows that there is nothing, so that ``recover()``
  /// no longer finds it. Without a ledger it does nothing.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``.
  public func acknowledge(_ job: JobHandle) async throws {
    guard let submission = try await connection.book.submission(of: job) else { return }
    try await connection.book.append(.acknowledged(jobID: job.id), to: submission)
  }

  /// The job with this ID, if it is open in the client's ledger.
  func openJob(_ id: String) async throws -> Job<Output>? {
    try await connection.book.openSubmissions(withJob: id).lazy.filter(follows)
      .flatMap(\.openJobs).first { $0.id == id }.map(job)
  }
}

/// The findings of ``ReportingService/recover()``.
public struct Recovery<Output: Sendable>: Sendable {
  /// The jobs that the service accepted and the app has not acknowledged, finished or not.
  public let jobs: [Job<Output>]
  /// The submissions of which it is not known whether they were accepted. Look at the service, and
  /// settle each.
  public let unsettled: [LedgerSubmission]
}

/// The fate of a submission whose outcome was unknown.
public enum SubmissionOutcome: Hashable, Sendable {
  /// The service accepted it, as these jobs.
  case accepted(jobIDs: [String])
  /// The service did not accept it, or nobody cares.
  case abandoned
}
