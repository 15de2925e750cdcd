import Foundation
import ServiceTestSupport
import TypedMedia

/// A transport that tells how far the bodies of its answers are read.
struct ReadingLog: Transport {
  let transport: any Transport
  /// How often a piece was asked for.
  private let questions = Watched(0)

  init(over transport: any Transport) { self.transport = transport }

  /// Returns when a piece was read, and the next is waited for.
  func readsOn() async throws { try await questions.wait { $0 > 1 } }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    var response = try await transport.send(request)
    let pieces = Pieces(response.body)
    response.body = ResponseBody(
      AsyncThrowingStream {
        questions.change { $0 += 1 }
        return try await pieces.next()
      })
    return response
  }

  /// The pieces of one body, which are read by one task at a time.
  private final class Pieces: @unchecked Sendable {
    private var iterator: ResponseBody.Iterator

    init(_ body: ResponseBody) { iterator = body.makeAsyncIterator() }

    func next() async throws -> Data? { try await iterator.next() }
  }
}
