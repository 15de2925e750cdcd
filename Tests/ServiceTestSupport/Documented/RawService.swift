package import Foundation
package import TypedMedia

/// A service that is called as somebody without a client would, such as a document's example.
package struct RawService: Sendable {
  /// What the service answered.
  package struct Answer: Sendable {
    package let status: Int
    package let headers: HeaderFields
    /// The body; `null` where it has none that is JSON.
    package let json: JSON
  }

  private let transport: any Transport
  private let address: URL
  private let headers: HeaderFields

  /// - Parameters:
  ///   - transport: The service, such as a sandbox.
  ///   - address: Where it is.
  ///   - headers: What each call is sent with.
  package init(_ transport: any Transport, at address: URL, headers: HeaderFields) {
    self.transport = transport
    self.address = address
    self.headers = headers
  }

  /// Makes a call; the path may have a query, and may be a whole address.
  package func send(
    _ method: String, _ path: String, _ body: JSON? = nil, headers more: HeaderFields = [:]
  ) async throws -> Answer {
    try await send(method, path, bytes: body?.data(), headers: more)
  }

  /// Makes a call whose body is `bytes`, be they JSON or not.
  package func send(
    _ method: String, _ path: String, bytes: Data?, headers more: HeaderFields = [:]
  ) async throws -> Answer {
    let text =
      path.contains("://")
      ? path
      : address.absoluteString + (path.hasPrefix("/") ? "" : "/") + path
    guard let url = URL(string: text) else { throw URLError(.badURL) }
    var headers = headers
    if bytes != nil { headers["Content-Type"] = "application/json" }
    for (name, value) in more { headers[name] = value }
    let response = try await transport.send(
      TransportRequest(
        method: method, url: url, headers: headers, body: bytes))
    var data = Data()
    for try await piece in response.body { data.append(piece) }
    return Answer(
      status: response.status, headers: response.headers, json: (try? JSON(parsing: data)) ?? .null)
  }
}
