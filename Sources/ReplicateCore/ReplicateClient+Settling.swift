import Foundation

/// What became of a request whose answer was lost.
extension ReplicateClient {
  /// How much the service's clock may differ from this machine's.
  private static let clockDifference: TimeInterval = 120

  /// Finds the predictions that a submission of unknown outcome may have become: those of the same model and
  /// input, from when it was sent, which no other submission in the client's ledger has.
  ///
  /// ```swift
  /// for submission in try await replicate.recover().unsettled {
  ///   let found = try await replicate.predictions(of: submission)
  ///   if found.count == 1 {
  ///     try await replicate.settle(submission.id, as: .accepted(jobIDs: [found[0].id]))
  ///   } else if found.isEmpty {
  ///     try await replicate.settle(submission.id, as: .abandoned)
  ///   }
  /// }
  /// ```
  ///
  /// Several are there where the same was asked for more than once. There may be none for a moment after it was
  /// sent. What a prediction took is deleted after an hour, so look before.
  ///
  /// - Parameter submission: What the ledger has of it.
  /// - Returns: The predictions, the earliest first.
  /// - Throws: `MediaError`, with the code `MediaError.Code.resultExpired` where there are none, but such as it
  ///   may be whose input is deleted; or `CancellationError`.
  public func predictions(of submission: LedgerSubmission) async throws -> [ReplicatePrediction] {
    let input = submission.intent.body["input"]?.object ?? [:]
    let others = try await jobsOfOthers(than: submission)
    let start = submission.date.addingTimeInterval(-Self.clockDifference)
    var found: [ReplicatePrediction] = []
    var isDeleted = false
    for try await prediction in predictions(after: start) where !others.contains(prediction.id) {
      guard Self.mayBe(prediction, of: submission) else { continue }
      if prediction.isDataRemoved {
        isDeleted = true
      } else if input.allSatisfy({ prediction.input[$0.key] == $0.value }) {
        // The service may add what it takes for what was left out.
        found.append(prediction)
      }
    }
    guard found.isEmpty, isDeleted else { return found.reversed() }
    throw MediaError(
      .resultExpired,
      """
      Replicate has predictions of that time whose input is deleted, of which one may be the \
      submission's.
      """,
      service: ServiceProfile.replicate.name, model: submission.intent.model,
      submission: submission.id)
  }

  /// The jobs that the ledger has of other submissions.
  private func jobsOfOthers(than submission: LedgerSubmission) async throws -> Set<String> {
    do {
      let all = try await connection.configuration.ledger?.submissions() ?? []
      return Set(all.filter { $0.id != submission.id }.flatMap { $0.jobs.map(\.id) })
    } catch {
      throw MediaError(
        .ledgerUnavailable, "The ledger could not be read. \(error)",
        service: ServiceProfile.replicate.name, underlyingError: error)
    }
  }

  private static func mayBe(
    _ prediction: ReplicatePrediction, of submission: LedgerSubmission
  ) -> Bool {
    guard let model = prediction.model, let asked = submission.intent.model else { return true }
    return model.lowercased() == asked.lowercased()
  }
}
