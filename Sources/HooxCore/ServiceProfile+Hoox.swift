extension ServiceProfile {
  /// How Hoox speaks: a bearer token (https://docs.hoox.video/authentication), and errors in one of
  /// two shapes (https://docs.hoox.video/errors), both of which may lack everything but the message;
  /// 100 requests a minute and questions about a job every 2 to 5 seconds
  /// (https://docs.hoox.video/api-reference/assets/status).
  static let hoox = ServiceProfile(
    name: "Hoox",
    keyProblem: { $0.hasPrefix("hx_") ? nil : "does not begin with \"hx_\", as Hoox's keys do" },
    pace: RequestPace(requestsPerMinute: 100),
    polling: PollingPolicy(first: .seconds(2), longest: .seconds(5)),
    refreshCommand: "swift package update-schemas hoox",
    failure: { answer in
      guard let message = answer["error"]?.string ?? answer["message"]?.string else { return nil }
      let details = (answer["details"]?.array ?? []).map { detail in
        MediaError.FieldError(
          code: detail["code"]?.string, message: detail["message"]?.string ?? message,
          field: detail["field"]?.string)
      }
      let reasons = details.map { ($0.field.map { "\($0): " } ?? "") + $0.message }
      return ServiceFailure(
        code: answer["code"]?.string ?? details.first?.code,
        message: reasons.isEmpty ? message : "\(message): \(reasons.joined(separator: "; "))",
        fieldErrors: details
      )
    }
  )
}
