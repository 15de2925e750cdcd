#if canImport(FoundationNetworking)
  import Foundation
  public import FoundationNetworking
#else
  public import Foundation
#endif

/// A transport on `URLSession`.
///
/// A request that is not a `GET` has a connection of its own: on one that was kept open, the system may
/// send it twice.
///
/// On Linux with Swift 6.3.1, Foundation ends the process when a server closes the connection within
/// the header of an answer (swift-corelibs-foundation issue 5285). A server for which that matters
/// brings a transport on an HTTP client of its own.
///
/// An answer waits for a slow reader with about 32 MB of it in memory. On Linux, where Foundation
/// cannot pause a transfer, one of which more than about 256 MB wait to be read ends in an error; a
/// ``Download`` then goes on where it was. A body that is a file is read as it is sent.
///
/// The session is the transport's own and ends with it. Answers are not cached, and cookies are not
/// kept, unless the configuration says otherwise.
public struct URLSessionTransport: Transport {
  private let connection: SessionConnection

  /// Creates a transport.
  ///
  /// - Parameter configuration: The session's settings, such as time-outs and proxies.
  public init(configuration: URLSessionConfiguration = Self.forgetful) {
    connection = SessionConnection(configuration: configuration)
  }

  /// Settings with which nothing is kept from one request to the next.
  public static var forgetful: URLSessionConfiguration {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpCookieStorage = nil
    configuration.httpShouldSetCookies = false
    configuration.httpCookieAcceptPolicy = .never
    configuration.urlCache = nil
    configuration.urlCredentialStorage = nil
    return configuration
  }

  /// Sends `request`; see ``Transport/send(_:)``. An answer that says that it is short, up to 16 KB,
  /// comes with its body.
  public func send(_ request: TransportRequest) async throws -> TransportResponse {
    try await connection.send(request)
  }
}

/// Owns a session, and ends it when the last transport that uses it is gone.
private final class SessionConnection: Sendable {
  private let session: URLSession
  private let delegate = SessionDelegate()
  private let makeSession: @Sendable () -> URLSession

  init(configuration: URLSessionConfiguration) {
    let delegate = delegate
    makeSession = {
      #if canImport(FoundationNetworking)
        let queue = DelegateQueue()
      #else
        let queue: OperationQueue? = nil
      #endif
      return URLSession(configuration: configuration, delegate: delegate, delegateQueue: queue)
    }
    session = makeSession()
  }

  deinit { session.finishTasksAndInvalidate() }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    // A connection that was kept open may break as the next request goes out, and the system then
    // sends that again by itself: once too often for one that costs credits. A session of its own has
    // no connection to keep.
    guard request.method == "GET" else {
      let session = makeSession()
      defer { session.finishTasksAndInvalidate() }
      return try await send(request, in: session)
    }
    return try await send(request, in: session)
  }

  private func send(
    _ request: TransportRequest, in session: URLSession
  ) async throws -> TransportResponse {
    let task = try session.task(for: request)
    return try await withTaskCancellationHandler {
      try Task.checkCancellation()
      return try await withCheckedThrowingContinuation { continuation in
        delegate.begin(
          task, answering: continuation, progress: request.onProgress.map { ProgressMeter($0) })
      }
    } onCancel: {
      task.cancel()
    }
  }
}
