import Foundation

extension ServiceProfile {
  /// How Replicate speaks: a bearer token, and errors that are a problem's title and details, with a list of the
  /// fields that are wrong.
  ///
  /// It takes 600 predictions a minute, and 3,000 other calls
  /// (https://replicate.com/docs/topics/predictions/rate-limits); fewer where an account has little credit, which
  /// its refusals say. How often to ask for a status is not documented; its JavaScript client does every half
  /// second.
  static let replicate = ServiceProfile(
    name: "Replicate",
    pace: RequestPace(requestsPerMinute: 600),
    polling: PollingPolicy(first: .milliseconds(500), longest: .seconds(3)),
    refreshCommand: "swift package update-schemas replicate",
    failure: { ServiceFailure(replicate: $0) })
}

extension ServiceFailure {
  /// Reads a refusal; `nil` when the answer says nothing for people.
  fileprivate init?(replicate answer: JSON) {
    let detail = answer["detail"]?.string?.trimmingCharacters(in: .whitespacesAndNewlines)
    let fields = (answer["invalid_fields"]?.array ?? []).map(MediaError.FieldError.init(replicate:))
    guard let message = detail ?? fields.first?.message ?? answer["title"]?.string else {
      return nil
    }
    self.init(
      code: fields.first?.code, message: message, fieldErrors: fields,
      retryAfter: Self.delay(in: answer, detail ?? ""))
  }

  /// The time to wait: a member beside the text, or what the text says, as in `resets in ~7s`.
  private static func delay(in answer: JSON, _ text: String) -> Duration? {
    let said = text.firstMatch(of: #/resets in ~?(\d{1,6})s/#).flatMap { Double($0.1) }
    let seconds = answer["retry_after"]?.double ?? said
    return seconds.flatMap { (0...2_678_400).contains($0) ? .seconds($0) : nil }
  }
}

extension MediaError.FieldError {
  /// Reads one of a refusal's fields.
  ///
  /// Fields are named from the body on, as in `input.seed`; of those of the input, the request's own name counts.
  /// What is missing is named in the description alone, as in `prompt is required`, below the field that it is
  /// missing in.
  fileprivate init(replicate field: JSON) {
    let code = field["type"]?.string
    let message = field["description"]?.string ?? "is not valid"
    var path = (field["field"]?.string ?? "").split(separator: ".").map(String.init)
    if code == "required", let match = message.wholeMatch(of: #/(\S+) is required/#) {
      path.append(String(match.1))
    }
    if path.count > 1, path[0] == "input" { path.removeFirst() }
    self.init(
      code: code, message: message, field: path.isEmpty ? nil : path.joined(separator: "."))
  }
}
