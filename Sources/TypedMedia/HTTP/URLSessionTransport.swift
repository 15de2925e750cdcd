#if canImport(FoundationNetworking)
  import Foundation
  public import FoundationNetworking
#else
  public import Foundation
#endif

/// A transport on `URLSession`.
///
/// The session is the transport's own and ends with it. Answers are not cached, and cookies are not
/// kept, unless the configuration says otherwise.
public struct URLSessionTransport: Transport {
  private let connection: SessionConnection

  /// Creates a transport.
  ///
  /// - Parameter configuration: The session's settings, such as time-outs and proxies.
  public init(configuration: URLSessionConfiguration = .ephemeral) {
    connection = SessionConnection(configuration: configuration)
  }

  /// Sends `request`; see ``Transport/send(_:)``.
  public func send(_ request: TransportRequest) async throws -> TransportResponse {
    var urlRequest = URLRequest(url: request.url)
    urlRequest.httpMethod = request.method
    urlRequest.httpBody = request.body
    for (name, value) in request.headers { urlRequest.setValue(value, forHTTPHeaderField: name) }
    return try await connection.send(urlRequest)
  }
}

/// Owns a session, and ends it when the last transport that uses it is gone.
private final class SessionConnection: Sendable {
  private let session: URLSession
  private let delegate = SessionDelegate()

  init(configuration: URLSessionConfiguration) {
    session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
  }

  deinit { session.finishTasksAndInvalidate() }

  func send(_ request: URLRequest) async throws -> TransportResponse {
    let task = session.dataTask(with: request)
    return try await withTaskCancellationHandler {
      try Task.checkCancellation()
      return try await withCheckedThrowingContinuation { continuation in
        delegate.begin(task, answering: continuation)
      }
    } onCancel: {
      task.cancel()
    }
  }
}
