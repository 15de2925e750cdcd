public import Foundation

extension HedraClient {
  /// Submits `request` (https://www.hedra.com/docs/api-reference/public/generate-asset), without waiting
  /// for what it makes.
  ///
  /// The request is checked first, so that one that breaks the schema costs nothing. Its generations have
  /// IDs that the client makes and the ledger keeps, and under which the service makes them: when an
  /// answer is lost, it is sent again with the same IDs.
  ///
  /// - Parameters:
  ///   - request: What to make.
  ///   - options: What accompanies it.
  ///   - maxCredits: The most that it may cost, for the whole batch: the model's price is asked for first,
  ///     as `estimatedCredits(of:)`. `nil` for any price.
  /// - Returns: The jobs, one for each generation, as soon as the service has accepted them.
  /// - Throws: `MediaError`. With the code `MediaError.Code.outcomeUnknown` the service may have
  ///   accepted the request all the same: make it again with ``resubmit(_:)``, or, without a ledger, by
  ///   submitting it with the same ``HedraOptions/generationIDs``, where you chose them; with
  ///   `MediaError.Code.tooExpensive` it may cost more than `maxCredits`; with
  ///   `MediaError.Code.generationFailed` every generation of the batch failed at once. Or
  ///   `CancellationError`, when nothing was sent.
  public func submit(
    _ request: some HedraRequest, options: HedraOptions = HedraOptions(),
    maxCredits: Decimal? = nil
  ) async throws -> HedraSubmission {
    let members = try request.validatedBody()
    return try await start(members, checkedBy: type(of: request).snapshot, options, maxCredits)
  }

  /// Submits a request that there is no type for, checked against the schema that it brings.
  ///
  /// - Returns: The jobs, one for each generation, as soon as the service has accepted them.
  /// - Throws: As for a request of a generated type.
  public func submit(
    _ request: RawRequest, options: HedraOptions = HedraOptions(), maxCredits: Decimal? = nil
  ) async throws -> HedraSubmission {
    try request.validate()
    return try await start(request.body, checkedBy: request.snapshot, options, maxCredits)
  }

  /// Submits again what the ledger has no answer to: one of `Recovery.unsettled`, which an error names by
  /// its `MediaError.submission`. It has the IDs that it had, so that the service takes it now if it did
  /// not before.
  ///
  /// ```swift
  /// for submission in try await hedra.recover().unsettled { try await hedra.resubmit(submission) }
  /// ```
  ///
  /// How the service answers to IDs that it has is not documented. Where it refuses them, the outcome
  /// stays open: look for the IDs with ``generations(_:pageSize:skipping:)``, and settle it.
  ///
  /// - Throws: As ``submit(_:options:maxCredits:)-(HedraRequest,_,_)``.
  @discardableResult
  public func resubmit(_ submission: LedgerSubmission) async throws -> HedraSubmission {
    try HedraSubmission(
      try await connection.resubmit(submission, readingJobIDs: HedraSubmission.jobIDs), at: self)
  }

  private func start(
    _ members: JSONObject, checkedBy snapshot: ModelSnapshot, _ options: HedraOptions,
    _ maxCredits: Decimal?
  ) async throws -> HedraSubmission {
    let model = snapshot.model
    var body = members
    let ids = try options.encode(to: &body)
    if let maxCredits { try await check(members, of: model, costsAtMost: maxCredits) }
    var call = ServiceCall.post(
      "generations", body: .object(body), effect: .spends, model: model.name)
    call.snapshot = snapshot
    let accepted = try await connection.submit(
      call, deduplicatedBy: ids, readingJobIDs: HedraSubmission.jobIDs)
    return try HedraSubmission(accepted, at: self)
  }

  private func check(
    _ members: JSONObject, of model: ModelRecord, costsAtMost maximum: Decimal
  ) async throws {
    let credits = try await estimatedCredits(of: members)
    if let credits, credits.isAtMost(maximum) { return }
    throw MediaError(
      .tooExpensive,
      credits.flatMap { $0.isNaN ? nil : $0 }.map {
        "The request costs \($0) credits, and may cost \(maximum) at most."
      }
        ?? """
        What the request costs cannot be told beforehand, and it may cost \(maximum) credits at most.
        """,
      service: "Hedra", model: model.name)
  }
}
