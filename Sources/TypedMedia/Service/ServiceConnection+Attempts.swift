import Foundation

/// How a call is tried, and tried again.
extension ServiceConnection {
  /// Makes `call`, again if need be and if that can do no harm.
  ///
  /// - Parameters:
  ///   - isDeduplicated: Whether the service knows the call again, so that it can be repeated though it
  ///     spends.
  ///   - permit: Says before each attempt whether it may still be made.
  func send(
    _ call: ServiceCall, isDeduplicated: Bool, _ permit: SendingPermit = SendingPermit()
  ) async throws -> ServiceAnswer {
    let prepared = try await prepared(call)
    do {
      return try await prepared.withRequest { request in
        try await attempt(
          call, as: request, prepared.secrets, isDeduplicated: isDeduplicated, permit)
      }
    } catch var error as MediaError {
      error.service = error.service ?? profile.name
      throw error
    }
  }

  private func attempt(
    _ call: ServiceCall, as request: TransportRequest, _ secrets: Secrets, isDeduplicated: Bool,
    _ permit: SendingPermit
  ) async throws -> ServiceAnswer {
    /// Why an earlier attempt leaves open whether something was spent.
    var doubt: MediaError?
    var number = 1
    while true {
      do {
        try await gate.enter(call.priority)
      } catch { throw doubt ?? error }
      let start = Stopwatch(ContinuousClock())
      let outcome = await Result.catching { () async throws -> ServiceAnswer in
        try permit.begin()
        return try await exchange(request, for: call, secrets)
      }
      let problem = (outcome.failure as? MediaError)?.hiding(secrets)
      let delay = problem.flatMap { error in
        mayRepeat(call, after: error, isDeduplicated: isDeduplicated)
          ? configuration.retries.delay(beforeRetry: number, advised: error.retryAfter) : nil
      }
      await gate.leave(
        rateLimit: problem?.rateLimit ?? outcome.success?.rateLimit, retryAfter: problem?.retryAfter
      )
      report(call, number, start.elapsed(), outcome.success, problem, delay)
      if let answer = outcome.success { return answer }
      if problem?.code == .outcomeUnknown { doubt = problem }
      guard let delay else {
        // What came later cannot tell what became of the attempt that was lost.
        throw doubt ?? problem ?? outcome.failure ?? CancellationError()
      }
      if doubt == nil { permit.end() }
      do {
        try await stopwatch.sleep(for: delay)
      } catch { throw doubt ?? error }
      number += 1
    }
  }

  private func mayRepeat(
    _ call: ServiceCall, after error: MediaError, isDeduplicated: Bool
  ) -> Bool {
    switch call.effect {
    case .reads: error.isTransient
    case .writes, .spends:
      [.unreachable, .rateLimited, .unavailable].contains(error.code)
        || isDeduplicated && error.code == .outcomeUnknown
    }
  }

  private func exchange(
    _ request: TransportRequest, for call: ServiceCall, _ secrets: Secrets
  ) async throws -> ServiceAnswer {
    try Task.checkCancellation()
    var arrived = false
    let maximumSize = call.maximumAnswerSize ?? configuration.maximumAnswerSize
    let response: TransportResponse
    let body: Data?
    do {
      response = try await configuration.transport.send(request)
      arrived = true
      body = try await response.body.collected(upTo: maximumSize)
    } catch {
      throw failure(of: call, for: error, arrived: arrived)
    }
    guard let body else {
      throw problem(
        .responseTooLarge,
        "\(profile.name) answered with more than \(maximumSize) bytes.", call,
        response)
    }
    guard (200..<300).contains(response.status) else {
      throw refusal(of: call, response, body)
    }
    do {
      let json = try JSON(parsing: body)
      return ServiceAnswer(
        status: response.status, headers: response.headers,
        json: secrets.hidden(in: json, from: body), secrets: secrets)
    } catch {
      throw problem(
        .malformedResponse, "\(profile.name)'s answer is not JSON: \(error)", call, response, body)
    }
  }

  private func report(
    _ call: ServiceCall, _ number: Int, _ duration: Duration, _ answer: ServiceAnswer?,
    _ problem: MediaError?, _ delay: Duration?
  ) {
    configuration.observer?(
      CallAttempt(
        service: profile.name, method: call.method, path: call.path.joined(separator: "/"),
        model: call.model, number: number, status: answer?.status ?? problem?.httpStatus,
        requestID: answer?.requestID ?? problem?.requestID, duration: duration,
        error: problem?.code, retryDelay: delay))
  }
}

extension Result where Failure == any Error {
  fileprivate static func catching(_ body: () async throws -> Success) async -> Self {
    do { return .success(try await body()) } catch { return .failure(error) }
  }

  fileprivate var success: Success? { try? get() }
  fileprivate var failure: Failure? {
    guard case .failure(let error) = self else { return nil }
    return error
  }
}
