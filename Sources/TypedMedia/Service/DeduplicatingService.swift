/// A service that knows a request again by IDs that the client made, so that it can be sent twice and is
/// paid once.
public protocol DeduplicatingService: MediaService {}

extension DeduplicatingService {
  /// Submits again what the ledger has no answer to: one of ``Recovery/unsettled``, which an error names by
  /// its ``MediaError/submission``. It has the IDs that it had, so that the service takes it now if it did
  /// not before.
  ///
  /// ```swift
  /// for submission in try await hedra.recover().unsettled { try await hedra.resubmit(submission) }
  /// ```
  ///
  /// Where the service refuses IDs that it has, the outcome stays open: look at the service, and settle it.
  ///
  /// - Returns: The submission, with its jobs.
  /// - Throws: As ``MediaService/submit(_:options:)-(Request,_)``.
  @discardableResult
  public func resubmit(_ submission: LedgerSubmission) async throws -> Submission<Output> {
    let accepted = try await connection.resubmit(
      submission, readingCost: { Self.cost(in: $0) }, readingJobs: { try Self.jobs(in: $0) })
    return try Submission(accepted, at: self, asJobsOf: self)
  }
}
