public import Foundation

/// Sends one HTTP request.
///
/// ``URLSessionTransport`` is the one to use in apps. A server may bring its own, on its own HTTP
/// client; a test brings one that answers from memory, as `HooxSandbox` does:
///
/// ```swift
/// struct Canned: Transport {
///   func send(_ request: TransportRequest) async throws -> TransportResponse {
///     TransportResponse(status: 200, body: .data(Data(#"{"models": [], "count": 0}"#.utf8)))
///   }
/// }
/// ```
///
/// A transport sends a request **once**, and never by itself again, on whatever connection. It follows a
/// redirect of a `GET` alone, by ``TransportRequest/redirected(by:)``; any other is a response like all.
///
/// Whether a paid request is sent again rests on what a transport says of an error. It has to tell, in a
/// ``TransportError``, whether it failed before there was a connection, **and** how much of the body it
/// had handed on by then. One that knows neither says so, by leaving them out, and the request's outcome
/// is unknown: that is safe.
public protocol Transport: Sendable {
  /// Sends `request`, and returns as soon as the head of the response is there.
  ///
  /// - Throws: ``TransportError``. An error of another type counts as one after which it is not known
  ///   whether the request arrived.
  func send(_ request: TransportRequest) async throws -> TransportResponse
}

/// A request as it goes over the wire.
public struct TransportRequest: Sendable {
  /// `GET`, `POST`…
  public var method: String
  /// The address to send it to.
  public var url: URL
  /// The header fields.
  public var headers: HeaderFields
  /// The content; `nil` for nothing.
  public var content: RequestBody?
  /// The time that the server may be silent; `nil` for what is usual with the transport.
  public var timeout: Duration?
  /// Called, from any thread, while the content is sent; `nil` when nobody wants to know. A transport
  /// that cannot tell need not call it.
  public var onProgress: (@Sendable (TransferProgress) -> Void)?

  /// Creates a request with its body, if any, in memory.
  public init(method: String = "GET", url: URL, headers: HeaderFields = [:], body: Data? = nil) {
    self.init(method: method, url: url, headers: headers, content: body.map(RequestBody.data))
  }

  /// Creates a request.
  public init(
    method: String = "GET", url: URL, headers: HeaderFields = [:], content: RequestBody?,
    onProgress: (@Sendable (TransferProgress) -> Void)? = nil
  ) {
    self.method = method
    self.url = url
    self.headers = headers
    self.content = content
    self.onProgress = onProgress
  }

  /// The body in memory; `nil` when there is none, or when it is a file.
  public var body: Data? {
    get { if case .data(let data)? = content { data } else { nil } }
    set { content = newValue.map(RequestBody.data) }
  }

  /// Tells whether there is a body of at least one byte: only then can one tell from what was
  /// handed on that the request did not leave.
  var hasBody: Bool {
    switch content {
    case .data(let data): !data.isEmpty
    case .file: true
    case nil: false
    }
  }
}

/// The head of a response, with its body to come.
public struct TransportResponse: Sendable {
  /// The status code.
  public var status: Int
  /// The header fields.
  public var headers: HeaderFields
  /// The body, which can be read once.
  public var body: ResponseBody

  /// Creates a response.
  public init(status: Int, headers: HeaderFields = [:], body: ResponseBody = .data(Data())) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// The reason why a request has no response, and how far it had come.
public struct TransportError: Error, CustomStringConvertible {
  /// Tells whether it failed before there was a connection, as when the host is not found or
  /// refuses.
  ///
  /// By itself this proves nothing: some HTTP clients report a response that was lost by the error of an
  /// address that they had tried before.
  public var isBeforeConnecting: Bool
  /// The number of bytes of the body that had been handed on, to the system or the HTTP client
  /// below; `nil` when the transport cannot tell.
  public var sentBodyBytes: Int64?
  /// The message, as a sentence.
  public var message: String
  /// The error that caused it; `nil` when it began here.
  public var underlyingError: (any Error)?

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - message: What happened, as a sentence.
  ///   - isBeforeConnecting: Whether it failed before there was a connection.
  ///   - sentBodyBytes: How many bytes of the body had been handed on; `nil` when that is not known.
  ///   - underlyingError: What caused it; `nil` when it began here.
  public init(
    _ message: String, isBeforeConnecting: Bool = false, sentBodyBytes: Int64? = nil,
    underlyingError: (any Error)? = nil
  ) {
    self.message = message
    self.isBeforeConnecting = isBeforeConnecting
    self.sentBodyBytes = sentBodyBytes
    self.underlyingError = underlyingError
  }

  /// The message.
  public var description: String { message }
}
