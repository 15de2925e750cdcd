import Foundation

extension ServiceConnection {
  /// Makes a call that spends credits, and keeps its jobs.
  ///
  /// With a ledger, what is about to be sent is kept before, and what became of it after. The call is
  /// sent again only where the service surely did not take it, or knows it again.
  ///
  /// Cancelling the task ends the wait at once. A call that has gone out then goes on by itself, so that
  /// the ledger learns its jobs.
  ///
  /// - Parameters:
  ///   - call: A call whose effect is ``ServiceCall/Effect/spends``.
  ///   - deduplicationIDs: The IDs in the call's body by which the service knows it again; empty where
  ///     it does not.
  ///   - kept: What the ledger keeps of the body, where that has something secret.
  ///   - readJobIDs: Finds the IDs of the accepted jobs in the answer.
  /// - Throws: ``MediaError``. With the code ``MediaError/Code/outcomeUnknown`` it may have been accepted
  ///   all the same; ``MediaError/submission`` then says where it is in the ledger. Or
  ///   `CancellationError`, when nothing was sent.
  public func submit(
    _ call: ServiceCall,
    deduplicatedBy deduplicationIDs: [String] = [],
    keeping kept: JSON? = nil,
    readingJobIDs readJobIDs: @escaping @Sendable (ServiceAnswer) throws -> [String]
  ) async throws -> AcceptedSubmission {
    // What must not be sent leaves no trace.
    _ = try await prepared(call)
    try Task.checkCancellation()
    let intent = LedgerIntent(
      service: profile.name, model: call.model, path: call.path,
      body: kept ?? call.body ?? .null, deduplicationIDs: deduplicationIDs)
    let id = try await book.begin(intent)
    let (outcomes, outcome) = AsyncStream<Result<AcceptedSubmission, any Error>>.makeStream()
    let permit = SendingPermit()
    let delivery = Task {
      do {
        outcome.yield(.success(try await deliver(call, of: id, intent, permit, readJobIDs)))
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
    var error = MediaError(
      .outcomeUnknown,
      "The wait for \(profile.name)'s answer was cancelled: the request may be accepted and paid.",
      service: profile.name, model: call.model, snapshot: stamp)
    error.submission = id
    throw error
  }

  private func deliver(
    _ call: ServiceCall, of id: LedgerSubmission.ID?, _ intent: LedgerIntent,
    _ permit: SendingPermit, _ readJobIDs: (ServiceAnswer) throws -> [String]
  ) async throws -> AcceptedSubmission {
    let date = Date.now
    let answer: ServiceAnswer
    let jobIDs: [String]
    do {
      answer = try await send(call, isDeduplicated: !intent.deduplicationIDs.isEmpty, permit)
      do {
        jobIDs = try readJobIDs(answer)
      } catch {
        throw malformed(answer, to: call, because: error)
      }
    } catch {
      throw await kept(error, of: id)
    }
    let jobs = jobIDs.map { jobID in
      JobHandle(
        service: profile.name, model: call.model, id: jobID, submittedAt: date, submission: id)
    }
    do {
      try await book.end(id, .accepted(jobIDs: jobIDs))
    } catch var error as MediaError {
      error.message = "\(profile.name) accepted the request, but \(error.message)"
      error.model = call.model
      error.jobs = jobs
      error.submission = id
      throw error
    }
    return AcceptedSubmission(answer: answer, jobs: jobs)
  }

  /// The error, after the ledger has it.
  private func kept(_ error: any Error, of id: LedgerSubmission.ID?) async -> any Error {
    guard var error = error as? MediaError, error.code == .outcomeUnknown else {
      // Where the ledger fails too, it goes on to say that the outcome is open, which is the safe side.
      try? await book.end(id, .refused(reason: "\(error)"))
      return error
    }
    try? await book.end(id, .lost(reason: error.message))
    error.submission = id
    return error
  }
}

/// What a service accepted.
public struct AcceptedSubmission: Sendable {
  /// What it answered.
  public let answer: ServiceAnswer
  /// The jobs, in its order.
  public let jobs: [JobHandle]
}
