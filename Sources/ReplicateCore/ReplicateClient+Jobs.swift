public import Foundation

/// Jobs and their results.
extension ReplicateClient: CancellingService {
  /// Asks once how far a job is.
  ///
  /// What it made is kept in the client's ledger as soon as it is there, for the service deletes it
  /// after an hour (https://replicate.com/docs/topics/predictions/data-retention).
  ///
  /// - Throws: `MediaError`, also with the code `MediaError.Code.resultExpired` where the service
  ///   has deleted the result; or `CancellationError`.
  public func status(of job: JobHandle) async throws -> JobStatus<ReplicateResult> {
    if let kept = job.result {
      return JobStatus(
        .completed(try ReplicateResult(kept: kept)),
        rawStatus: ReplicatePrediction.Status.succeeded.rawValue, progress: 1)
    }
    let call = Self.call(asking: job, priority: .background)
    let status = try await asPredictionOrTraining(job, call) { call in
      try await connection.send(call) { answer in
        try Self.status(of: ReplicatePrediction(answer.object), job)
      }
    }
    if case .completed(let result) = status.state {
      try await connection.keep(result.prediction.kept, of: job)
    }
    return status
  }

  /// The prediction or the training that a job is.
  func prediction(of job: JobHandle, priority: TaskPriority) async throws -> ReplicatePrediction {
    try await asPredictionOrTraining(job, Self.call(asking: job, priority: priority)) { call in
      try await connection.send(call) { try ReplicatePrediction($0.object) }
    }
  }

  private static func call(asking job: JobHandle, priority: TaskPriority) -> ServiceCall {
    var call = ServiceCall.get("predictions", job.id, priority: priority)
    call.address = job.statusURL
    return call
  }

  /// Makes a call about a job. An ID alone does not say whether it is that of a prediction or of a
  /// training: where there is no such prediction, it is made for the training.
  private func asPredictionOrTraining<Value>(
    _ job: JobHandle, _ call: ServiceCall, _ send: (ServiceCall) async throws -> Value
  ) async throws -> Value {
    do {
      return try await send(call)
    } catch let error as MediaError where error.httpStatus == 404 && job.statusURL == nil {
      var call = call
      call.path[0] = "trainings"
      do {
        return try await send(call)
      } catch let other as MediaError {
        throw other.httpStatus == 404 ? error : other
      }
    }
  }

  /// What a prediction means for its job.
  ///
  /// - Throws: `MediaError` where what it made is deleted.
  private static func status(
    of prediction: ReplicatePrediction, _ job: JobHandle
  ) throws -> JobStatus<ReplicateResult> {
    let state: JobStatus<ReplicateResult>.State
    switch prediction.status {
    case .starting: state = .waiting
    case .succeeded:
      guard let result = prediction.result else {
        var error = MediaError(
          .resultExpired,
          "Replicate has the result no longer: it keeps it for an hour after the prediction ended.",
          service: ServiceProfile.replicate.name, model: job.model, job: job)
        error.lastStatus = prediction.status.rawValue
        throw error
      }
      state = .completed(result)
    case .canceled, .aborted: state = .cancelled
    default: state = prediction.failure.map { .failed($0) } ?? .running
    }
    return JobStatus(state, rawStatus: prediction.status.rawValue)
  }

  /// Cancels a job, whether it has begun or not.
  ///
  /// - Returns: The service's word for how far it was, such as `processing` or `canceled`.
  /// - Throws: `MediaError`, with the code `MediaError.Code.notCancellable` when the job has ended
  ///   otherwise; or `CancellationError`.
  @discardableResult
  public func cancel(_ job: JobHandle) async throws -> String? {
    let kind = Self.isTraining(job) ? "trainings" : "predictions"
    let call = ServiceCall("POST", [kind, job.id, "cancel"], effect: .writes)
    do {
      return try await asPredictionOrTraining(job, call) { call in
        try await connection.send(call) { answer in
          guard let prediction = try? ReplicatePrediction(answer.object) else { return nil }
          guard ![.succeeded, .failed].contains(prediction.status) else {
            throw MediaError(
              .notCancellable, "The prediction has ended: it has \(prediction.status).",
              service: ServiceProfile.replicate.name)
          }
          return prediction.status.rawValue
        }
      }
    } catch let error as MediaError {
      throw error.about(job)
    }
  }
}

/// Predictions.
extension ReplicateClient {
  /// Looks up a prediction, with what it took and what its program wrote.
  ///
  /// - Parameter id: The prediction's ID, which is that of its job.
  /// - Returns: What the service says of it.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func prediction(_ id: String) async throws -> ReplicatePrediction {
    try await connection.send(.get("predictions", id)) { try ReplicatePrediction($0.object) }
  }

  /// Lists the account's predictions, the latest first, without end of pages.
  ///
  /// - Parameters:
  ///   - start: Those that were created after it; `nil` for all.
  ///   - end: Those that were created before it; `nil` for all.
  ///   - source: Those that were made this way alone, such as `web`; `nil` for all.
  /// - Returns: The account's predictions, the latest first, without end of pages.
  public func predictions(
    after start: Date? = nil, before end: Date? = nil, source: String? = nil
  ) -> Pages<ReplicatePrediction> {
    pages(
      ServiceCall.get(
        "predictions",
        query: [
          ("created_after", start?.json.string), ("created_before", end?.json.string),
          ("source", source),
        ])
    ) { try ReplicatePrediction($0) }
  }

  /// A list whose pages each have the address of the next.
  func pages<Element>(
    _ first: ServiceCall, _ read: @escaping @Sendable (JSONObject) throws -> Element
  ) -> Pages<Element> {
    Pages { [connection] cursor in
      var call = first
      if let cursor {
        call = ServiceCall.get()
        guard let url = URL(string: cursor) else {
          throw MediaError(
            .malformedResponse, "The next page is at \(cursor), which is no address.",
            service: ServiceProfile.replicate.name)
        }
        call.address = url
      }
      return try await connection.send(call) { answer in
        let object = try answer.object
        let results: [JSON] = try object.required("results")
        return Pages.LinkedPage(
          try results.map { try read($0.object ?? [:]) }, next: object.url("next")?.absoluteString)
      }
    }
  }
}
