extension ServiceProfile {
  /// How Hedra speaks: the key in a header field of its own
  /// (https://www.hedra.com/docs/api-reference/public/generate-asset), and errors as FastAPI has them.
  ///
  /// How many requests an account may make is not documented but for the words "low rate limits"
  /// (https://www.hedra.com/docs/pages/developer/getting_started/quickstart): 60 a minute and 4 at once
  /// is a modest guess. Set `ClientConfiguration.pace` where your plan has more or less.
  ///
  /// Questions about a job are advised every 15 to 30 seconds
  /// (https://www.hedra.com/docs/pages/developer/guides/automate-with-n8n). Long videos of avatars take
  /// their time, so the wait is an hour at most.
  static let hedra = {
    var profile = ServiceProfile(
      name: "Hedra",
      authorization: { ("X-API-Key", $0) },
      pace: RequestPace(requestsPerMinute: 60, maximumConcurrency: 4),
      polling: PollingPolicy(
        first: .seconds(15), longest: .seconds(30), deadline: .seconds(60 * 60)),
      refreshCommand: "swift package update-schemas hedra",
      failure: ServiceFailure.init(hedraAnswer:))
    profile.advice[.forbidden] =
      "Accounts and keys of Hedra's API v3 are refused here: `HedraV3` is for those."
    return profile
  }()
}

extension ServiceFailure {
  /// Reads an error. Only the list of fields that comes with status 422 is documented; the other shapes
  /// have been seen by others: `detail` as text, `message`, and `messages`.
  init?(hedraAnswer answer: JSON) {
    if let failure = ServiceFailure(validationErrors: answer) {
      self = failure
      return
    }
    let places = [answer["detail"], answer["error"], answer]
    let texts = places.map { $0?.string ?? $0?["message"]?.string }
    let messages = (answer["messages"]?.array ?? []).compactMap(\.string)
    guard
      let message = texts.compactMap({ $0 }).first
        ?? (messages.isEmpty ? nil : messages.joined(separator: "; "))
    else { return nil }
    let codes = places.flatMap { [$0?["code"]?.string, $0?["type"]?.string] }
    self.init(code: codes.compactMap { $0 }.first, message: message)
  }
}
