import Foundation
import TypedMedia
import TypedMediaTesting

/// A request to fal, taken apart.
struct FalCall {
  /// What it asks for; `nil` when there is nothing at its address.
  let endpoint: FalSandbox.Endpoint?
  /// The model's name, or as much of it as the address of a request has.
  let model: String
  /// The ID in the path; empty where there is none.
  let id: String
  /// The items of its query; of a name that occurs twice, the last.
  let query: [String: String]
  /// The models that it asks about.
  let models: [String]
  /// Its body; `nil` when it had none, or one that is not JSON.
  let body: JSON?
  /// What it carries, whatever that is.
  let bytes: Data
  /// The address that it went to.
  let url: URL
  /// Whether what it sends and is answered may be kept.
  let storesPayload: Bool

  init(_ request: TransportRequest) {
    query = request.query
    models = request.queryValues("endpoint_id")
    body = request.json
    bytes = request.bytes ?? Data()
    url = request.url
    storesPayload = request.headers["X-Fal-Store-IO"] != "0"
    var path = request.pathParts
    let host = request.url.host ?? ""
    let part =
      switch host {
      case "queue.fal.run": "queue"
      case "fal.run": "run"
      case "api.fal.ai":
        // The address of the platform has a version in it.
        path.isEmpty ? "platform" : "platform/\(path.removeFirst())"
      case "rest.fal.ai": "storage"
      case FalService.fileHost: "files"
      // A server that plays all of it has the parts below one address.
      default: path.isEmpty ? "" : path.removeFirst()
      }
    (endpoint, model, id) = Self.read(request.method, part, path)
  }

  private static func read(
    _ method: String, _ part: String, _ path: [String]
  ) -> (FalSandbox.Endpoint?, model: String, id: String) {
    let last = path.last ?? ""
    switch (part.prefix { $0 != "/" }, method) {
    case ("queue", _):
      guard let place = path.firstIndex(of: "requests"), place + 1 < path.count else {
        return (method == "POST" ? .submit : nil, path.joined(separator: "/"), "")
      }
      let model = path[..<place].joined(separator: "/")
      let endpoint: FalSandbox.Endpoint? =
        switch (method, Array(path[(place + 2)...])) {
        case ("GET", []): .result
        case ("GET", ["status"]): .status
        case ("GET", ["status", "stream"]): .stream
        case ("PUT", ["cancel"]): .cancel
        default: nil
        }
      return (endpoint, model, path[place + 1])
    case ("run", "POST"): return (.run, path.joined(separator: "/"), "")
    case ("platform", "GET") where path == ["models"]: return (.models, "", "")
    case ("platform", "GET") where path == ["models", "pricing"]: return (.prices, "", "")
    case ("platform", "GET") where path == ["models", "requests", "by-endpoint"]:
      return (.requests, "", "")
    case ("platform", "POST") where last == "estimate": return (.estimate, "", "")
    case ("storage", "GET") where last == "jwks.json": return (.keys, "", "")
    case ("storage", "POST") where last == "initiate": return (.initiateUpload, "", "")
    case ("storage", "POST") where last == "initiate-multipart": return (.initiateParts, "", "")
    case ("files", "PUT") where path.count == 1: return (.uploadFile, "", last)
    case ("files", "PUT"): return (.uploadPart, last, path.first ?? "")
    case ("files", "POST"): return (.completeParts, "", path.first ?? "")
    case ("files", "GET"): return (.file, "", last)
    default: return (nil, "", "")
    }
  }
}
