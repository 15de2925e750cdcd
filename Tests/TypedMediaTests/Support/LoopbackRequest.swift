import Foundation

/// A request as it arrived at a ``LoopbackServer``.
struct LoopbackRequest: Sendable {
  let method: String
  /// The path with the query, as it was sent.
  let target: String
  /// Header fields with their names in lower case.
  let headers: [String: String]
  let body: Data

  var path: String { String(target.prefix { $0 != "?" }) }

  /// Cuts a connection's bytes into requests. Bodies have to have a `Content-Length`.
  struct Reader {
    private var buffer = Data()

    /// Waits for the next request; `nil` when the peer is gone.
    ///
    /// - Parameter onHead: Called when the head is there, before the body is.
    mutating func next(from connection: Int32, onHead: () -> Void) -> LoopbackRequest? {
      let separator = Data("\r\n\r\n".utf8)
      var hasHead = false
      while true {
        if let end = buffer.range(of: separator) {
          if !hasHead { onHead() }
          hasHead = true
          if let request = cut(headEndingAt: end) { return request }
        }
        guard let piece = LoopbackSocket.read(connection) else { return nil }
        buffer.append(piece)
      }
    }

    /// Takes the first request out of the buffer; `nil` while its body is not all there.
    private mutating func cut(headEndingAt end: Range<Data.Index>) -> LoopbackRequest? {
      let head = String(decoding: buffer[..<end.lowerBound], as: UTF8.self)
      var lines = head.components(separatedBy: "\r\n")[...]
      let start = (lines.popFirst() ?? "").split(separator: " ").map(String.init)
      let headers = lines.reduce(into: [String: String]()) { headers, line in
        let parts = line.split(separator: ":", maxSplits: 1)
        guard let name = parts.first, let value = parts.dropFirst().first else { return }
        headers[name.lowercased()] = value.trimmingCharacters(in: .whitespaces)
      }
      let length = headers["content-length"].flatMap { Int($0) } ?? 0
      guard buffer.endIndex - end.upperBound >= length else { return nil }
      let body = buffer[end.upperBound...].prefix(length)
      defer { buffer = Data(buffer[end.upperBound...].dropFirst(length)) }
      return LoopbackRequest(
        method: start.first ?? "", target: start.dropFirst().first ?? "", headers: headers,
        body: Data(body))
    }
  }
}
