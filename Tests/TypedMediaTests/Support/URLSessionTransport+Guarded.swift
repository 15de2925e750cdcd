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
}
