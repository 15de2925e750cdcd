import Fal
import Foundation
import TypedMedia
import TypedMediaTesting

/// What fal knows and does, as far as it is documented: a value that changes with each call.
struct FalService: Sendable {
  /// Where results and uploads are.
  static let fileHost = "v3.fal.media"

  /// Why a request ends without an answer.
  struct Failure: Sendable {
    var status: Int
    var type: String
    var message: String
  }

  /// One request.
  struct Job: Sendable {
    let id: String
    let model: ModelRecord
    let submitted: Duration
    let output: JSON
    let failure: Failure?
    var cancelled: Duration?
  }

  let models: [ModelRecord]
  let pace: FalSandbox.Pace
  let publicKey: Data
  /// The failures of the requests that are submitted next.
  var comingFailures: [Failure] = []
  private(set) var jobs: [String: Job] = [:]
  private(set) var lastID: String?
  private var files: [String: (data: Data, contentType: String)] = [:]
  private var parts: [String: [Int: Data]] = [:]

  init(models: [ModelRecord], pace: FalSandbox.Pace, publicKey: Data) {
    self.models = models
    self.pace = pace
    self.publicKey = publicKey
  }

  /// Answers a call whose key is right.
  mutating func answer(to call: FalCall, at now: Duration) -> TransportResponse {
    switch call.endpoint {
    case .submit: submit(call, at: now)
    case .run: run(call, at: now)
    case .status: status(of: call, at: now)
    case .stream: stream(of: call, at: now)
    case .result: result(of: call, at: now)
    case .cancel: cancel(call, at: now)
    case .models: listModels(call)
    case .prices: listPrices(call)
    case .estimate: estimate(call)
    case .keys: keys
    case .initiateUpload, .initiateParts: initiateUpload(call)
    case .uploadFile: takeFile(call)
    case .uploadPart: takePart(call)
    case .completeParts: completeParts(call)
    case .file: file(call)
    case nil: Self.refusal(404, "not_found", "Not Found")
    }
  }

  static func refusal(_ status: Int, _ type: String, _ message: String) -> TransportResponse {
    TransportResponse(
      status: status, json: ["detail": .string(message), "error_type": .string(type)])
  }

  private func newID() -> String {
    let digits = String(jobs.count + 1)
    return "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  // MARK: Requests

  /// Takes a request, if it is one that the model takes.
  private mutating func begin(_ call: FalCall, at now: Duration) -> Result<Job, Refused> {
    guard let model = models.first(where: { $0.name == call.model }) else {
      return .failure(Refused(Self.refusal(404, "not_found", "Application not found")))
    }
    guard case .object(let body)? = call.body else {
      return .failure(Refused(Self.refusal(400, "bad_request", "The body must be JSON")))
    }
    let errors = model.fieldErrors(in: body, unknown: "extra_forbidden", invalid: "value_error")
    guard errors.isEmpty else {
      return .failure(
        Refused(TransportResponse(status: 422, json: errors.validationErrors())))
    }
    let id = newID()
    let kind = model.kind.flatMap(MediaKind.init)
    var count = 0
    let sample = SampleOutput(of: model.outputSchema ?? [:], kind: kind) { media in
      count += 1
      return URL(string: "https://\(Self.fileHost)/\(id)-\(count).\(media.fileExtension)")
    }
    for (url, media) in sample.files {
      files[url.lastPathComponent] = (media.data, media.contentType)
    }
    let job = Job(
      id: id, model: model, submitted: now, output: sample.json,
      failure: comingFailures.isEmpty ? nil : comingFailures.removeFirst())
    (jobs[id], lastID) = (job, id)
    return .success(job)
  }

  private struct Refused: Error {
    let response: TransportResponse
    init(_ response: TransportResponse) { self.response = response }
  }

  private mutating func submit(_ call: FalCall, at now: Duration) -> TransportResponse {
    switch begin(call, at: now) {
    case .failure(let refused): return refused.response
    case .success(let job):
      let address = address(of: job, call)
      return TransportResponse(
        status: 200,
        json: [
          "status": "IN_QUEUE", "request_id": .string(job.id), "queue_position": 0,
          "response_url": .string(address), "status_url": .string("\(address)/status"),
          "cancel_url": .string("\(address)/cancel"),
        ])
    }
  }

  private mutating func run(_ call: FalCall, at now: Duration) -> TransportResponse {
    switch begin(call, at: now) {
    case .failure(let refused): return refused.response
    case .success(let job):
      return end(of: job)
    }
  }

  /// The address of a request: below the first two parts of the model's name, whichever endpoint it is.
  private func address(of job: Job, _ call: FalCall) -> String {
    let owner = job.model.name.split(separator: "/").prefix(2).joined(separator: "/")
    let base = call.url.host == "queue.fal.run" ? "https://queue.fal.run" : Self.base(of: call.url)
    return "\(base)/\(owner)/requests/\(job.id)"
  }

  private static func base(of url: URL) -> String {
    let port = url.port.map { ":\($0)" } ?? ""
    return "\(url.scheme ?? "https")://\(url.host ?? "")\(port)/queue"
  }

  private func word(of job: Job, at now: Duration) -> String {
    if job.cancelled != nil { return "COMPLETED" }
    if now - job.submitted < pace.queued { return "IN_QUEUE" }
    return now - job.submitted < pace.queued + pace.working ? "IN_PROGRESS" : "COMPLETED"
  }

  private func report(on job: Job, _ call: FalCall, at now: Duration) -> JSON {
    let word = word(of: job, at: now)
    var report: JSONObject = [
      "status": .string(word), "request_id": .string(job.id),
      "response_url": .string(address(of: job, call)),
    ]
    switch word {
    case "IN_QUEUE": report["queue_position"] = 0
    case "COMPLETED":
      report["metrics"] = ["inference_time": (pace.working / .seconds(1)).json]
      if let failure = job.failure {
        report["error"] = .string(failure.message)
        report["error_type"] = .string(failure.type)
      } else if job.cancelled != nil {
        report["error"] = "The request was cancelled"
        report["error_type"] = "client_cancelled"
      }
    default: break
    }
    if call.query["logs"] == "1", word != "IN_QUEUE" {
      report["logs"] = [
        [
          "message": "Loading", "timestamp": "2026-01-01T00:00:00Z", "level": "INFO",
          "source": "USER",
        ]
      ]
    }
    return .object(report)
  }

  private func status(of call: FalCall, at now: Duration) -> TransportResponse {
    guard let job = jobs[call.id] else {
      return TransportResponse(status: 404, json: ["status": "NOT_FOUND"])
    }
    let status = word(of: job, at: now) == "COMPLETED" ? 200 : 202
    return TransportResponse(status: status, json: report(on: job, call, at: now))
  }

  private func stream(of call: FalCall, at now: Duration) -> TransportResponse {
    guard let job = jobs[call.id] else {
      return TransportResponse(status: 404, json: ["status": "NOT_FOUND"])
    }
    let times = [
      job.submitted, job.submitted + pace.queued, job.submitted + pace.queued + pace.working,
    ]
    let events = times.map { "data: \(report(on: job, call, at: max($0, now)).text())\n\n" }
    return TransportResponse(
      status: 200, headers: ["Content-Type": "text/event-stream"],
      body: .data(Data(events.joined().utf8)))
  }

  private func result(of call: FalCall, at now: Duration) -> TransportResponse {
    guard let job = jobs[call.id] else {
      return TransportResponse(status: 404, json: ["status": "NOT_FOUND"])
    }
    guard word(of: job, at: now) == "COMPLETED" else {
      return TransportResponse(status: 400, json: ["detail": "Request is still in progress"])
    }
    guard now - job.submitted < pace.queued + pace.working + pace.kept else {
      return TransportResponse(status: 404, json: ["status": "NOT_FOUND"])
    }
    return end(of: job)
  }

  private func end(of job: Job) -> TransportResponse {
    if job.cancelled != nil {
      return Self.refusal(499, "client_cancelled", "The request was cancelled")
    }
    guard let failure = job.failure else {
      return TransportResponse(
        status: 200, json: job.output,
        headers: ["X-Fal-Request-Id": job.id, "X-Fal-Billable-Units": "1"])
    }
    guard failure.status == 422 else {
      var response = Self.refusal(failure.status, failure.type, failure.message)
      response.headers["X-Fal-Error-Type"] = failure.type
      return response
    }
    var response = TransportResponse(
      status: 422,
      json: [
        "detail": [
          [
            "loc": ["body", "prompt"], "msg": .string(failure.message),
            "type": .string(failure.type),
          ]
        ]
      ])
    response.headers["X-Fal-Retryable"] = "false"
    return response
  }

  private mutating func cancel(_ call: FalCall, at now: Duration) -> TransportResponse {
    guard let job = jobs[call.id] else {
      return TransportResponse(status: 404, json: ["status": "NOT_FOUND"])
    }
    guard word(of: job, at: now) != "COMPLETED" else {
      return TransportResponse(status: 400, json: ["status": "ALREADY_COMPLETED"])
    }
    jobs[call.id]?.cancelled = now
    return TransportResponse(status: 202, json: ["status": "CANCELLATION_REQUESTED"])
  }

  func webhookPayload(of id: String, at now: Duration) -> JSON? {
    guard let job = jobs[id], word(of: job, at: now) == "COMPLETED" else { return nil }
    var payload: JSONObject = ["request_id": .string(id), "gateway_request_id": .string(id)]
    if let failure = job.failure {
      payload["status"] = "ERROR"
      payload["error"] = .string("Invalid status code: \(failure.status)")
      payload["payload"] = [
        "detail": .string(failure.message), "error_type": .string(failure.type),
      ]
    } else {
      payload["status"] = "OK"
      payload["payload"] = job.output
    }
    return .object(payload)
  }

  // MARK: The platform

  private func listModels(_ call: FalCall) -> TransportResponse {
    let wanted = models.filter { call.models.isEmpty || call.models.contains($0.name) }
    let pageSize = max(call.query["limit"].flatMap { Int($0) } ?? 50, 1)
    let page = call.query["cursor"].flatMap { Int($0) } ?? 0
    let start = min(page * pageSize, wanted.count)
    let end = min(start + pageSize, wanted.count)
    let records = wanted[start..<end].map { model in
      var record: JSONObject = [
        "endpoint_id": .string(model.name),
        "metadata": [
          "display_name": .string(model.label ?? model.name), "status": "active",
          "category": .string("text-to-\(model.kind ?? "image")"), "kind": "inference",
        ],
      ]
      if call.query["expand"] == "openapi-3.0" { record["openapi"] = Self.document(of: model) }
      return JSON.object(record)
    }
    return TransportResponse(
      status: 200,
      json: [
        "models": .array(Array(records)), "has_more": .bool(end < wanted.count),
        "next_cursor": end < wanted.count ? .string(String(page + 1)) : .null,
      ])
  }

  /// The document of a model's calls, with its schemas where the service has them.
  private static func document(of model: ModelRecord) -> JSON {
    func place(_ schema: JSON?, _ name: String, in all: inout JSONObject) {
      guard var object = schema?.object else { return }
      for (key, value) in object["$defs"]?.object ?? [:] { all[key] = referring(value) }
      object["$defs"] = nil
      all[name] = referring(.object(object))
    }
    var schemas = JSONObject()
    place(model.inputSchema, "Input", in: &schemas)
    place(model.outputSchema, "Output", in: &schemas)
    func content(_ name: String) -> JSON {
      [
        "content": [
          "application/json": ["schema": ["$ref": .string("#/components/schemas/\(name)")]]
        ]
      ]
    }
    return [
      "openapi": "3.0.4",
      "info": ["x-fal-metadata": ["endpointId": .string(model.name)]],
      "paths": [
        "/\(model.name)": ["post": ["requestBody": content("Input")]],
        "/\(model.name)/requests/{request_id}": ["get": ["responses": ["200": content("Output")]]],
      ],
      "components": ["schemas": .object(schemas)],
    ]
  }

  private static func referring(_ schema: JSON) -> JSON {
    switch schema {
    case .array(let elements): .array(elements.map(referring))
    case .object(let object):
      .object(
        object.reduce(into: JSONObject()) { all, member in
          let text = member.key == "$ref" ? member.value.string : nil
          all[member.key] =
            text.map { .string($0.replacing("#/$defs/", with: "#/components/schemas/")) }
            ?? referring(member.value)
        })
    default: schema
    }
  }

  private func listPrices(_ call: FalCall) -> TransportResponse {
    let known = call.models.filter { name in models.contains { $0.name == name } }
    let prices = known.map { name -> JSON in
      ["endpoint_id": .string(name), "unit_price": 0.05, "unit": "image", "currency": "USD"]
    }
    return TransportResponse(
      status: 200, json: ["prices": .array(prices), "has_more": false, "next_cursor": .null])
  }

  private func estimate(_ call: FalCall) -> TransportResponse {
    let quantities = call.body?["endpoints"]?.object?.values.compactMap { endpoint in
      (endpoint["unit_quantity"] ?? endpoint["call_quantity"])?.decimal
    }
    guard let quantities, !quantities.isEmpty, let type = call.body?["estimate_type"] else {
      return Self.refusal(422, "value_error", "endpoints is required")
    }
    let cost = quantities.reduce(0, +) / 20
    return TransportResponse(
      status: 200,
      json: ["estimate_type": type, "total_cost": .number(JSONNumber(cost)), "currency": "USD"])
  }

  private var keys: TransportResponse {
    let text = publicKey.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
    return TransportResponse(
      status: 200, json: ["keys": [["kty": "OKP", "crv": "Ed25519", "x": .string(text)]]])
  }

  // MARK: Files

  private mutating func initiateUpload(_ call: FalCall) -> TransportResponse {
    let name = "\(files.count + parts.count + 1)-\(call.body?["file_name"]?.string ?? "file")"
    let contentType = call.body?["content_type"]?.string ?? "application/octet-stream"
    files[name] = (Data(), contentType)
    let base =
      call.url.host == "rest.fal.ai"
      ? "https://\(Self.fileHost)" : Self.base(of: call.url).replacing("/queue", with: "/files")
    var components = URLComponents(string: base)
    components?.path += "/\(name)"
    let address = components?.string ?? base
    if call.endpoint == .initiateParts { parts[name] = [:] }
    return TransportResponse(
      status: 200,
      json: ["upload_url": .string("\(address)?token=t"), "file_url": .string(address)])
  }

  private mutating func takeFile(_ call: FalCall) -> TransportResponse {
    guard files[call.id] != nil else { return TransportResponse(status: 403) }
    files[call.id]?.data = call.bytes
    return TransportResponse(status: 200)
  }

  private mutating func takePart(_ call: FalCall) -> TransportResponse {
    guard parts[call.id] != nil, let number = Int(call.model) else {
      return TransportResponse(status: 403)
    }
    parts[call.id]?[number] = call.bytes
    return TransportResponse(status: 200, headers: ["ETag": "\"part-\(number)\""])
  }

  private mutating func completeParts(_ call: FalCall) -> TransportResponse {
    let named = (call.body?["parts"]?.array ?? []).compactMap { part -> Int? in
      let number = part["partNumber"]?.int
      return part["etag"]?.string == number.map { "\"part-\($0)\"" } ? number : nil
    }
    guard let kept = parts[call.id], named == kept.keys.sorted(), !named.isEmpty else {
      return TransportResponse(status: 400)
    }
    files[call.id]?.data = named.reduce(into: Data()) { $0 += kept[$1] ?? Data() }
    return TransportResponse(status: 200)
  }

  private func file(_ call: FalCall) -> TransportResponse {
    guard let file = files[call.id] else { return TransportResponse(status: 404) }
    return TransportResponse(
      status: 200,
      headers: ["Content-Type": file.contentType, "Content-Length": "\(file.data.count)"],
      body: .data(file.data))
  }
}
