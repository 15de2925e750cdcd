import Foundation
import Hedra
import HedraSandbox
import ServiceTestSupport

/// A transport that keeps what it is sent.
final class Recorder: Transport, @unchecked Sendable {
  private let body: String
  private let lock = NSLock()
  private var received: [TransportRequest] = []

  init(answering body: String) { self.body = body }

  var requests: [TransportRequest] { lock.withLock { received } }

  var client: HedraClient {
    HedraClient(
      apiKey: APIKey(HedraSandbox.apiKey), configuration: ClientConfiguration.once.over(self))
  }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    lock.withLock { received.append(request) }
    return TransportResponse(status: 200, body: .data(Data(body.utf8)))
  }
}
