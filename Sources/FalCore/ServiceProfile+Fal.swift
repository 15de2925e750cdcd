import Foundation

extension ServiceProfile {
  /// How fal speaks: a key by itself (https://fal.ai/docs), and errors in three
  /// shapes (https://fal.ai/docs): a list of what is wrong with the input, a text with a type, and an
  /// object of the platform's.
  ///
  /// It limits how many requests run at once, not how many are sent: more wait in its queue
  /// (https://fal.ai/docs). How often to ask for a status is not documented; its own
  /// clients do every half second.
  static func fal(at addresses: FalAddresses) -> ServiceProfile {
    var profile = ServiceProfile(
      name: "fal",
      authorization: { ("Authorization", "Key \($0)") },
      polling: PollingPolicy(first: .milliseconds(500), longest: .seconds(3)),
      refreshCommand: "swift package update-schemas fal",
      failure: failure)
    profile.isOwnAddress = { addresses.isOwn($0) }
    return profile
  }

  private static func failure(_ answer: JSON) -> ServiceFailure? {
    if let failure = ServiceFailure(validationErrors: answer) { return failure }
    if let text = answer["detail"]?.string {
      var failure = ServiceFailure(code: answer["error_type"]?.string, message: text)
      // That an account is empty is told with status 403, and by these words alone.
      if text.contains("Exhausted balance") { failure.errorCode = .insufficientCredits }
      return failure
    }
    if let error = answer["error"]?.object, let message = error["message"]?.string {
      return ServiceFailure(
        code: error["type"]?.string, message: message, requestID: error["request_id"]?.string)
    }
    // An unknown request, and one that can no longer be cancelled, have a status alone.
    return (answer["error"]?.string ?? answer["status"]?.string).map {
      ServiceFailure(code: answer["error_type"]?.string ?? $0, message: $0)
    }
  }
}
