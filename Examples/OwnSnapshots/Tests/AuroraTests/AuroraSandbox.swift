import Aurora
import Foundation
import TypedMedia
import TypedMediaTesting

/// The service in process: it checks the key and the schema, and its jobs take two questions.
actor AuroraSandbox: Transport {
  /// What is asked for, as the last part of a path says; that of a job's status is its ID.
  enum Endpoint: String { case models, price, submit = "jobs", cancel, status }

  private var front = SandboxFront<Endpoint>()
  /// How often was asked about each job.
  private var questions: [String: Int] = [:]
  private var cancelled: Set<String> = []

  nonisolated func client(ledger: (any JobLedger)? = nil) -> AuroraClient {
    let configuration = ClientConfiguration(ledger: ledger).talking(to: self, on: VirtualClock())
    return AuroraClient(apiKey: "secret", configuration: configuration)
  }

  var submissions: Int { front.received.count { $0.endpoint == .submit } }
  func script(_ fault: SandboxFault, for endpoint: Endpoint) { front.script(fault, for: endpoint) }

  func send(_ request: TransportRequest) throws -> TransportResponse {
    let endpoint = request.pathParts.last.flatMap(Endpoint.init) ?? .status
    return try front.receive(request, for: endpoint, body: request.json).answer(
      refusing: { status, _, message, headers in
        TransportResponse(status: status, json: ["detail": .string(message)], headers: headers)
      }, otherwise: { answer(request, at: endpoint) })
  }

  private func answer(_ request: TransportRequest, at endpoint: Endpoint) -> TransportResponse {
    func reply(_ json: JSON, _ status: Int = 200) -> TransportResponse {
      TransportResponse(status: status, json: json)
    }
    guard request.headers["X-API-Key"] == "secret" else { return reply(["detail": "No."], 401) }
    let id = request.pathParts.dropFirst(2).first ?? ""
    switch endpoint {
    case .models: return reply([AuroraVideo.model.json])
    case .price: return reply(["cents": 30])
    case .submit:
      var members = request.json?.object ?? [:]
      members["model"] = nil
      let errors = AuroraVideo.model.fieldErrors(
        in: members, unknown: "unknown", invalid: "invalid")
      if let error = errors.first { return reply(["detail": .string(error.message)], 422) }
      questions["j\(questions.count + 1)"] = 0
      return reply(["id": .string("j\(questions.count)")], 202)
    case .cancel:
      cancelled.insert(id)
      return reply(["message": "It is cancelled."])
    case .status:
      questions[id, default: 0] += 1
      if cancelled.contains(id) { return reply(["status": "cancelled"]) }
      guard questions[id, default: 0] > 2 else { return reply(["status": "working"]) }
      return reply(["status": "done", "url": .string("https://example.com/\(id).mp4")])
    }
  }
}
