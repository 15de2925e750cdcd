#if canImport(FoundationNetworking)
  import Foundation
  public import FoundationNetworking
#else
  public import Foundation
#endif

/// A transport on `URLSession`.
///
/// A request that is not a `GET` has a connection of its own: on one that was kept open, the system may
/// send it twice. What is for this machine goes to no proxy: where the system's settings cannot be
/// overruled, as on Linux, it is not sent.
///
/// An answer waits for a slow reader with about 32 MB of it in memory. A body that is a file is read as it
/// is sent. The session is the transport's own and ends with it. Answers are not cached, and cookies are
/// not kept, unless the configuration says otherwise.
///
/// ### On Linux
///
/// Foundation there (Swift 6.0 to 6.3) has limits that cannot be got round from here. A server for which
/// one of them matters brings a transport on another HTTP client, as `Examples/AsyncHTTPClientTransport`
/// does on async-http-client.
///
/// - It ends the process when a server closes the connection within the header of an answer
///   (swift-corelibs-foundation issue 5285, mended after 6.3), when fields come behind a body that is sent in
///   chunks, and when a `Content-Length` is 2^63-1.
/// - A field that has no space behind its colon is lost (issue 5527, mended after 6.3).
/// - Waiting for the first answer on a new connection keeps a core busy: 8.8 s of processor time in 10 s.
///   It costs nothing on a connection that is used again.
/// - A transfer cannot be paused: an answer of which more than about 256 MB wait to be read ends in an
///   error, after which a ``Download`` goes on where it was.
/// - Following a redirect while other streams share an HTTP/2 connection ends the process (issues 5445,
///   5524): redirects are followed by requests of their own, which is safe.
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
  ///
  /// - Returns: The answer, of which the body may still be under way.
  public func send(_ request: TransportRequest) async throws -> TransportResponse {
    var request = request
    var response = try await connection.send(request)
    var redirects = 0
    while let next = request.redirected(by: response) {
      redirects += 1
      guard redirects <= Self.maximumRedirects else {
        throw TransportError("One redirect led to another, \(redirects) times.")
      }
      request = next
      // What a redirect has to say besides is read to its end, so that its connection can be used again.
      _ = try await response.body.collected(upTo: 65_536)
      response = try await connection.send(request)
    }
    return response
  }

  /// The number of times that one redirect may lead to another.
  private static let maximumRedirects = 20
}

/// Owns a session, and ends it when the last transport that uses it is gone.
private final class SessionConnection: Sendable {
  private let session: URLSession
  private let delegate = SessionDelegate()
  private let makeSession: @Sendable (_ isShared: Bool, _ isLocal: Bool) -> URLSession

  init(configuration: URLSessionConfiguration) {
    let delegate = delegate
    makeSession = { isShared, isLocal in
      // The initializer below copies the settings.
      let settings = configuration.copy() as? URLSessionConfiguration ?? configuration
      if isLocal { settings.connectionProxyDictionary = [:] }
      #if canImport(FoundationNetworking)
        // Who listens to the progress of an upload may take their time.
        let queue = DelegateQueue(isPassing: isShared)
      #else
        let queue: OperationQueue? = nil
      #endif
      return URLSession(configuration: settings, delegate: delegate, delegateQueue: queue)
    }
    session = makeSession(true, false)
  }

  deinit { session.finishTasksAndInvalidate() }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    let isLocal = ServiceAddress.isOnThisMachine(request.url)
    #if canImport(FoundationNetworking)
      if isLocal, let proxy = ProxyEnvironment.current.proxy(for: request.url) {
        throw TransportError(
          """
          \(ServiceAddress.name(of: request.url)) is on this machine, and \(proxy) would send what is for \
          it to a proxy. Name its host in NO_PROXY.
          """,
          isBeforeConnecting: true, sentBodyBytes: 0)
      }
      let needsOwnSession = request.method != "GET"
    #else
      let needsOwnSession = request.method != "GET" || isLocal
    #endif
    // A connection that was kept open may break as the next request goes out, and the system then
    // sends that again by itself: once too often for one that costs credits. A session of its own has
    // no connection to keep.
    guard needsOwnSession else { return try await send(request, in: session) }
    let session = makeSession(false, isLocal)
    defer { session.finishTasksAndInvalidate() }
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
      SessionDelegate.later { task.cancel() }
    }
  }
}
