import Foundation

/// Jobs and their results.
extension FalClient: CancellingService {
  /// Asks how far a job is, and what its program wrote (https://fal.ai/docs).
  ///
  /// - Parameters:
  ///   - job: The job's handle.
  ///   - withLogs: Whether to ask for the lines that the program wrote.
  /// - Returns: Its progress, and what happened to it.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func report(on job: JobHandle, withLogs: Bool = true) async throws -> FalStatus {
    try await connection.send(statusCall(of: job, withLogs: withLogs, .medium)) {
      try FalStatus($0.object, askedFor: job.id)
    }
  }

  /// Asks once how far a job is.
  ///
  /// The answer of one that is completed is fetched at once and kept in the client's ledger: the
  /// queue has it for about an hour, and for minutes where it is large (https://fal.ai/docs). Where
  /// the queue has it no longer, the platform's list of requests is asked, which may have what was
  /// answered. What it cost is in the ledger too, where ``unitPrices(of:)`` was asked before.
  ///
  /// - Throws: `MediaError`, also with the code `MediaError.Code.resultExpired` where the service
  ///   has the answer no longer; or `CancellationError`.
  public func status(of job: JobHandle) async throws -> JobStatus<FalResult> {
    if let kept = job.result {
      return JobStatus(
        .completed(FalResult(kept, requestID: job.id)),
        rawStatus: FalStatus.Word.completed.rawValue,
        progress: 1)
    }
    let report: FalStatus
    do {
      report = try await connection.send(statusCall(of: job, withLogs: false, .background)) {
        try FalStatus($0.object, askedFor: job.id)
      }
    } catch let error as MediaError where error.httpStatus == 404 {
      guard let result = try await storedResult(of: job) else { throw error }
      return JobStatus(
        .completed(try await kept(result, of: job)), rawStatus: FalStatus.Word.completed.rawValue,
        progress: 1)
    }
    let state: JobStatus<FalResult>.State =
      switch report.word {
      case .inQueue: .waiting
      case .completed: try await end(of: job, report)
      default: .running
      }
    return JobStatus(state, rawStatus: report.word.rawValue)
  }

  /// The way that a job ended that is completed.
  private func end(
    of job: JobHandle, _ report: FalStatus
  ) async throws -> JobStatus<FalResult>.State {
    let address = try report.responseURL ?? requestURL(of: job)
    do {
      let result = try await connection.send(.get(at: address, priority: .background)) {
        try FalResult($0, requestID: job.id)
      }
      return .completed(try await kept(result, of: job))
    } catch var error as MediaError {
      guard let failure = JobFailure(error, report) else {
        if error.httpStatus == 404 {
          if let result = try await storedResult(of: job) {
            return .completed(try await kept(result, of: job))
          }
          error.code = .resultExpired
          error.message = "fal has the result no longer: it keeps it for about an hour at most."
        }
        throw error
      }
      return failure.code == "client_cancelled" ? .cancelled : .failed(failure)
    }
  }

  /// The result, when the ledger has it, and what it cost.
  private func kept(_ result: FalResult, of job: JobHandle) async throws -> FalResult {
    let price = await prices.price(of: job.model)
    try await connection.keep(
      result.json, of: job, costing: price?.cost(ofUnits: result.billableUnits))
    return result
  }

  /// Cancels a job (https://fal.ai/docs). One that is being worked on may end with a result all the
  /// same.
  ///
  /// - Returns: The service's word for it, such as `CANCELLATION_REQUESTED`; `nil` when it says
  ///   nothing.
  /// - Throws: `MediaError`, with the code `MediaError.Code.notCancellable` when the job has ended;
  ///   or `CancellationError`.
  @discardableResult
  public func cancel(_ job: JobHandle) async throws -> String? {
    var call = ServiceCall("PUT", [], effect: .writes)
    call.address = try requestURL(of: job).appending(path: "cancel")
    do {
      return try await connection.send(call) { try? $0.json["status"]?.string }
    } catch var error as MediaError {
      if error.serviceCode == "ALREADY_COMPLETED" { error.code = .notCancellable }
      throw error.about(job)
    }
  }

  /// The call for a job's status, or for what is below that.
  func statusCall(
    of job: JobHandle, below parts: [String] = [], withLogs: Bool, _ priority: TaskPriority
  ) throws -> ServiceCall {
    let status = try job.statusURL ?? requestURL(of: job).appending(path: "status")
    let url = parts.reduce(status) { $0.appending(path: $1) }
    return .get(
      at: withLogs ? url.appending(queryItems: [URLQueryItem(name: "logs", value: "1")]) : url,
      priority: priority)
  }

  /// The address of a request: that of its status but for the last part. Where no status is known,
  /// it is below the first parts of the model's name.
  func requestURL(of job: JobHandle) throws -> URL {
    if let url = job.statusURL {
      guard url.lastPathComponent == "status",
        var components = URLComponents(url: url, resolvingAgainstBaseURL: true)
      else { return url }
      // Without a slash at the end, which would make another address of it.
      let parts = components.percentEncodedPath.split(separator: "/").dropLast()
      components.percentEncodedPath = "/" + parts.joined(separator: "/")
      return components.url ?? url
    }
    guard let model = job.model else {
      throw MediaError(
        .invalidRequest,
        "fal finds a request by its model too, and the job's handle names none.", service: "fal",
        job: job)
    }
    let parts = model.split(separator: "/")
    let count = ["workflows", "comfy"].contains(parts.first) ? 3 : 2
    return parts.prefix(count).reduce(addresses.queue) { $0.appending(path: $1) }
      .appending(path: "requests").appending(path: job.id)
  }
}

extension JobFailure {
  /// Reads why a job ended without an answer from the error that came in its place; `nil` where it
  /// may have one all the same: it was not reached, or is not known.
  fileprivate init?(_ error: MediaError, _ report: FalStatus) {
    let code = error.serviceCode ?? report.errorType
    switch error.httpStatus {
    case 401, 403, 408, 429, nil: return nil
    case 404:
      // The failure of a model may be that it did not find something; without one, the answer is gone.
      guard report.error != nil else { return nil }
    case let status?:
      // A gateway's page says nothing of the job.
      guard status < 500 || report.error != nil || error.serviceCode != nil else { return nil }
    }
    let said = error.fieldErrors.isEmpty ? report.error : nil
    self.init(
      code: code, message: said ?? error.message,
      // What the service failed at is not billed (https://fal.ai/docs).
      isRefunded: error.httpStatus.flatMap { $0 >= 500 ? true : nil },
      isRetryable: error.response.flatMap { response in
        (response.headers["x-fal-retryable"] ?? response.headers["x-fal-needs-retry"]).map {
          ["1", "true"].contains($0.lowercased())
        }
      })
  }
}
