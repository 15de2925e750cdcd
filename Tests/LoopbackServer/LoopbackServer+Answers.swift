import Foundation

extension LoopbackServer.Step {
  /// A whole answer that keeps the connection open.
  package static func answer(
    _ status: Int = 200, _ headers: [String: String] = [:], body: String = ""
  ) -> Self {
    .write(head(status, headers.merging(["Content-Length": "\(body.utf8.count)"]) { $1 }) + body)
  }

  /// The head of an answer, with the empty line after it.
  package static func head(_ status: Int, _ headers: [String: String]) -> String {
    let fields = headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)\r\n" }
    return "HTTP/1.1 \(status) Status\r\n\(fields.joined())\r\n"
  }

  /// A redirect to `location`.
  package static func redirect(_ status: Int, to location: String) -> Self {
    answer(status, ["Location": location])
  }
}
