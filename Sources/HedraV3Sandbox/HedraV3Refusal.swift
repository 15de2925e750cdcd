import Foundation
import TypedMedia
import TypedMediaTesting

/// The reason why the sandbox refuses a request, in the service's words.
struct HedraV3Refusal: Error {
  var status: Int
  var code: HedraV3ErrorCode
  var message: String
  var retryAfter: Int?
  var details: [MediaError.FieldError] = []
  var members = JSONObject()

  static let unknownKey = HedraV3Refusal(
    status: 401, code: .unauthorized, message: "Invalid API key.")

  static func notFound(_ message: String) -> HedraV3Refusal {
    HedraV3Refusal(status: 404, code: .notFound, message: message)
  }

  static func invalid(_ details: [MediaError.FieldError]) -> HedraV3Refusal {
    let message =
      details.count == 1
      ? details[0].message : "\(details.count) input fields are invalid; see details."
    return HedraV3Refusal(
      status: 400, code: .invalidArgument, message: message, details: details)
  }

  static func insufficientBalance(_ balance: Decimal, _ required: Decimal?) -> HedraV3Refusal {
    var billing = JSONObject()
    billing.set("balance", balance)
    billing.set("required", required)
    billing.set("currency", "USD")
    billing.set("funding_url", "https://www.hedra.com/develop/billing?add_funds=true")
    return HedraV3Refusal(
      status: 402, code: .insufficientBalance,
      message: "Your API wallet cannot pay for this request.",
      members: ["billing": .object(billing)])
  }

  /// The envelope of the error.
  var envelope: JSON {
    var error = JSONObject()
    error["code"] = code.json
    error.set("message", message)
    error["retryable"] = .bool(retryAfter != nil)
    error.set("retry_after", retryAfter)
    if !details.isEmpty {
      error.set("param", details[0].field)
      error["details"] = .array(
        details.map { detail in
          var object = JSONObject()
          object.set("field", detail.field)
          object.set("message", detail.message)
          object.set("reason", detail.code)
          return .object(object)
        })
    }
    for (name, value) in members { error[name] = value }
    return .object(error)
  }

  func response(headers: HeaderFields) -> TransportResponse {
    let trace = "0af7651916cd43dd8448eb211c80319c"
    var headers = headers
    headers["X-Trace-Id"] = trace
    if let retryAfter { headers["Retry-After"] = "\(retryAfter)" }
    return TransportResponse(
      status: status, json: ["error": envelope, "trace_id": .string(trace)], headers: headers)
  }
}

extension HedraV3Refusal {
  /// What is scripted, or what every sandbox refuses, in the service's code.
  init(status: Int, code: String, message: String, headers: HeaderFields) {
    let known: [Int: HedraV3ErrorCode] = [
      400: .invalidArgument, 401: .unauthorized, 402: .insufficientBalance, 403: .permissionDenied,
      404: .notFound, 409: .alreadyInProgress, 410: .gone, 422: .moderationFailed,
      429: .resourceExhausted, 500: .internalError, 503: .unavailable,
    ]
    let isOwn = code == code.uppercased()
    self.init(
      status: status,
      code: isOwn ? HedraV3ErrorCode(rawValue: code) : known[status] ?? .unknown,
      message: message, retryAfter: headers["Retry-After"].flatMap { Int($0) })
  }
}
