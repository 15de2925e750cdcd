import Foundation

/// What became of a request whose answer was lost.
extension ReplicateClient: SettlingService {
  /// How much the service's clock may differ from this machine's.
  private static let clockDifference: TimeInterval = 120

  /// Finds the predictions that a submission of unknown outcome may have become: those of the same
  /// model and input, from when it was sent, which no other submission in the client's ledger has.
  ///
  /// `settle(_:)` looks here, and keeps in the ledger what can be told.
  ///
  /// Several are there where the same was asked for more than once. There may be none for a moment
  /// after it was sent. What a prediction took is deleted after an hour, so look before.
  ///
  /// - Parameter submission: What the ledger has of it.
  /// - Returns: The predictions, the earliest first.
  /// - Throws: `MediaError`, with the code `MediaError.Code.resultExpired` where there are none,
  ///   but such as it may be whose input is deleted; or `CancellationError`.
  public func predictions(of submission: LedgerSubmission) async throws -> [ReplicatePrediction] {
    let input = submission.intent.body["input"]?.object ?? [:]
    let others = try await connection.jobIDs(exceptOf: submission.id)
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

  /// Looks for what a submission of unknown outcome may have become: as ``predictions(of:)``, and
  /// for a training among the account's trainings.
  ///
  /// - Parameter submission: What the ledger has of it.
  /// - Returns: What was found. It is complete when the submission is old enough for the service to
  ///   list it, and not so old that what it took is deleted.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func findings(on submission: LedgerSubmission) async throws -> SubmissionFindings {
    let now = Date.now
    guard submission.intent.path.last != "trainings" else {
      return SubmissionFindings(
        try await trainings(of: submission),
        isComplete: Self.isListed(submission, at: now))
    }
    do {
      let found = try await predictions(of: submission)
      return SubmissionFindings(
        found.map { AcceptedJob(id: $0.id, statusURL: $0.url) },
        isComplete: Self.isListed(submission, at: now))
    } catch let error as MediaError where error.code == .resultExpired {
      return SubmissionFindings([], isComplete: false)
    }
  }

  /// The trainings that a submission may have become.
  private func trainings(of submission: LedgerSubmission) async throws -> [AcceptedJob] {
    let input = submission.intent.body["input"]?.object ?? [:]
    let start = submission.date.addingTimeInterval(-Self.clockDifference)
    var found: [AcceptedJob] = []
    for try await training in trainings() {
      // The latest come first.
      if let date = training.createdAt, date < start { break }
      guard Self.isSame(training.model, submission.intent.model),
        input.allSatisfy({ training.input[$0.key] == $0.value })
      else { continue }
      found.append(
        AcceptedJob(
          id: training.id, statusURL: training.object["urls"]?.object?.url("get")))
    }
    return found.reversed()
  }

  /// Whether what became of a submission is surely in the service's lists: there may be nothing for
  /// a moment after it was sent.
  private static func isListed(_ submission: LedgerSubmission, at now: Date) -> Bool {
    now.timeIntervalSince(submission.lastChange) > clockDifference
  }

  private static func mayBe(
    _ prediction: ReplicatePrediction, of submission: LedgerSubmission
  ) -> Bool {
    isSame(prediction.model, submission.intent.model)
  }

  /// Whether two names may be those of one model; one that is not known may be any.
  private static func isSame(_ first: String?, _ second: String?) -> Bool {
    guard let first, let second else { return true }
    return first.lowercased() == second.lowercased()
  }
}
