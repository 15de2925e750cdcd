import TypedMedia
import TypedMediaTesting

/// The reason why the sandbox refuses a request, in the service's shape.
struct ReplicateRefusal: Error {
  var status: Int
  var title: String?
  var detail: String
  var fields: [MediaError.FieldError] = []
  /// The number of seconds that to wait; `nil` where waiting does not help.
  var retryAfter: Int?

  static let unknownKey = ReplicateRefusal(
    status: 401, title: "Unauthenticated",
    detail: "You did not pass a valid authentication token")
  static let notFound = ReplicateRefusal(status: 404, detail: "Not found")
  static let fileNotFound = ReplicateRefusal(status: 404, detail: "File not found")
  static let tooLarge = ReplicateRefusal(
    status: 413, detail: "Files must be less than 100MB in size")
  static let unknownVersion = ReplicateRefusal(
    status: 422, title: "Invalid version or not permitted",
    detail:
      "The specified version does not exist (or perhaps you don't have permission to use it?)")
  static let insufficientCredit = ReplicateRefusal(
    status: 402, title: "Insufficient credit",
    detail: "You have insufficient credit to run this model.")

  static func throttled(seconds: Int) -> ReplicateRefusal {
    ReplicateRefusal(
      status: 429, detail: "Request was throttled. Your rate limit resets in ~\(seconds)s.",
      retryAfter: seconds)
  }

  static func invalid(_ fields: [MediaError.FieldError]) -> ReplicateRefusal {
    let lines = fields.map { field in
      "- \(field.field.map { $0.isEmpty ? "" : "\($0): " } ?? "")\(field.message)\n"
    }
    return ReplicateRefusal(
      status: 422, title: "Input validation failed", detail: lines.joined(), fields: fields)
  }

  func response(headers: HeaderFields) -> TransportResponse {
    var body = JSONObject()
    body.set("title", title)
    body.set("detail", detail)
    body.set("status", status)
    body.set("retry_after", retryAfter)
    if !fields.isEmpty {
      body["invalid_fields"] = .array(
        fields.map { field in
          var object = JSONObject()
          object.set("type", field.code)
          object.set("field", field.field ?? "")
          object.set("description", field.message)
          return .object(object)
        })
    }
    var headers = headers
    if let retryAfter { headers["Retry-After"] = "\(retryAfter)" }
    return TransportResponse(status: status, json: .object(body), headers: headers)
  }
}

extension ReplicateRefusal {
  /// What is scripted, or what every sandbox refuses, in the service's shape.
  init(status: Int, code: String, message: String, headers: HeaderFields) {
    self.init(status: status, detail: message)
    switch status {
    case 401: self = .unknownKey
    case 402: self = .insufficientCredit
    case 429: self = .throttled(seconds: headers["Retry-After"].flatMap { Int($0) } ?? 30)
    default: break
    }
  }
}

extension ModelRecord {
  /// In what an input breaks the model's schema, in the service's words.
  ///
  /// What is missing is named in the description alone, below the field that it is missing in.
  func invalidFields(in input: JSONObject) -> [MediaError.FieldError] {
    let known = inputSchema?["properties"]?.object ?? [:]
    let required = (inputSchema?["required"]?.array ?? []).compactMap(\.string)
    let missing = required.filter { input[$0] == nil }.map { name in
      MediaError.FieldError(code: "required", message: "\(name) is required", field: "input")
    }
    let foreign = input.filter { known[$0.key] == nil }.map { name, _ in
      MediaError.FieldError(
        code: "additional_property_not_allowed",
        message: "Additional property \(name) is not allowed", field: "input")
    }
    guard let snapshot = try? ModelSnapshot(json) else { return missing + foreign }
    let wrong = snapshot.violations(in: .object(input)).filter {
      !($0.rule == "required" && $0.instancePath == .root)
    }
    return missing + foreign
      + wrong.map { violation in
        MediaError.FieldError(
          code: Self.words[violation.rule] ?? violation.rule, message: violation.message,
          field: (["input"] + violation.instancePath.tokens).joined(separator: "."))
      }
  }

  /// The service's words for rules.
  private static let words = [
    "maximum": "number_lte", "minimum": "number_gte", "type": "invalid_type",
  ]
}
