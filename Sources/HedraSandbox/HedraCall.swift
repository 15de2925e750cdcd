import Foundation
import TypedMedia
import TypedMediaTesting

/// A request to Hedra, taken apart.
struct HedraCall {
  /// What it asks for; `nil` when there is nothing at its address.
  let endpoint: HedraSandbox.Endpoint?
  /// The ID in its path, or the name of a file.
  let subject: String
  /// The items of its query.
  let query: [String: String]
  /// The types in its query.
  let types: [String]
  /// The key that came with it.
  let key: String?
  /// Its body; `nil` when it had none, or one that is not JSON.
  let body: JSON?
  /// What it carries, whatever that is.
  let bytes: Data
  /// What that is.
  let contentType: String?

  init(_ request: TransportRequest) {
    query = request.query
    types = request.queryValues("types")
    key = request.headers["X-API-Key"]
    body = request.json
    bytes = request.bytes ?? Data()
    contentType = request.headers["Content-Type"]
    (endpoint, subject) = Self.endpoint(
      request.method, request.pathParts, host: request.url.host)
  }

  private static func endpoint(
    _ method: String, _ path: [String], host: String?
  ) -> (HedraSandbox.Endpoint?, String) {
    let last = path.last ?? ""
    switch (method, host) {
    case ("GET", HedraService.fileHost): return (.file, last)
    case ("PUT", HedraService.uploadHost): return (.presignedUpload, last)
    default: break
    }
    guard path.starts(with: ["web-app", "public"]) else { return (nil, last) }
    let path = Array(path.dropFirst(2))
    switch (method, path.first, path.count) {
    case ("GET", "models", 1): return (.listModels, last)
    case ("GET", "voices", 1): return (.listVoices, last)
    case ("GET", "assets", 1): return (.listAssets, last)
    case ("POST", "assets", 1): return (.createAsset, last)
    case ("POST", "assets", 3) where last == "upload": return (.uploadAsset, path[1])
    case ("GET", "generations", 1): return (.listGenerations, last)
    case ("POST", "generations", 1): return (.generate, last)
    case ("GET", "generations", 3) where last == "status": return (.status, path[1])
    case ("GET", "billing", 2) where last == "credits": return (.credits, last)
    default: return (nil, last)
    }
  }
}
