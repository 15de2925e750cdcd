import Aurora
import Foundation
import TypedMedia
import TypedMediaTesting

/// The service in process: it checks the key and the schema, and its jobs take two questions.
actor AuroraSandbox: Transport {
  enum Endpoint: Hashable { case price, submit, status, cancel }

  private var front = SandboxFront<Endpoint>()
  private var limit = RateWindow(limit: 100)
  /// How often was asked about each job.
  private var questions: [String: Int] = [:]
  private var cancelled: Set<String> = []
  private let clock = VirtualClock()

  nonisolated func client(ledger: (any JobLedger)? = nil) throws -> AuroraClient {
    guard let url = URL(string: "https://aurora.example.com/v1") else { throw URLError(.badURL) }
    let configuration = ClientConfiguration(ledger: ledger).talking(to: self, on: clock)
    return AuroraClient(apiKey: "secret", baseURL: url, configuration: configuration)
  }

  var submissions: Int { front.received.count { $0.endpoint == .submit } }

  func script(_ fault: SandboxFault, for endpoint: Endpoint) { front.script(fault, for: endpoint) }

  func send(_ request: TransportRequest) throws -> TransportResponse {
    let parts = request.pathParts.dropFirst()
    let endpoint: Endpoint =
      switch (request.method, parts.first, parts.last) {
      case (_, "price", _): .price
      case ("POST", "jobs", "jobs"): .submit
      case ("POST", _, "cancel"): .cancel
      default: .status
      }
    return try front.receive(request, for: endpoint, body: request.json).answer(
      refusing: { status, _, message, headers in
        TransportResponse(status: status, json: ["detail": .string(message)], headers: headers)
      }, otherwise: { answer(request, endpoint, parts.dropFirst().first ?? "") })
  }

  private func answer(
    _ request: TransportRequest, _ endpoint: Endpoint, _ id: String
  ) -> TransportResponse {
    func refuse(_ status: Int, _ detail: String) -> TransportResponse {
      TransportResponse(status: status, json: ["detail": .string(detail)])
    }
    guard request.headers["X-API-Key"] == "secret" else { return refuse(401, "The key is wrong.") }
    guard limit.take(at: .zero) else { return refuse(429, "Too many requests.") }
    switch endpoint {
    case .price: return TransportResponse(status: 200, json: ["cents": 30])
    case .submit:
      var members = request.json?.object ?? [:]
      members["model"] = nil
      let errors = AuroraVideo.model.fieldErrors(
        in: members, unknown: "unknown", invalid: "invalid")
      if let error = errors.first { return refuse(422, error.message) }
      let id = "j\(questions.count + 1)"
      questions[id] = 0
      return TransportResponse(status: 202, json: ["id": .string(id)])
    case .cancel:
      cancelled.insert(id)
      return TransportResponse(status: 200, json: ["message": "It is cancelled."])
    case .status:
      questions[id, default: 0] += 1
      if cancelled.contains(id) {
        return TransportResponse(status: 200, json: ["status": "cancelled"])
      }
      let isDone = questions[id, default: 0] > 2
      return TransportResponse(
        status: 200,
        json: isDone
          ? ["status": "done", "url": "https://example.com/\(id).mp4"] : ["status": "working"])
    }
  }
}
