import Foundation
import TypedMedia

/// Delivers the sandboxes' webhooks over HTTP, with links that lead to the server.
actor WebhookCourier: Transport {
  /// How a payload's links are made to lead to the server.
  typealias Linking = @Sendable (JSON) -> JSON

  private let transport = URLSessionTransport()
  private var linking: Linking?
  private var waiting: [CheckedContinuation<Linking, Never>] = []

  /// Begins to deliver: where the server is is known once it listens.
  func begin(_ linking: @escaping Linking) {
    self.linking = linking
    for continuation in waiting { continuation.resume(returning: linking) }
    waiting = []
  }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    var request = request
    if let body = request.body, let payload = try? JSON(parsing: body) {
      request.body = await known()(payload).data()
    }
    return try await transport.send(request)
  }

  private func known() async -> Linking {
    if let linking { return linking }
    return await withCheckedContinuation { waiting.append($0) }
  }
}
