extension ServiceConnection {
  /// Keeps in the ledger what a job made, where the service does not for long: the handles of
  /// ``ReportingService/recover()`` have it until the job is acknowledged. Without a ledger it does nothing.
  ///
  /// - Parameters:
  ///   - result: What it made.
  ///   - job: The job's handle.
  ///   - cost: What its submission cost, where the service says so when the job has ended. What was said before
  ///     counts more.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``.
  public func keep(_ result: JSON, of job: JobHandle, costing cost: Cost? = nil) async throws {
    guard let submission = try await book.submission(of: job) else { return }
    try await book.append(
      .accepted(jobIDs: [job.id], results: [job.id: result], cost: cost), to: submission)
  }
}

extension SubmissionBook {
  /// The submission that a job is of; `nil` where the ledger knows none.
  func submission(of job: JobHandle) async throws -> LedgerSubmission.ID? {
    if let known = job.submission { return known }
    return try await openSubmissions(withJob: job.id).first?.id
  }
}
