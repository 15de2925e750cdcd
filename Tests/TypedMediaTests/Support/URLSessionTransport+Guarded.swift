import Foundation
import TypedMedia

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension URLSessionTransport {
  /// A transport that gives up on a silent server later than any test: where all threads are busy with
  /// other tests, it is the test that has not come to its next line.
  static func guarded(silence seconds: Double = 3_600) -> URLSessionTransport {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = seconds
    return URLSessionTransport(configuration: configuration)
  }

  /// Sends `request` and reads the whole answer.
  func exchange(
    _ request: TransportRequest
  ) async throws -> (status: Int, headers: HTTPHeaders, body: Data) {
    let response = try await send(request)
    var body = Data()
    for try await piece in response.body { body.append(piece) }
    return (response.status, response.headers, body)
  }
}
