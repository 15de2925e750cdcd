import Foundation

extension ServiceConnection {
  /// Makes a call that spends credits, and keeps its jobs.
  ///
  /// With a ledger, what is about to be sent is kept before, and what became of it after: also what the
  /// service answered, where no job can be read from it. The call is sent again only where the service surely
  /// did not take it, or knows it again.
  ///
  /// A reader that throws a ``MediaError`` says by it that the service refused, whatever the status of its
  /// answer: nothing was spent. Any other error leaves open whether it was accepted.
  ///
  /// Cancelling the task ends the wait at once. A call that has gone out then goes on by itself, so that
  /// the ledger learns its jobs.
  ///
  /// - Parameters:
  ///   - call: A call whose effect is ``ServiceCall/Effect/spends``.
  ///   - idempotencyKeys: The IDs in the call's body by which the service knows it again; empty where
  ///     it does not.
  ///   - kept: What the ledger keeps of the body, where that has something secret.
  ///   - readJobIDs: Finds the IDs of the accepted jobs in the answer.
  /// - Returns: The answer, and the jobs that it names.
  /// - Throws: ``MediaError``. With the code ``MediaError/Code/outcomeUnknown`` it may have been accepted
  ///   all the same; ``MediaError/submission`` then says where it is in the ledger. Or
  ///   `CancellationError`, when nothing was sent.
  public func submit(
    _ call: ServiceCall,
    deduplicatedBy idempotencyKeys: [String] = [],
    keeping kept: JSON? = nil,
    readingJobIDs readJobIDs: @escaping @Sendable (ServiceResponse) throws -> [String]
  ) async throws -> AcceptedSubmission {
    let submission = SubmissionCall(call, idempotencyKeys: idempotencyKeys, keeping: kept)
    return try await submit(
      submission, readingJobs: { try readJobIDs($0).map { AcceptedJob(id: $0) } })
  }

  /// Makes a call that spends credits, and keeps its jobs, of which some may have ended by then: what
  /// they made is in the ledger, and in their handles, before anybody asks for it.
  ///
  /// - Parameters:
  ///   - submission: The call, and what is kept of it.
  ///   - readCost: Finds what it costs in the answer; `nil` where that does not say.
  ///   - readJobs: Finds the accepted jobs in the answer.
  /// - Returns: The answer, and the jobs that it names.
  /// - Throws: As ``submit(_:deduplicatedBy:keeping:readingJobIDs:)``.
  public func submit(
    _ submission: SubmissionCall,
    readingCost readCost: @escaping @Sendable (ServiceResponse) -> Cost? = { _ in nil },
    readingJobs readJobs: @escaping @Sendable (ServiceResponse) throws -> [AcceptedJob]
  ) async throws -> AcceptedSubmission {
    let call = submission.call
    let intent = LedgerIntent(
      service: profile.name, model: call.model, path: call.path,
      body: profile.withoutSecrets(submission.kept ?? call.body ?? .null),
      idempotencyKeys: submission.idempotencyKeys, account: configuration.account)
    return try await deliverDetached(call, of: book.makeID(), intent) { answer in
      (try readJobs(answer), readCost(answer) ?? submission.expectedCost)
    }
  }

  /// Makes a call again whose outcome is not known, with the IDs by which the service knows it: it takes
  /// it now, if it did not before.
  ///
  /// - Parameters:
  ///   - submission: What the ledger has of it.
  ///   - secrets: The ``ServiceCall/secrets`` of the call, which the ledger does not keep.
  ///   - readCost: Finds what it costs in the answer; `nil` where that does not say.
  ///   - readJobs: Finds the accepted jobs in the answer.
  /// - Returns: The answer, and the jobs that it names.
  /// - Throws: As ``submit(_:deduplicatedBy:keeping:readingJobIDs:)``, and
  ///   ``MediaError/Code/outcomeUnknown`` where the service has nothing to know it by, or the ledger
  ///   nothing to send, as of a form; ``MediaError/Code/invalidRequest`` where it was made to another
  ///   service.
  public func resubmit(
    _ submission: LedgerSubmission,
    adding secrets: [String: APIKey] = [:],
    readingCost readCost: @escaping @Sendable (ServiceResponse) -> Cost? = { _ in nil },
    readingJobs readJobs: @escaping @Sendable (ServiceResponse) throws -> [AcceptedJob]
  ) async throws -> AcceptedSubmission {
    let intent = submission.intent
    guard intent.service == profile.name else {
      throw MediaError(
        .invalidRequest,
        "The submission was made to \(intent.service), and cannot be made to \(profile.name).",
        service: profile.name, model: intent.model)
    }
    guard intent.account == configuration.account else {
      throw MediaError(
        .invalidRequest, "The submission was made with another account, which would not pay twice.",
        service: profile.name, model: intent.model)
    }
    guard !intent.idempotencyKeys.isEmpty, !intent.body.isNull else {
      throw MediaError(
        .outcomeUnknown,
        intent.body.isNull
          ? "The ledger has nothing of the request that could be sent again."
          : "\(profile.name) would take the request for another, and could be paid twice.",
        service: profile.name, model: intent.model, submission: submission.id)
    }
    var call = ServiceCall(
      "POST", intent.path, body: intent.body, effect: .spends, model: intent.model)
    call.secrets = secrets
    return try await deliverDetached(call, of: submission.id, intent, isInDoubt: true) { answer in
      (try readJobs(answer), readCost(answer))
    }
  }

  /// What a service accepted, as its answer tells.
  private typealias Acceptance = (jobs: [AcceptedJob], cost: Cost?)

  /// Makes the call in a task of its own, which outlives the caller's once the call has gone out.
  private func deliverDetached(
    _ call: ServiceCall, of id: LedgerSubmission.ID?, _ intent: LedgerIntent,
    isInDoubt: Bool = false, _ read: @escaping @Sendable (ServiceResponse) throws -> Acceptance
  ) async throws -> AcceptedSubmission {
    var call = call
    if let field = profile.idempotencyField { call.headers[field] = intent.idempotencyKeys.first }
    let (outcomes, outcome) = AsyncStream<Result<AcceptedSubmission, any Error>>.makeStream()
    let permit = SendingPermit()
    let delivery = Task { [call] in
      do {
        outcome.yield(
          .success(try await deliver(call, of: id, intent, isInDoubt, permit, read)))
      } catch {
        outcome.yield(.failure(error))
      }
    }
    // The sequence ends without an element when this task is cancelled.
    for await outcome in outcomes { return try outcome.get() }
    guard !permit.cancel() else {
      delivery.cancel()
      throw CancellationError()
    }
    throw MediaError(
      .outcomeUnknown,
      "The wait for \(profile.name)'s answer was cancelled: the request may be accepted and paid.",
      service: profile.name, model: call.model, snapshot: call.snapshot?.stamp,
      submission: id, idempotencyKeys: intent.idempotencyKeys)
  }

  private func deliver(
    _ call: ServiceCall, of id: LedgerSubmission.ID?, _ intent: LedgerIntent,
    _ isInDoubt: Bool, _ permit: SendingPermit, _ read: (ServiceResponse) throws -> Acceptance
  ) async throws -> AcceptedSubmission {
    let (answer, accepted): (ServiceResponse, Acceptance)
    // What must not be sent leaves no trace.
    var isKept = isInDoubt
    if isInDoubt { book.beginAgain(id) }
    do {
      (answer, accepted) = try await attempt(
        call, isDeduplicated: !intent.idempotencyKeys.isEmpty, permit,
        before: {
          guard !isKept else { return }
          try await book.begin(intent, as: id)
          isKept = true
        },
        reading: { ($0, try read($0)) })
    } catch {
      throw isKept ? await kept(error, of: id, intent, isInDoubt) : error
    }
    let date = now
    let jobs = accepted.jobs.map { job in
      JobHandle(
        service: profile.name, model: call.model, id: job.id, submittedAt: date, submission: id,
        result: job.result, statusURL: job.statusURL)
    }
    do {
      try await book.end(id, .accepted(accepted.jobs, cost: accepted.cost))
    } catch var error as MediaError {
      error.message = "\(profile.name) accepted the request, but \(error.message)"
      error.model = call.model
      error.jobs = jobs
      error.submission = id
      throw error
    }
    return AcceptedSubmission(answer: answer, jobs: jobs, cost: accepted.cost)
  }

  /// The error, after the ledger has it.
  ///
  /// - Parameter isInDoubt: Whether an earlier attempt may have been accepted, whatever this one was.
  private func kept(
    _ error: any Error, of id: LedgerSubmission.ID?, _ intent: LedgerIntent, _ isInDoubt: Bool
  ) async -> any Error {
    var problem = error as? MediaError
    if isInDoubt, problem?.code != .outcomeUnknown {
      problem = MediaError(
        .outcomeUnknown, "It is still not known what became of the request. \(error)",
        service: profile.name, snapshot: problem?.snapshot, response: problem?.response,
        underlyingError: error)
    }
    // Where the ledger fails too, it goes on to say that the outcome is open, which is the safe side.
    guard var problem, problem.code == .outcomeUnknown else {
      try? await book.end(id, .refused(reason: "\(error)"))
      return error
    }
    try? await book.end(id, .lost(reason: problem.message, response: problem.response))
    problem.submission = id
    problem.idempotencyKeys = intent.idempotencyKeys
    return problem
  }
}
