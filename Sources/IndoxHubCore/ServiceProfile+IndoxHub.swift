extension ServiceProfile {
  /// How IndoxHub speaks: a bearer token that begins with `indox-`
  /// (https://indoxhub.com/docs/usage/basic-usage/), and errors in one of several shapes.
  ///
  /// How many requests a minute an account has depends on its plan, which the client does not know: 60 is
  /// that of the middle one. Many may be under way at once, for some take as long as the work. How often to
  /// ask about a job is not documented; the service's own client asks every 15 seconds.
  static let indoxHub = {
    var profile = speech
    profile.secretMembers = ["byok_api_key"]
    return profile
  }()

  private static let speech = ServiceProfile(
    name: "IndoxHub",
    keyProblem: {
      $0.hasPrefix("indox-") ? nil : "does not begin with \"indox-\", as IndoxHub's keys do"
    },
    pace: RequestPace(requestsPerMinute: 60, maximumConcurrency: 32),
    polling: PollingPolicy(first: .seconds(5), longest: .seconds(15), growth: 1.5),
    refreshCommand: "swift package update-schemas indoxhub",
    failure: ServiceFailure.init(indoxHubAnswer:)
  )
}

extension ServiceFailure {
  /// Reads an error in any of the shapes that are documented: `error` as a code beside a `message`
  /// (https://indoxhub.com/docs/api-reference/errors/), a `message` without one
  /// (https://www.indoxhub.com/docs/usage/responses/), `detail` as text or as a list of fields, and
  /// `error` as an object.
  init?(indoxHubAnswer answer: JSON) {
    let error = answer["error"]
    let validation = ServiceFailure(validationErrors: answer)
    let fields = Self.fieldErrors(error) ?? validation?.fieldErrors ?? []
    let texts = [answer["message"], error?["message"], answer["detail"], error].map { $0?.string }
    guard let message = validation?.message ?? texts.compactMap({ $0 }).first else { return nil }
    self.init(
      code: error?.string ?? error?["code"]?.string ?? error?["type"]?.string ?? fields.first?.code,
      message: message,
      fieldErrors: fields,
      requestID: answer["request_id"]?.string,
      retryAfter: answer["details"]?["retry_after"]?.double.flatMap(Self.delay)
    )
  }

  /// What an error that names a parameter says of it; `nil` when it names none.
  private static func fieldErrors(_ error: JSON?) -> [MediaError.FieldError]? {
    guard let parameter = error?["param"]?.string else { return nil }
    let message = error?["message"]?.string ?? "is not valid"
    return [MediaError.FieldError(message: message, field: parameter)]
  }

  /// The delay in seconds, where it is one that can be waited for.
  private static func delay(seconds: Double) -> Duration? {
    (0...86_400).contains(seconds) ? .seconds(seconds) : nil
  }
}
