import Foundation

/// The way that what goes wrong becomes a ``MediaError``.
///
/// Where a call spends and what came back leaves open whether it was accepted, the error is
/// ``MediaError/Code/outcomeUnknown``, whatever else is wrong: money comes first.
extension ServiceConnection {
  /// The error for a call that has no response.
  func failure(
    of call: ServiceCall, _ outcome: CallOutcome, because reason: any Error, _ secrets: Secrets
  ) -> any Error {
    let name = profile.name
    let code: MediaError.Code
    let message: String
    switch (outcome, call.effect) {
    case (.notSent, _): (code, message) = (.unreachable, "\(name) could not be reached. \(reason)")
    case (_, .spends):
      code = .outcomeUnknown
      message = """
        The request was sent to \(name), but its answer was lost: it may have been accepted and paid. \
        \(reason)
        """
    case _ where reason is CancellationError: return reason
    case _ where (reason as? TransportError)?.isBeforeConnecting == true:
      (code, message) = (.unreachable, "\(name) could not be reached. \(reason)")
    default: (code, message) = (.interrupted, "The answer of \(name) was lost. \(reason)")
    }
    return MediaError(
      code, message, service: name, model: call.model, snapshot: call.snapshot?.stamp,
      underlyingError: reason
    ).hiding(secrets)
  }

  /// The error for an answer with a status that is not one of success.
  ///
  /// - Parameter said: What the service says in it; `nil` where that cannot be read.
  private func refusal(
    of call: ServiceCall, _ outcome: CallOutcome, _ received: Received, saying said: ServiceFailure?
  ) -> MediaError {
    let response = received.response
    let code = said?.errorCode ?? Self.code(for: response, outcome)
    let message = said?.message ?? Self.message(for: code, from: profile.name)
    var error = problem(code, message, call, outcome, received)
    error.serviceCode = said?.code
    error.fieldErrors = said?.fieldErrors ?? []
    error.requestID = error.requestID ?? said?.requestID
    error.retryAfter = error.retryAfter ?? said?.retryAfter
    error.advice = profile.advice[code]
    if code == .invalidRequest, let stamp = call.snapshot?.stamp, error.isAbout(call.snapshot) {
      error.advice = stamp.advice(now: .now, command: profile.refreshCommand)
    }
    return error.hiding(received.secrets)
  }

  /// The error for an answer whose status is not one of success, and what became of the call.
  func refusal(of call: ServiceCall, _ received: Received) -> FailedAttempt {
    let said = (try? JSON(parsing: received.body, limits: .lenient)).flatMap(profile.failure)
    let outcome =
      said?.errorCode == nil
      ? CallOutcome(status: received.response.status, notTaken: profile.notTakenStatuses) : .refused
    return FailedAttempt(refusal(of: call, outcome, received, saying: said), outcome)
  }

  /// The error for an answer of success that is not all there.
  func shortened(
    _ call: ServiceCall, _ received: Received, _ shortfall: Received.Shortfall, _ maximumSize: Int
  ) -> any Error {
    switch shortfall {
    case .tooLarge:
      return problem(
        .responseTooLarge, "\(profile.name) answered with more than \(maximumSize) bytes.", call,
        .unknown, received
      ).hiding(received.secrets)
    case .lost(let reason):
      if reason is CancellationError, call.effect != .spends { return reason }
      let message = "The answer of \(profile.name) was lost. \(reason)"
      return problem(.interrupted, message, call, .unknown, received, underlyingError: reason)
        .hiding(received.secrets)
    }
  }

  /// What became of a call whose answer of success could not be read.
  ///
  /// A reader that throws a ``MediaError`` of its own says by it that the service refused, whatever its
  /// status: unless that is about the answer itself.
  func unreadable(
    _ call: ServiceCall, _ received: Received, because reason: any Error
  ) -> FailedAttempt {
    let unclear: Set<MediaError.Code> = [
      .interrupted, .malformedResponse, .outcomeUnknown, .responseTooLarge, .serverError,
    ]
    switch reason {
    case var error as MediaError where !unclear.contains(error.code):
      error.service = error.service ?? profile.name
      error.model = error.model ?? call.model
      error.httpStatus = error.httpStatus ?? received.response.status
      error.response = received.kept
      return FailedAttempt(error.hiding(received.secrets), .refused)
    case let error as MediaError:
      return FailedAttempt(
        problem(
          error.code, error.message, call, .unknown, received,
          underlyingError: error.underlyingError
        ).hiding(received.secrets), .unknown)
    case _ where reason is JSONMismatch || call.effect == .spends:
      return FailedAttempt(
        problem(
          .malformedResponse, "\(profile.name)'s answer is not what is documented. \(reason)", call,
          .unknown, received, underlyingError: reason
        ).hiding(received.secrets), .unknown)
    default: return FailedAttempt(reason, .unknown)
    }
  }

  private func problem(
    _ code: MediaError.Code, _ message: String, _ call: ServiceCall, _ outcome: CallOutcome,
    _ received: Received, underlyingError: (any Error)? = nil
  ) -> MediaError {
    let isOpen = call.effect == .spends && outcome == .unknown
    let response = received.response
    var error = MediaError(
      isOpen ? .outcomeUnknown : code,
      isOpen ? "\(message.sentence) The request may have been accepted and paid." : message,
      service: profile.name,
      model: call.model,
      httpStatus: response.status,
      snapshot: call.snapshot?.stamp,
      underlyingError: underlyingError
    )
    error.requestID = response.headers.requestID
    error.rateLimit = RateLimit(response.headers)
    error.retryAfter = response.headers.retryAfter(now: .now)
    if code == .rateLimited, error.retryAfter == nil {
      error.retryAfter = error.rateLimit?.timeToReset()
    }
    error.response = received.kept
    return error
  }

  private static func code(
    for response: TransportResponse, _ outcome: CallOutcome
  ) -> MediaError.Code {
    switch response.status {
    case 300..<400: .redirectRefused
    case 401: .invalidKey
    case 402: .insufficientCredits
    case 403: .forbidden
    case 404: .notFound
    case 409: .conflict
    case 429: .rateLimited
    case 503 where outcome == .refused || response.headers["Retry-After"] != nil: .unavailable
    case 400..<500 where ![408, 425, 499].contains(response.status): .invalidRequest
    default: .serverError
    }
  }

  private static func message(for code: MediaError.Code, from service: String) -> String {
    switch code {
    case .redirectRefused: "\(service) answered with a redirect, which was not followed."
    case .invalidKey: "\(service) does not know the API key."
    case .insufficientCredits: "There are not enough credits at \(service)."
    case .forbidden: "\(service) does not allow this for the key's account."
    case .notFound: "\(service) knows nothing under this name."
    case .conflict: "\(service) says that the request collides with another."
    case .rateLimited: "\(service) gets too many requests."
    case .unavailable: "\(service) is too busy."
    case .invalidRequest: "\(service) refused the request without saying why."
    default: "\(service) failed."
    }
  }
}

extension String {
  /// The text as a sentence, so that another can follow.
  var sentence: String {
    guard let last, !".!?…:".contains(last) else { return self }
    return self + "."
  }
}

extension MediaError {
  /// Tells whether the service names a field that the snapshot has, so that its value was allowed
  /// here.
  ///
  /// A service names a field by its path, in a notation of its own: `references.0.url`,
  /// `references[0].url`. What counts is the member of the request that it leads into.
  fileprivate func isAbout(_ snapshot: ModelSnapshot?) -> Bool {
    let properties = snapshot?.model.inputSchema?["properties"]?.object ?? [:]
    return fieldErrors.contains { error in
      let member = error.field?.split(whereSeparator: { ".[/".contains($0) }).first
      return member.map { properties.contains(String($0)) } ?? false
    }
  }

  /// The error without the secrets, which a service may repeat in what it says.
  func hiding(_ secrets: Secrets) -> MediaError {
    func hidden(_ text: String) -> String { secrets.hidden(in: text) }
    var error = self
    error.message = hidden(message)
    error.serviceCode = serviceCode.map(hidden)
    error.requestID = requestID.map(hidden)
    error.fieldErrors = fieldErrors.map { field in
      FieldError(
        code: field.code.map(hidden), message: hidden(field.message),
        field: field.field.map(hidden))
    }
    switch underlyingError {
    case let mismatch as JSONMismatch:
      error.underlyingError = JSONMismatch(problem: hidden(mismatch.problem))
    case var transport as TransportError:
      transport.message = hidden(transport.message)
      error.underlyingError = transport
    default: break
    }
    return error
  }
}
