import Foundation
import TypedMedia

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension URLSessionTransport {
  /// A transport that gives up on a server that is silent for long, so that a hang fails its test.
  static func guarded(silence seconds: Double = 240) -> URLSessionTransport {
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
