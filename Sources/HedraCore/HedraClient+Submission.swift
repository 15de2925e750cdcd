/// The way that a request becomes a call
/// (https://www.hedra.com/docs/api-reference/public/generate-asset).
///
/// Its generations have IDs that the client makes and the ledger keeps, and under which the service makes
/// them: when an answer is lost, it is sent again with the same IDs. How the service answers to IDs that it has
/// is not documented. Without a ledger, a request is made again by submitting it with the same
/// ``HedraOptions/generationIDs``, where you chose them.
extension HedraClient: DeduplicatingService {
  /// Makes the call that submits a request.
  ///
  /// - Returns: The call.
  /// - Throws: `MediaError` when the service takes no such request.
  public func submission(
    of members: JSONObject, to snapshot: ModelSnapshot, options: HedraOptions
  ) throws -> SubmissionCall {
    var body = members
    let ids = try options.encode(to: &body)
    return SubmissionCall(
      .post("generations", body: .object(body), effect: .spends, model: snapshot.model.name),
      idempotencyKeys: ids)
  }

  /// The jobs in an answer: one for each generation that did not fail at once.
  ///
  /// - Returns: The jobs in an answer: one for each generation that did not fail at once.
  /// - Throws: `JSONMismatch` when it has none, and no batch that failed as a whole either.
  public static func jobs(in answer: ServiceResponse) throws -> [AcceptedJob] {
    let object = try answer.object
    let batch = HedraBatchItem.all(in: object)
    let ids = batch.compactMap(\.id)
    // The answer's own is that of the first that went well.
    guard let id = object["id"]?.id else {
      if !batch.isEmpty, batch.allSatisfy(\.hasFailed) { return ids.map { AcceptedJob(id: $0) } }
      return [AcceptedJob(id: try object.id("id"))]
    }
    return (ids.contains(id) ? ids : [id] + ids).map { AcceptedJob(id: $0) }
  }

  /// Says why the generations of a batch failed, all at once.
  ///
  /// - Returns: The error.
  public static func error(withoutJobsIn answer: JSONObject) -> any Error {
    let reasons = HedraBatchItem.all(in: answer).map {
      $0.error ?? "The service gave no reason."
    }
    return MediaError(
      .generationFailed, "Hedra made nothing: \(reasons.joined(separator: "; "))",
      service: "Hedra")
  }
}
