import Foundation
import TypedMedia
import TypedMediaTesting

/// A request to IndoxHub, taken apart.
struct IndoxHubCall {
  /// What it asks for; `nil` when there is nothing at its address.
  let endpoint: IndoxHubSandbox.Endpoint?
  /// The names and IDs in its path, after the endpoint's own.
  let subjects: [String]
  /// The items of its query.
  let query: [String: String]
  /// The key that came with it.
  let key: String?
  /// Its body; `nil` when it had none, or one that is not JSON.
  let body: JSON?
  /// The entries of its body by their names; `nil` when that is no form.
  let form: [String: MultipartReader.Part]?

  init(_ request: TransportRequest) {
    query = request.query
    key = request.bearerKey
    body = request.json
    form = request.bytes.flatMap {
      MultipartReader.parts(of: $0, contentType: request.headers["Content-Type"])
    }
    (endpoint, subjects) = Self.endpoint(
      request.method, request.pathParts, host: request.url.host)
  }

  private static func endpoint(
    _ method: String, _ path: [String], host: String?
  ) -> (IndoxHubSandbox.Endpoint?, [String]) {
    if host == IndoxHubService.fileHost { return (.file, path) }
    guard path.starts(with: ["api", "v1"]) else { return (nil, path) }
    let path = Array(path.dropFirst(2))
    switch (method, path.first, path.dropFirst().first, path.count) {
    case ("POST", "videos", "generations", 2): return (.generateVideo, [])
    case ("POST", "images", "generations", 2): return (.generateImage, [])
    case ("POST", "audio", "tts", 3) where path[2] == "generations": return (.speak, [])
    case ("POST", "audio", "stt", 3) where path[2] == "transcriptions": return (.transcribe, [])
    case ("POST", "audio", "stt", 3) where path[2] == "translations": return (.translate, [])
    case ("GET", "videos", "jobs", 2): return (.listJobs, [])
    case ("GET", "videos", "jobs", 3): return (.jobStatus, [path[2]])
    case ("POST", "videos", "jobs", 4) where path[3] == "cancel": return (.cancelJob, [path[2]])
    case ("GET", "models", "trending", 2): return (.trendingModels, [])
    case ("GET", "models", _, 1...3): return (.models, Array(path.dropFirst()))
    case ("GET", "user", "me", 2): return (.account, [])
    case ("GET", "user", "usage", 2): return (.usage, [])
    case ("GET", "user", "transactions", 2): return (.transactions, [])
    case ("GET", "analytics", "usage", 2), ("GET", "analytics", "sessions", 2),
      ("GET", "analytics", "models", 2):
      return (.analytics, [path[1]])
    default: return (nil, path)
    }
  }
}
