import Foundation
package import TypedMedia

/// A transport that answers everything alike.
package struct CannedAnswer: Transport {
  package var status: Int
  package var headers: HeaderFields
  package var body: String

  package init(status: Int = 200, headers: HeaderFields = [:], body: String) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  package func send(_ request: TransportRequest) async throws -> TransportResponse {
    TransportResponse(status: status, headers: headers, body: .data(Data(body.utf8)))
  }
}

extension ClientConfiguration {
  /// One attempt at each call, as fast as one likes: what goes wrong is seen as it is.
  package static let once = ClientConfiguration(
    retries: .never, pace: RequestPace(requestsPerMinute: nil))

  /// The same over another transport.
  package func over(_ transport: any Transport) -> ClientConfiguration {
    var configuration = self
    configuration.transport = transport
    return configuration
  }
}
