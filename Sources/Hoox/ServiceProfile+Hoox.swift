extension ServiceProfile {
  /// How Hoox speaks: a bearer token (https://docs.hoox.video/authentication), and errors in one of
  /// two shapes (https://docs.hoox.video/errors), both of which may lack everything but the message.
  static let hoox = ServiceProfile(
    name: "Hoox",
    keyProblem: { $0.hasPrefix("hx_") ? nil : "does not begin with \"hx_\", as Hoox's keys do" },
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
