package import Foundation
package import TypedMedia

/// Tells a webhook what happened, as the service documents it: again after 1, 2 and 4 seconds where it
/// is not taken, and then no more (https://docs.hoox.video/webhooks/overview).
package struct WebhookSender: Sendable {
  private let transport: any Transport
  private let stopwatch: Stopwatch

  package init(transport: any Transport, stopwatch: Stopwatch) {
    self.transport = transport
    self.stopwatch = stopwatch
  }

  package func send(
    _ payload: Data, to url: URL, headers: HeaderFields = [:]
  ) async throws {
    var headers = headers
    headers["Content-Type"] = "application/json"
    let request = TransportRequest(method: "POST", url: url, headers: headers, body: payload)
    for delay in [1, 2, 4, nil] as [Int?] {
      if await isTaken(request) { return }
      if let delay { try await stopwatch.sleep(for: .seconds(delay)) }
    }
  }

  /// Tells whether the answer is one of success, and came within ten seconds.
  ///
  /// They are measured afterwards: on a clock that does not wait, a timer would always be first.
  private func isTaken(_ request: TransportRequest) async -> Bool {
    let start = stopwatch.elapsed()
    guard let response = try? await transport.send(request) else { return false }
    return (200..<300).contains(response.status) && stopwatch.elapsed() - start <= .seconds(10)
  }
}
