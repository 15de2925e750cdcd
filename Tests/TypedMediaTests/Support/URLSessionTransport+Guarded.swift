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
}
