import Foundation
import TypedMedia
import TypedMediaTesting

/// Requests, from their submission to their end.
extension FalService {
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
      id: id, model: model, submitted: now, input: body, storesPayload: call.storesPayload,
      output: sample.json,
      failure: comingFailures.isEmpty ? nil : comingFailures.removeFirst())
    (jobs[id], lastID) = (job, id)
    return .success(job)
  }

  private struct Refused: Error {
    let response: TransportResponse
    init(_ response: TransportResponse) { self.response = response }
  }

  mutating func submit(_ call: FalCall, at now: Duration) -> TransportResponse {
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

  mutating func run(_ call: FalCall, at now: Duration) -> TransportResponse {
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

  static func base(of url: URL) -> String {
    let port = url.port.map { ":\($0)" } ?? ""
    return "\(url.scheme ?? "https")://\(url.host ?? "")\(port)/queue"
  }

  func word(of job: Job, at now: Duration) -> String {
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

  func status(of call: FalCall, at now: Duration) -> TransportResponse {
    guard let job = jobs[call.id] else {
      return TransportResponse(status: 404, json: ["status": "NOT_FOUND"])
    }
    let status = word(of: job, at: now) == "COMPLETED" ? 200 : 202
    return TransportResponse(status: status, json: report(on: job, call, at: now))
  }

  /// What a stream of a request's status tells; `nil` where there is no such request.
  func events(of call: FalCall, at now: Duration) -> [SandboxStream.Event]? {
    guard let job = jobs[call.id] else { return nil }
    let ends = [job.submitted + pace.queued, job.submitted + pace.queued + pace.working]
    return ([now] + ends.filter { $0 > now && job.cancelled == nil }).map { time in
      SandboxStream.Event(report(on: job, call, at: time).text(), at: time)
    }
  }

  func result(of call: FalCall, at now: Duration) -> TransportResponse {
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

  mutating func cancel(_ call: FalCall, at now: Duration) -> TransportResponse {
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
}
