public import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTPCompression
public import NIOPosix
public import TypedMedia

/// A transport on swift async-http-client, for servers.
///
/// ```swift
/// let transport = AsyncHTTPClientTransport()
/// let hoox = HooxClient(apiKey: key, configuration: ClientConfiguration(transport: transport))
/// ```
///
/// On Linux, choose it over `URLSessionTransport` for a process that has to go on whatever a server
/// answers, that has many answers to wait for, or that must not use a proxy which its environment
/// names. Foundation there has answers that end the process, keeps a processor busy while it waits on
/// a new connection, and cannot pause a transfer. An app for Apple's systems needs none of this.
///
/// What the transport promises:
/// - A request is sent once. The client never sends one again by itself, and a request that is not a
///   `GET` has a connection of its own besides, over HTTP/1.1: one that was kept open may close just as
///   the request goes out, and then nobody knows whether it arrived.
/// - Redirects of a `GET` are followed, at most 20, to HTTPS or from this machine to itself. Another
///   origin sees none of the header fields but those that describe the content. Every other redirect
///   is the response.
/// - A body that nobody reads is not received: the server has to wait. One that is dropped, or whose
///   reader is cancelled, closes its connection.
/// - A file is read as it is sent.
/// - There are no cookies, no cache, no log, and no proxy but the one of the configuration.
///
/// The connections are the transport's own. They are closed when its last copy, and the last body that
/// it returned, is gone.
public struct AsyncHTTPClientTransport: Transport {
  private let clients: Clients

  /// Creates a transport.
  ///
  /// It takes the settings of a client and not a client, because what a client does about redirects
  /// cannot be seen from outside, and one that follows them shows keys to strangers. Its threads are
  /// the ones of `eventLoopGroup`, so that a server need not have others for it.
  ///
  /// - Parameters:
  ///   - configuration: The clients' settings, such as the proxy, certificates and time-outs. The time-out
  ///     for reading is how long a server may be silent where a request does not say it; `nil` is for
  ///     ever. What it says of redirects is not heeded.
  ///   - eventLoopGroup: Where the connections live.
  public init(
    configuration: HTTPClient.Configuration = Self.recommended,
    eventLoopGroup: MultiThreadedEventLoopGroup = .singleton
  ) {
    clients = Clients(configuration: configuration, eventLoopGroup: eventLoopGroup)
  }

  /// The settings that fit most servers.
  ///
  /// A server that answers when the work is done keeps a connection for each request that waits, so
  /// there may be 256 at once. A connection that cannot be made is an error at once: who asked decides
  /// whether to try again. Compressed bodies are decompressed without a limit, for whoever reads one
  /// has their own, and what is not read does not arrive.
  public static var recommended: HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(
      timeout: HTTPClient.Configuration.Timeout(connect: .seconds(30), read: .seconds(60)),
      decompression: .enabled(limit: .none))
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 256
    configuration.connectionPool.retryConnectionEstablishment = false
    return configuration
  }

  /// Sends `request`; see `Transport`.
  public func send(_ request: TransportRequest) async throws -> TransportResponse {
    var next = request
    for hops in 0...Self.maximumRedirects {
      do {
        let response = try await respond(to: next)
        guard let redirected = next.redirected(by: response) else { return response }
        next = redirected
      } catch var error as TransportError where hops > 0 {
        // Whatever became of this hop, the first one was answered.
        error.isBeforeConnecting = false
        throw error
      }
    }
    throw TransportError("The server redirects more than \(Self.maximumRedirects) times.")
  }

  /// How many redirects are followed for one request.
  private static let maximumRedirects = 20

  private func respond(to request: TransportRequest) async throws -> TransportResponse {
    try Task.checkCancellation()
    let exchange = Exchange(
      try RequestContent(of: request), silence: request.timeout ?? clients.silence,
      on: clients.eventLoop(for: request.url), keeping: clients)
    return try await exchange.response(to: request, by: clients.client(for: request.method))
  }
}

/// Owns the clients, and ends them when nobody needs them any more.
private final class Clients: Sendable {
  let silence: Duration?
  private let eventLoops: [any EventLoop]
  private let reading: HTTPClient
  private let writing: HTTPClient

  init(configuration: HTTPClient.Configuration, eventLoopGroup: MultiThreadedEventLoopGroup) {
    silence = configuration.timeout.read.map { .nanoseconds($0.nanoseconds) }
    eventLoops = Array(eventLoopGroup.makeIterator())
    var configuration = configuration
    configuration.redirectConfiguration = .disallow
    // It differs from request to request, and each `Exchange` measures its own.
    configuration.timeout.read = nil
    reading = HTTPClient(eventLoopGroup: eventLoopGroup, configuration: configuration)
    configuration.maximumUsesPerConnection = 1
    // One that was made for a request that was given up meanwhile would wait for the next.
    configuration.connectionPool.idleTimeout = .seconds(1)
    // With HTTP/2, connections to a host are made one after the other.
    configuration.httpVersion = .http1Only
    writing = HTTPClient(eventLoopGroup: eventLoopGroup, configuration: configuration)
  }

  deinit {
    reading.shutdown { _ in }
    writing.shutdown { _ in }
  }

  /// Where requests to a host are made: always on the same loop, so that a connection which is used again
  /// is on it too, and what it receives need not change threads.
  func eventLoop(for url: URL) -> any EventLoop {
    eventLoops[Int((url.host ?? "").hashValue.magnitude % UInt(eventLoops.count))]
  }

  func client(for method: String) -> HTTPClient { method == "GET" ? reading : writing }
}
