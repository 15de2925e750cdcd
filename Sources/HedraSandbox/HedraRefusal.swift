import TypedMedia
import TypedMediaTesting

/// The reason why the sandbox refuses a request. Of the service's own refusals only those of fields
/// are documented (https://www.hedra.com/docs/api-reference/public/generate-asset); the others are
/// in a form that has been seen.
struct HedraRefusal: Error {
  var status: Int
  var message: String
  var details: [MediaError.FieldError] = []
  /// The part of the request that the details are about.
  var part = "body"

  static let insufficientCredits = HedraRefusal(status: 402, message: "Insufficient credits")

  static func notFound(_ what: String) -> HedraRefusal {
    HedraRefusal(status: 404, message: "\(what) not found")
  }

  static func invalid(
    _ details: [MediaError.FieldError], in part: String = "body"
  ) -> HedraRefusal {
    HedraRefusal(status: 422, message: "", details: details, part: part)
  }

  static func invalid(
    _ field: String, _ message: String, _ code: String = "value_error", in part: String = "body"
  ) -> HedraRefusal {
    invalid([.init(code: code, message: message, field: field)], in: part)
  }

  func response(headers: HeaderFields) -> TransportResponse {
    let body: JSON =
      details.isEmpty ? ["detail": .string(message)] : details.validationErrors(in: part)
    return TransportResponse(status: status, json: body, headers: headers)
  }
}
