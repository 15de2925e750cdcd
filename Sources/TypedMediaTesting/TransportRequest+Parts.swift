public import Foundation
public import TypedMedia

/// A request taken apart, as every service does it.
extension TransportRequest {
  /// The parts of its path.
  public var pathParts: [String] { url.path.split(separator: "/").map(String.init) }

  /// The items of its query; of a name that occurs twice, the last.
  public var query: [String: String] {
    let items = URLComponents(url: url, resolvingAgainstBaseURL: false)?.queryItems ?? []
    return Dictionary(
      items.map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { _, last in last })
  }

  /// The values of the items `name` of its query, in their order.
  ///
  /// - Returns: The values of the items `name` of its query, in their order.
  public func queryValues(_ name: String) -> [String] {
    let items = URLComponents(url: url, resolvingAgainstBaseURL: false)?.queryItems ?? []
    return items.filter { $0.name == name }.compactMap(\.value)
  }

  /// The bytes that it carries, be they in memory or in a file; `nil` when that is nothing, or
  /// cannot be read.
  public var bytes: Data? {
    switch content {
    case .data(let data)?: data
    case .file(let file)?: try? Data(contentsOf: file)
    case nil: nil
    }
  }

  /// The key that came with it as a bearer token.
  public var bearerKey: String? {
    let authorization = headers["Authorization"] ?? ""
    return authorization.hasPrefix("Bearer ") ? String(authorization.dropFirst(7)) : nil
  }

  /// Its body; `nil` when it had none, or one that is not JSON.
  public var json: JSON? { body.flatMap { try? JSON(parsing: $0) } }
}

extension TransportResponse {
  /// An answer of JSON.
  public init(status: Int = 200, json: JSON, headers: HeaderFields = [:]) {
    var headers = headers
    headers["Content-Type"] = "application/json"
    self.init(status: status, headers: headers, body: .data(json.data()))
  }

  /// A file, as a service's storage serves it.
  public init(_ media: SampleMedia) {
    self.init(
      status: 200,
      headers: ["Content-Type": media.contentType, "Content-Length": "\(media.data.count)"],
      body: .data(media.data))
  }
}
