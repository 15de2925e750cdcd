import TypedMedia
import TypedMediaTesting

/// The reason why the sandbox refuses a request, in the service's words and in either of its two
/// shapes (https://docs.hoox.video/errors).
struct HooxRefusal: Error {
  var status: Int
  var message: String
  var code: String
  var details: [MediaError.FieldError] = []

  static let unknownKey = HooxRefusal(
    status: 401, message: "Invalid API key", code: "invalid_api_key",
    details: [
      .init(
        code: "invalid_api_key", message: "The provided API key is invalid or has been revoked")
    ])
  static let insufficientCredits = HooxRefusal(
    status: 402, message: "Insufficient credits", code: "insufficient_credits")

  static func notFound(_ what: String) -> HooxRefusal {
    HooxRefusal(status: 404, message: "\(what) not found", code: "not_found")
  }

  static func invalid(_ details: [MediaError.FieldError]) -> HooxRefusal {
    HooxRefusal(
      status: 400, message: "Validation failed", code: "invalid_value", details: details)
  }

  static func invalid(_ field: String?, _ message: String) -> HooxRefusal {
    invalid([.init(code: "invalid_value", message: message, field: field)])
  }

  func response(headers: HeaderFields) -> TransportResponse {
    var body: JSONObject = ["error": .string(message)]
    if details.isEmpty {
      body.set("code", code)
    } else {
      body["details"] = .array(
        details.map { detail in
          var object = JSONObject()
          object.set("code", detail.code)
          object.set("message", detail.message)
          object.set("field", detail.field)
          return .object(object)
        })
    }
    return TransportResponse(status: status, json: .object(body), headers: headers)
  }
}
