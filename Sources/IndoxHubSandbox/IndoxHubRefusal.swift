import Foundation
import TypedMedia
import TypedMediaTesting

/// The reason why the sandbox refuses a request, in those of the service's shapes that its status
/// goes with (https://indoxhub.com/docs/api-reference/errors/).
struct IndoxHubRefusal: Error {
  var status: Int
  var message: String
  var code: String
  var details: [MediaError.FieldError] = []

  static let unknownKey = IndoxHubRefusal(
    status: 401, message: "The API key is not valid", code: "unauthorized")
  static let insufficientCredits = IndoxHubRefusal(
    status: 402, message: "There are not enough credits", code: "insufficient_credits")
  static let rateLimited = IndoxHubRefusal(
    status: 429, message: "Too many requests", code: "RateLimitError")

  static func notFound(_ what: String) -> IndoxHubRefusal {
    IndoxHubRefusal(status: 404, message: "\(what) not found", code: "not_found")
  }

  static func badRequest(_ message: String) -> IndoxHubRefusal {
    IndoxHubRefusal(status: 400, message: message, code: "bad_request")
  }

  static func invalid(_ details: [MediaError.FieldError]) -> IndoxHubRefusal {
    IndoxHubRefusal(status: 422, message: "", code: "", details: details)
  }

  func response(id: String, headers: HeaderFields) -> TransportResponse {
    guard details.isEmpty else {
      return TransportResponse(
        status: status, json: details.validationErrors(), headers: headers)
    }
    var body: JSONObject = [
      "error": .string(code), "message": .string(message), "status_code": status.json,
      "details": .null,
    ]
    if status == 429 {
      body["success"] = false
      body.set("request_id", id)
      body["details"] = ["limit_type": "requests", "retry_after": 2]
    }
    return TransportResponse(status: status, json: .object(body), headers: headers)
  }
}
