import Aurora
import TypedMedia
import TypedMediaTesting

/// The service in process: it checks the schema, and its jobs take two questions.
actor AuroraSandbox: Sandbox {
  /// What is asked for, as the last part of a path says; that of a job's status is its ID.
  enum Endpoint: String { case models, price, submit = "jobs", cancel, status }

  var front = SandboxFront<Endpoint>(apiKey: "secret", requestsPerMinute: 100)
  /// How often was asked about each job.
  private var questions: [String: Int] = [:]
  private var cancelled: Set<String> = []

  nonisolated func client(ledger: (any JobLedger)? = nil) -> AuroraClient {
    let configuration = ClientConfiguration(ledger: ledger).talking(to: self, on: VirtualClock())
    return AuroraClient(apiKey: "secret", configuration: configuration)
  }

  nonisolated func key(of request: TransportRequest) -> String? { request.headers["X-API-Key"] }

  nonisolated func endpoint(of request: TransportRequest) -> Endpoint? {
    request.pathParts.last.flatMap(Endpoint.init) ?? .status
  }

  func refusal(
    status: Int, code: String, message: String, headers: HeaderFields
  ) -> TransportResponse {
    TransportResponse(status: status, json: ["detail": .string(message)], headers: headers)
  }

  func answer(to request: TransportRequest, at endpoint: Endpoint?) -> TransportResponse {
    let id = request.pathParts.dropFirst(2).first ?? ""
    switch endpoint {
    case .models: return TransportResponse(json: [AuroraVideo.model.json])
    case .price: return TransportResponse(json: ["cents": 30])
    case .submit:
      var members = request.json?.object ?? [:]
      members["model"] = nil
      let errors = AuroraVideo.model.fieldErrors(in: members, unknown: "more", invalid: "wrong")
      guard errors.isEmpty else { return TransportResponse(status: 422, json: ["detail": "No."]) }
      questions["j\(questions.count + 1)"] = 0
      return TransportResponse(status: 202, json: ["id": .string("j\(questions.count)")])
    case .cancel:
      cancelled.insert(id)
      return TransportResponse(json: ["message": "It is cancelled."])
    case .status, nil:
      questions[id, default: 0] += 1
      let word = questions[id, default: 0] > 2 ? "done" : "working"
      return TransportResponse(json: [
        "status": .string(cancelled.contains(id) ? "cancelled" : word),
        "url": .string("https://example.com/\(id).mp4"),
      ])
    }
  }
}
