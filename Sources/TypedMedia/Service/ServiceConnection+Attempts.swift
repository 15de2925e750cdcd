import Foundation

/// The way that a call is tried, and tried again.
extension ServiceConnection {
  /// Makes `call` and reads the answer, again if need be and if that can do no harm.
  ///
  /// - Parameters:
  ///   - isDeduplicated: Whether the service knows the call again, so that it can be repeated though it
  ///     spends.
  ///   - permit: Says before each attempt whether it may still be made.
  ///   - prepare: Called before the first attempt goes out, when all that it needs is there.
  ///   - read: Reads an answer of success.
  func attempt<Value>(
    _ call: ServiceCall, isDeduplicated: Bool = false, _ permit: SendingPermit = SendingPermit(),
    before prepare: () async throws -> Void = {}, reading read: (ServiceResponse) throws -> Value
  ) async throws -> Value {
    let url = try checkedURL(for: call)
    /// The reason why an earlier attempt leaves open whether something was spent: what comes later
    /// cannot tell what became of it.
    var doubt: MediaError?
    for number in 1... {
      do { try await gate.enter(call.priority) } catch { throw doubt ?? error }
      let attempt: Attempt<Value>
      do {
        attempt = try await inTurn(
          call, at: url, permit, before: { if number == 1 { try await prepare() } }, reading: read)
      } catch {
        gate.leave(rateLimit: nil, retryAfter: nil)
        throw doubt ?? named(error)
      }
      let delay = delay(beforeRetry: number, of: call, after: attempt, isDeduplicated)
      gate.leave(
        rateLimit: attempt.rateLimit, retryAfter: attempt.problem?.retryAfter)
      report(attempt, of: call, number, delay)
      let failure: FailedAttempt
      switch attempt.result {
      case .success(let value): return value
      case .failure(let reason): failure = reason
      }
      if attempt.problem?.code == .outcomeUnknown { doubt = attempt.problem }
      guard let delay else { throw doubt ?? failure.error }
      if doubt == nil { permit.end() }
      do { try await stopwatch.sleep(for: delay) } catch { throw doubt ?? error }
    }
    throw CancellationError()
  }

  /// One attempt, whose turn has come.
  ///
  /// - Throws: What keeps it from going out.
  private func inTurn<Value>(
    _ call: ServiceCall, at url: URL, _ permit: SendingPermit,
    before prepare: () async throws -> Void, reading read: (ServiceResponse) throws -> Value
  ) async throws -> Attempt<Value> {
    // The key may be short-lived: it is asked for when it is needed, and again for each attempt.
    let prepared = try await prepared(call, at: url)
    return try await prepared.withRequest { request in
      try await prepare()
      try Task.checkCancellation()
      try permit.begin()
      let start = ContinuousClock.now
      var attempt = await exchange(request, for: call, prepared.secrets, reading: read)
      attempt.duration = start.duration(to: .now)
      return attempt
    }
  }

  /// The error with the service's name.
  private func named(_ error: any Error) -> any Error {
    guard var problem = error as? MediaError, problem.service == nil else { return error }
    problem.service = profile.name
    return problem
  }

  /// The time to wait before `call` is made again; `nil` where it is not.
  private func delay<Value>(
    beforeRetry number: Int, of call: ServiceCall, after attempt: Attempt<Value>,
    _ isDeduplicated: Bool
  ) -> Duration? {
    guard case .failure(let failure) = attempt.result, let problem = attempt.problem else {
      return nil
    }
    let mayRepeat =
      switch (call.effect, failure.outcome) {
      case (.reads, _): problem.isTransient
      case (_, .notSent): true
      case (_, .refused): problem.isTransient
      case (.spends, .unknown): isDeduplicated
      // To do these twice is to do them once.
      case (.writes, .unknown): ["PUT", "DELETE"].contains(call.method) && problem.isTransient
      }
    guard mayRepeat else { return nil }
    return configuration.retries.delay(beforeRetry: number, advised: problem.retryAfter)
  }

  private func exchange<Value>(
    _ request: TransportRequest, for call: ServiceCall, _ secrets: Secrets,
    reading read: (ServiceResponse) throws -> Value
  ) async -> Attempt<Value> {
    let response: TransportResponse
    do {
      response = try await configuration.transport.send(request)
    } catch {
      let outcome = CallOutcome(error, hasBody: request.hasBody)
      return Attempt(FailedAttempt(failure(of: call, outcome, because: error, secrets), outcome))
    }
    let maximumSize = call.maximumAnswerSize ?? configuration.maximumAnswerSize
    let received = await Received(response, upTo: maximumSize, hiding: secrets)
    guard (200..<300).contains(response.status) else {
      return Attempt(.failure(refusal(of: call, received)), received)
    }
    if let shortfall = received.shortfall {
      return Attempt(
        .failure(FailedAttempt(shortened(call, received, shortfall, maximumSize), .unknown)),
        received)
    }
    let answer = ServiceResponse(
      response, body: received.body, from: profile.name, hiding: secrets)
    do {
      return Attempt(.success(try read(answer)), received)
    } catch {
      return Attempt(.failure(unreadable(call, received, because: error)), received)
    }
  }

  private func report<Value>(
    _ attempt: Attempt<Value>, of call: ServiceCall, _ number: Int, _ delay: Duration?
  ) {
    configuration.observer?(
      CallAttempt(
        service: profile.name, method: call.method, path: call.pathName, model: call.model,
        number: number, status: attempt.status, requestID: attempt.requestID,
        duration: attempt.duration, error: attempt.problem?.code, retryDelay: delay))
  }
}

/// The way that one attempt at a call went.
struct Attempt<Value> {
  let result: Result<Value, FailedAttempt>
  let status: Int?
  let requestID: String?
  let rateLimit: RateLimit?
  var duration = Duration.zero

  /// One that has no answer.
  init(_ failure: FailedAttempt) {
    result = .failure(failure)
    status = nil
    requestID = nil
    rateLimit = nil
  }

  init(_ result: Result<Value, FailedAttempt>, _ received: Received) {
    let headers = received.response.headers
    self.result = result
    status = received.response.status
    requestID = headers.requestID.map { received.secrets.hidden(in: $0) }
    rateLimit = RateLimit(headers)
  }

  /// What went wrong; `nil` when nothing did, or the task was cancelled.
  var problem: MediaError? {
    guard case .failure(let failure) = result else { return nil }
    return failure.error as? MediaError
  }
}

/// A response with as much of its body as arrived and may be read.
struct Received {
  /// The reason why a body is not whole.
  enum Shortfall {
    case tooLarge
    case lost(any Error)
  }

  let response: TransportResponse
  let body: Data
  let shortfall: Shortfall?
  let secrets: Secrets

  init(_ response: TransportResponse, upTo limit: Int, hiding secrets: Secrets) async {
    self.response = response
    self.secrets = secrets
    var body = Data()
    var shortfall: Shortfall?
    do {
      for try await piece in response.body {
        if body.isEmpty { body = piece } else { body.append(piece) }
        if body.count > limit { break }
      }
      if body.count > limit { shortfall = .tooLarge }
      // In a task that is cancelled, the pieces end as if that were all.
      try Task.checkCancellation()
    } catch { shortfall = .lost(error) }
    self.body = body
    self.shortfall = shortfall
  }

  /// What is kept of it for people.
  var kept: ReceivedResponse {
    ReceivedResponse(response, body: body, isWhole: shortfall == nil, hiding: secrets)
  }
}
