extension ServiceProfile {
  /// How IndoxHub speaks: a bearer token that begins with `indox-`
  /// (https://indoxhub.com/docs/usage/basic-usage/), and errors in one of several shapes.
  ///
  /// How many requests a minute an account has depends on its plan, which the client does not know: 60 is
  /// that of the middle one. Many may be under way at once, for some take as long as the work. How often to ask about a job is not documented; the service's own client
  /// asks every 15 seconds.
  static let indoxHub = ServiceProfile(
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
    let fields = Self.fieldErrors(answer)
    let texts = [answer["message"], error?["message"], answer["detail"], error].map { $0?.string }
    guard let message = texts.compactMap({ $0 }).first ?? fields.first?.message else { return nil }
    let reasons = fields.map { ($0.field.map { "\($0): " } ?? "") + $0.message }
    self.init(
      code: error?.string ?? error?["code"]?.string ?? error?["type"]?.string ?? fields.first?.code,
      message: answer["detail"]?.array == nil ? message : reasons.joined(separator: "; "),
      fieldErrors: fields,
      requestID: answer["request_id"]?.string,
      retryAfter: answer["details"]?["retry_after"]?.double.flatMap(Self.delay)
    )
  }

  private static func fieldErrors(_ answer: JSON) -> [MediaError.FieldError] {
    if let parameter = answer["error"]?["param"]?.string {
      let message = answer["error"]?["message"]?.string ?? "is not valid"
      return [MediaError.FieldError(message: message, field: parameter)]
    }
    return (answer["detail"]?.array ?? []).map { detail in
      // `["body", "duration"]`; an index into a list is a number.
      let path = (detail["loc"]?.array ?? []).map { $0.string ?? $0.text() }
      let field = path.drop { $0 == "body" }.joined(separator: ".")
      return MediaError.FieldError(
        code: detail["type"]?.string, message: detail["msg"]?.string ?? "is not valid",
        field: field.isEmpty ? nil : field)
    }
  }

  /// The delay in seconds, where it is one that can be waited for.
  private static func delay(seconds: Double) -> Duration? {
    (0...86_400).contains(seconds) ? .seconds(seconds) : nil
  }
}
