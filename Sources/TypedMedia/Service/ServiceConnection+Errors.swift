import Foundation

/// How what goes wrong becomes a ``MediaError``.
extension ServiceConnection {
  /// The error for a call that has no whole answer.
  ///
  /// - Parameter arrived: Whether there was the head of one, whatever the error says.
  func failure(of call: ServiceCall, for error: any Error, arrived: Bool) -> any Error {
    let name = profile.name
    let mayHaveArrived = arrived || (error as? TransportError)?.mayHaveArrived ?? true
    let code: MediaError.Code
    let message: String
    switch (mayHaveArrived, call.effect) {
    case (true, .spends):
      code = .outcomeUnknown
      message = """
        The request was sent to \(name), but its answer was lost: it may have been accepted and paid. \
        \(error)
        """
    case (_, _) where error is CancellationError: return error
    case (true, _): (code, message) = (.interrupted, "The answer of \(name) was lost. \(error)")
    case (false, _): (code, message) = (.unreachable, "\(name) could not be reached. \(error)")
    }
    return MediaError(
      code, message, service: name, model: call.model, snapshot: stamp, underlyingError: error)
  }

  /// The error for an answer with a status that is not one of success.
  func refusal(of call: ServiceCall, _ response: TransportResponse, _ body: Data) -> MediaError {
    let said = (try? JSON(parsing: body)).flatMap(profile.failure)
    let code: MediaError.Code =
      switch response.status {
      case 300..<400: .redirectRefused
      case 401: .invalidKey
      case 402: .insufficientCredits
      case 403: .forbidden
      case 404: .notFound
      case 409: .conflict
      case 429: .rateLimited
      case 503 where response.headers["Retry-After"] != nil: .unavailable
      case 400..<500 where response.status != 408: .invalidRequest
      default: .serverError
      }
    let message = said?.message ?? Self.message(for: code, from: profile.name)
    var error = problem(code, message, call, response, body)
    error.serviceCode = said?.code
    error.fieldErrors = said?.fieldErrors ?? []
    error.requestID = error.requestID ?? said?.requestID
    error.retryAfter = error.retryAfter ?? said?.retryAfter
    if code == .invalidRequest, let stamp = call.snapshot?.stamp, error.isAbout(call.snapshot) {
      error.advice = stamp.advice(now: .now, command: profile.refreshCommand)
    }
    return error
  }

  /// The error for an answer that is there but is not good.
  ///
  /// Where the call spends and the answer leaves open whether it was accepted, the error is
  /// ``MediaError/Code/outcomeUnknown``, whatever else is wrong: money comes first.
  func problem(
    _ code: MediaError.Code, _ message: String, _ call: ServiceCall, _ response: TransportResponse,
    _ body: Data? = nil, underlyingError: (any Error)? = nil
  ) -> MediaError {
    let unclear: Set<MediaError.Code> = [.serverError, .malformedResponse, .responseTooLarge]
    let isUnclear = call.effect == .spends && unclear.contains(code)
    var error = MediaError(
      isUnclear ? .outcomeUnknown : code,
      isUnclear ? "\(message) The request may have been accepted and paid." : message,
      service: profile.name,
      model: call.model,
      httpStatus: response.status,
      snapshot: stamp,
      underlyingError: underlyingError
    )
    error.requestID = response.headers["X-Request-Id"]
    error.rateLimit = RateLimit(response.headers)
    error.retryAfter = response.headers.retryAfter(now: .now) ?? untilReset(error.rateLimit, code)
    error.answer = body.map { String(decoding: $0.prefix(2_000), as: UTF8.self) }
    return error
  }

  /// How long a service that is refusing for the rate will go on to do so.
  private func untilReset(_ rateLimit: RateLimit?, _ code: MediaError.Code) -> Duration? {
    guard code == .rateLimited, let reset = rateLimit?.reset else { return nil }
    return .seconds(max(0, reset.timeIntervalSinceNow))
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

extension MediaError {
  /// Whether the service names a field that the snapshot has, so that its value was allowed here.
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
    error.answer = answer.map(hidden)
    error.fieldErrors = fieldErrors.map { field in
      FieldError(
        code: field.code.map(hidden), message: hidden(field.message),
        field: field.field.map(hidden))
    }
    if let mismatch = underlyingError as? JSONMismatch {
      error.underlyingError = JSONMismatch(problem: hidden(mismatch.problem))
    }
    return error
  }
}
