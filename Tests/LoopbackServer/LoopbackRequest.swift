package import Foundation

/// A request as it arrived at a ``LoopbackServer``.
package struct LoopbackRequest: Sendable {
  package let method: String
  /// The path with the query, as it was sent.
  package let target: String
  /// Header fields with their names in lower case.
  package let headers: [String: String]
  package let body: Data

  package var path: String { String(target.prefix { $0 != "?" }) }

  /// The number of bytes that the body is announced to have.
  package var length: Int { headers["content-length"].flatMap { Int($0) } ?? 0 }

  /// Cuts a connection's bytes into requests. Bodies have to have a `Content-Length`.
  package struct Reader {
    private var buffer = Data()

    /// Waits for the next request; `nil` when the peer is gone.
    ///
    /// - Parameter wantsBody: Called when the head is there; without the body that is to come, the
    ///   request is the connection's last.
    package mutating func next(
      from connection: Int32, wantsBody: (LoopbackRequest) -> Bool
    ) -> LoopbackRequest? {
      let separator = Data("\r\n\r\n".utf8)
      var request: LoopbackRequest?
      while true {
        if request == nil, let end = buffer.range(of: separator) {
          let head = Self.head(buffer[..<end.lowerBound])
          buffer = Data(buffer[end.upperBound...])
          guard wantsBody(head) else { return head }
          request = head
        }
        if let request, buffer.count >= request.length {
          defer { buffer = Data(buffer.dropFirst(request.length)) }
          return request.with(body: Data(buffer.prefix(request.length)))
        }
        guard let piece = LoopbackSocket.read(connection) else { return nil }
        buffer.append(piece)
      }
    }

    private static func head(_ text: Data) -> LoopbackRequest {
      var lines = String(decoding: text, as: UTF8.self).components(separatedBy: "\r\n")[...]
      let start = (lines.popFirst() ?? "").split(separator: " ").map(String.init)
      let headers = lines.reduce(into: [String: String]()) { headers, line in
        let parts = line.split(separator: ":", maxSplits: 1)
        guard let name = parts.first, let value = parts.dropFirst().first else { return }
        headers[name.lowercased()] = value.trimmingCharacters(in: .whitespaces)
      }
      return LoopbackRequest(
        method: start.first ?? "", target: start.dropFirst().first ?? "", headers: headers,
        body: Data())
    }
  }

  private func with(body: Data) -> LoopbackRequest {
    LoopbackRequest(method: method, target: target, headers: headers, body: body)
  }
}
