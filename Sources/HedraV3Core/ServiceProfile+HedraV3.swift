extension ServiceProfile {
  /// How Hedra's API v3 speaks: `Authorization: Key ID:SECRET`, or `Bearer` and a short-lived token; errors in
  /// an envelope of its own; the idempotency key in a header field.
  ///
  /// The document's example of a limit is 60 requests in 60 seconds for each key, and answers say how many are
  /// left. The guides ask about a job every 2 seconds; how long a job takes at most is not documented, so that
  /// the wait is an hour.
  static let hedraV3 = {
    var profile = ServiceProfile(
      name: "Hedra v3",
      authorization: { key in
        ("Authorization", key.contains(":") ? "Key \(key)" : "Bearer \(key)")
      },
      pace: RequestPace(requestsPerMinute: 60),
      polling: PollingPolicy(
        first: .seconds(2), longest: .seconds(10), deadline: .seconds(60 * 60)),
      refreshCommand: "swift package update-schemas hedra-v3",
      failure: ServiceFailure.init(hedraV3Answer:))
    profile.idempotencyField = "Idempotency-Key"
    return profile
  }()
}

extension ServiceFailure {
  /// Reads an error; `nil` where it has no envelope.
  init?(hedraV3Answer answer: JSON) {
    guard let failure = HedraV3Failure(answer: answer) else { return nil }
    let reasons = failure.details.map { detail in
      detail.message.hasPrefix(detail.field ?? "")
        ? detail.message : "\(detail.field ?? ""): \(detail.message)"
    }
    var message = ([failure.message] + reasons).joined(separator: " ")
    if let replacement = failure.replacement {
      message += " It was replaced by \(replacement)."
    }
    self.init(
      code: failure.code?.rawValue,
      message: message,
      fieldErrors: failure.details.map { detail in
        MediaError.FieldError(
          code: detail.reason, message: detail.message,
          field: detail.place.tokens.joined(separator: "."))
      },
      requestID: answer["trace_id"]?.string,
      retryAfter: failure.retryDelay)
    if failure.isKeyOfAnotherRequest { errorCode = .idempotencyConflict }
  }
}
