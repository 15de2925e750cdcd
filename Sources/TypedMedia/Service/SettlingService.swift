/// A service that lists what it was asked for, so that it can be looked up what became of a request
/// whose answer was lost.
public protocol SettlingService: MediaService {
  /// Looks for the jobs that a submission may have become: of the same model and with the same
  /// input, from when it was sent.
  ///
  /// - Parameter submission: What the ledger has of it.
  /// - Returns: What was found; what cannot be told apart is among it.
  /// - Throws: ``MediaError``, or `CancellationError`.
  func findings(on submission: LedgerSubmission) async throws -> SubmissionFindings
}

/// What a service lists of a submission whose outcome is unknown.
public struct SubmissionFindings: Hashable, Sendable {
  /// The jobs that it may have become, the earliest first.
  public var jobs: [AcceptedJob]
  /// Whether the list has whatever the service took, so that it took nothing where there is no such
  /// job.
  public var isComplete: Bool

  /// Creates findings.
  public init(_ jobs: [AcceptedJob], isComplete: Bool) {
    self.jobs = jobs
    self.isComplete = isComplete
  }
}

/// What was found out about a submission whose outcome was unknown.
public enum Settlement<Output: Sendable>: Sendable {
  /// The service took it: there is one job that it can be.
  case accepted(Job<Output>)
  /// The service did not take it: it has cost nothing.
  case notAccepted
  /// It cannot be told. There are these jobs that it may have become, or none, which does not mean
  /// that it was not taken. Nothing is changed in the ledger.
  case unknown(candidates: [AcceptedJob])
}

extension SettlingService {
  /// Looks up what became of a submission whose outcome is unknown, and keeps it in the client's
  /// ledger where it can be told. It is never guessed.
  ///
  /// ```swift
  /// for submission in try await replicate.recover().unsettled {
  ///   if case .accepted(let job) = try await replicate.settle(submission) {
  ///     keep(try await job.result())
  ///   }
  /// }
  /// ```
  ///
  /// Jobs that other submissions in the ledger have are left out. Where several are alike, somebody
  /// has to look, and say which it is: ``ReportingService/settle(_:as:)``.
  ///
  /// - Parameter submission: What the ledger has of it: one of ``Recovery/unsettled``.
  /// - Returns: What became of it.
  /// - Throws: ``MediaError``, with the code ``MediaError/Code/notFound`` when the ledger knows no
  ///   such submission; or `CancellationError`.
  public func settle(_ submission: LedgerSubmission) async throws -> Settlement<Output> {
    guard let known = try await connection.book.submission(submission.id) else {
      throw MediaError(
        .notFound, "The ledger knows no submission \(submission.id).",
        service: connection.profile.name)
    }
    guard known.isUnsettled else {
      return known.jobs.first.map { .accepted(job($0)) } ?? .notAccepted
    }
    let others = try await connection.jobIDs(exceptOf: known.id)
    let findings = try await findings(on: known)
    let candidates = findings.jobs.filter { !others.contains($0.id) }
    guard candidates.count < 2, !candidates.isEmpty || findings.isComplete else {
      return .unknown(candidates: candidates)
    }
    guard let found = candidates.first else {
      try await connection.book.append(.abandoned, to: known.id)
      return .notAccepted
    }
    try await connection.book.append(.accepted([found], cost: nil), to: known.id)
    let handle = try await connection.book.submission(known.id)?.jobs.first { $0.id == found.id }
    return .accepted(
      job(
        handle
          ?? JobHandle(
            service: connection.profile.name, model: known.intent.model, id: found.id,
            submission: known.id, result: found.result, statusURL: found.statusURL)))
  }
}

extension ServiceConnection {
  /// Returns the IDs of the jobs that the ledger has of all submissions but one, to whichever
  /// service.
  ///
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/ledgerUnavailable``.
  public func jobIDs(exceptOf submission: LedgerSubmission.ID) async throws -> Set<String> {
    do {
      let all = try await configuration.ledger?.submissions() ?? []
      return Set(all.filter { $0.id != submission }.flatMap { $0.jobs.map(\.id) })
    } catch {
      throw MediaError(
        .ledgerUnavailable, "The ledger could not be read. \(error)", service: profile.name,
        underlyingError: error)
    }
  }
}
