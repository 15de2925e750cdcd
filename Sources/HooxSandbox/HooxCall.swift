import Foundation
import TypedMedia
import TypedMediaTesting

/// A request to Hoox, taken apart.
struct HooxCall {
  /// What it asks for; `nil` when there is nothing at its address.
  let endpoint: HooxSandbox.Endpoint?
  /// The last part of its path: a name or an ID.
  let subject: String
  /// The parts of its path, without those that all have.
  let path: [String]
  /// The items of its query.
  let query: [String: String]
  /// The key that came with it.
  let key: String?
  /// Its body; `nil` when it had none, or one that is not JSON.
  let body: JSON?

  init(_ request: TransportRequest) {
    query = request.query
    key = request.bearerKey
    body = request.json
    let path = request.pathParts
    subject = path.last ?? ""
    self.path = Array(path.dropFirst(3))
    endpoint = Self.endpoint(request.method, path, host: request.url.host)
  }

  private static func endpoint(
    _ method: String, _ path: [String], host: String?
  ) -> HooxSandbox.Endpoint? {
    if host == HooxService.fileHost { return .file }
    guard path.starts(with: ["api", "public", "v1"]) else { return nil }
    let path = Array(path.dropFirst(3))
    return switch (method, path.first, path.dropFirst().first, path.count) {
    case ("GET", "asset", "models", 2): .listModels
    case ("GET", "asset", "models", 3): .getModel
    case ("POST", "asset", "pricing", 2): .price
    case ("POST", "asset", "start", 2): .start
    case ("GET", "asset", "status", 3): .status
    case ("POST", "folder", "create", 2): .createFolder
    case ("GET", "folder", "list", 2): .listFolders
    case ("GET", "avatar", "list", 2): .listLooks
    case ("GET", "avatar", "status", 2): .lookStatus
    case ("GET", "avatar", _, 2): .getAvatar
    case ("GET", "avatar", _, 4) where path[2] == "look": .getLook
    case ("POST", "avatar", "create", 2): .createAvatar
    case ("POST", "avatar", "edit", 2): .editAvatar
    case ("GET", "voice", "list", 2): .listVoices
    case ("GET", "voice", _, 2): .getVoice
    default: nil
    }
  }
}
