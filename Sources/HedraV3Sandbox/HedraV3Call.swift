import Foundation
import TypedMedia
import TypedMediaTesting

/// A request to Hedra's API v3, taken apart.
struct HedraV3Call {
  /// What it asks for; `nil` when there is nothing at its address.
  let endpoint: HedraV3Sandbox.Endpoint?
  /// The ID in its path: of a model, a job, or a file.
  let subject: String
  let request: TransportRequest

  init(_ request: TransportRequest) {
    self.request = request
    (endpoint, subject) = Self.endpoint(
      request.method, request.pathParts, host: request.url.host)
  }

  var query: [String: String] { request.query }

  /// The key that came with it, by either scheme.
  static func key(of request: TransportRequest) -> String? {
    let words = (request.headers["Authorization"] ?? "").split(separator: " ")
    guard words.count == 2, ["Key", "Bearer"].contains(words[0]) else { return nil }
    return String(words[1])
  }

  private static func endpoint(
    _ method: String, _ path: [String], host: String?
  ) -> (HedraV3Sandbox.Endpoint?, String) {
    let last = path.last ?? ""
    if host == HedraV3Service.fileHost { return (.file, last) }
    guard path.first == "v3" else { return (nil, last) }
    let path = Array(path.dropFirst())
    let subject = path.count > 1 ? path[1] : ""
    switch (method, path.first, path.count) {
    case ("GET", "models", 1): return (.listModels, subject)
    case ("GET", "models", 2): return (.getModel, subject)
    case ("POST", "models", 2): return (.submit, subject)
    case ("POST", "models", 3) where last == "estimate": return (.estimate, subject)
    case ("GET", "models", 3) where last == "openapi.json": return (.openAPI, subject)
    case ("GET", "models", 3) where last == "voices": return (.listVoices, subject)
    case ("GET", "models", 4) where path[2] == "voices" && last == "search":
      return (.searchVoices, subject)
    case ("GET", "models", 3) where last == "jobs": return (.listJobs, subject)
    case ("GET", "jobs", 1): return (.listJobs, subject)
    case ("GET", "jobs", 2): return (.getJob, subject)
    case ("GET", "jobs", 3) where last == "status": return (.status, subject)
    case ("GET", "jobs", 3) where last == "logs": return (.listLogs, subject)
    case ("GET", "jobs", 3) where last == "stream": return (.stream, subject)
    case ("POST", "files", 1): return (.upload, subject)
    case ("GET", "balance", 1): return (.balance, subject)
    case ("GET", "usage", 1): return (.usage, subject)
    case ("GET", "transactions", 1): return (.listTransactions, subject)
    default: return (webhookEndpoint(method, path), path.count > 2 ? path[2] : subject)
    }
  }

  private static func webhookEndpoint(
    _ method: String, _ path: [String]
  ) -> HedraV3Sandbox.Endpoint? {
    switch (method, path.joined(separator: "/")) {
    case ("GET", "webhooks/public-key"): .publicKey
    case ("GET", "webhooks/default"): .getWebhook
    case ("PUT", "webhooks/default"): .setWebhook
    case ("DELETE", "webhooks/default"): .removeWebhook
    case ("POST", "webhooks/default/test"): .testWebhook
    case ("GET", "webhooks/deliveries"): .listDeliveries
    case ("POST", _) where path.count == 4 && path.last == "redeliver": .redeliver
    default: nil
    }
  }
}
