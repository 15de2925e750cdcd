import Foundation

/// What became of a request whose answer was lost, and of a result that the queue has no longer.
extension FalClient: SettlingService {
  /// How much the service's clock may differ from this machine's.
  private static let clockDifference: TimeInterval = 120

  /// Looks for the requests that a submission of unknown outcome may have become: those of the same
  /// model and input in the platform's list, from when it was sent (https://fal.ai/docs).
  ///
  /// The list has what has ended. Whether it has what has not, or whose input the service was told
  /// not to keep, is not documented: that nothing is found does not mean that nothing was taken.
  /// Look again when it would have ended.
  ///
  /// - Parameter submission: What the ledger has of it.
  /// - Returns: What was found, which is never complete.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func findings(on submission: LedgerSubmission) async throws -> SubmissionFindings {
    guard let model = submission.intent.model else {
      return SubmissionFindings([], isComplete: false)
    }
    let body = submission.intent.body.object ?? [:]
    let start = submission.date.addingTimeInterval(-Self.clockDifference)
    var found: [AcceptedJob] = []
    for try await record in requests(to: [model], from: start, withPayloads: true) {
      guard record.model == nil || record.model == model, let input = record.input?.object,
        (record.sentAt ?? record.startedAt).map({ $0 >= start }) ?? true,
        // The service may add what it takes for what was left out.
        body.allSatisfy({ input[$0.key] == $0.value })
      else { continue }
      found.append(AcceptedJob(id: record.id))
    }
    return SubmissionFindings(found.reversed(), isComplete: false)
  }

  /// What a request answered, as the platform keeps it when the queue does no longer; `nil` where
  /// it does not, or cannot be asked.
  ///
  /// - Throws: `CancellationError`.
  func storedResult(of job: JobHandle) async throws -> FalResult? {
    guard let model = job.model else { return nil }
    do {
      for try await record in requests(to: [model], id: job.id, withPayloads: true)
      where record.id == job.id {
        guard let status = record.statusCode, (200..<300).contains(status) else { return nil }
        return record.output.map { FalResult($0, requestID: job.id) }
      }
    } catch let error as CancellationError {
      throw error
    } catch {
      // A key may be for requests alone. What is said is that the result is gone.
    }
    return nil
  }
}
