import Foundation
import ServiceTestSupport
import TypedMedia

/// A transport that answers from memory and remembers what it was sent.
final class CannedTransport: Transport {
  typealias Answer = @Sendable (TransportRequest) async throws -> TransportResponse

  private let answer: Answer
  private let log = Watched<[TransportRequest]>([])

  init(_ answer: @escaping Answer) { self.answer = answer }

  /// Answers everything alike.
  convenience init(status: Int = 200, headers: HeaderFields = [:], body: String = "{}") {
    self.init(status: status, headers: headers, data: Data(body.utf8))
  }

  /// Answers everything alike.
  convenience init(status: Int = 200, headers: HeaderFields = [:], data: Data) {
    self.init { _ in TransportResponse(status: status, headers: headers, body: .data(data)) }
  }

  /// Fails everything alike.
  convenience init(failing error: any Error) {
    self.init { _ in throw error }
  }

  /// The requests so far, in their order.
  var requests: [TransportRequest] { log.value }

  /// Returns when `count` requests have come.
  func received(_ count: Int = 1) async throws { try await log.wait { $0.count >= count } }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    log.change { $0.append(request) }
    return try await answer(request)
  }
}
