extension ServiceConnection {
  /// Keeps in the ledger what a job made, where the service does not for long: the handles of
  /// ``ReportingService/recover()`` have it until the job is acknowledged. Without a ledger it does nothing.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``.
  public func keep(_ result: JSON, of job: JobHandle) async throws {
    guard let submission = try await book.submission(of: job) else { return }
    try await book.append(
      .accepted(jobIDs: [job.id], results: [job.id: result]), to: submission)
  }
}

extension SubmissionBook {
  /// The submission that a job is of; `nil` where the ledger knows none.
  func submission(of job: JobHandle) async throws -> LedgerSubmission.ID? {
    if let known = job.submission { return known }
    return try await openSubmissions(withJob: job.id).first?.id
  }
}
