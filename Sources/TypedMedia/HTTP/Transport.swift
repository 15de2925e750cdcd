public import Foundation

/// Sends one HTTP request.
///
/// ``URLSessionTransport`` is the one to use in apps. A server may bring its own, on its own HTTP
/// client; a test brings one that answers from memory, as `TypedMediaSandbox` does:
///
/// ```swift
/// struct Canned: Transport {
///   func send(_ request: TransportRequest) async throws -> TransportResponse {
///     TransportResponse(status: 200, body: .data(Data(#"{"models": [], "count": 0}"#.utf8)))
///   }
/// }
/// ```
///
/// A transport sends a request **once**, never follows a redirect of anything but a `GET`, does not
/// show the request's credentials to another host, and never follows a redirect to plain HTTP.
public protocol Transport: Sendable {
  /// Sends `request`, and returns as soon as the head of the answer is there.
  ///
  /// - Throws: ``TransportError``. An error of another type counts as one after which it is not known
  ///   whether the request arrived.
  func send(_ request: TransportRequest) async throws -> TransportResponse
}

/// A request as it goes over the wire.
public struct TransportRequest: Sendable {
  /// `GET`, `POST`…
  public var method: String
  /// Where to send it.
  public var url: URL
  /// The header fields.
  public var headers: HTTPHeaders
  /// What it carries; `nil` for nothing.
  public var content: RequestBody?
  /// How long the server may be silent; `nil` for what is usual with the transport.
  public var timeout: Duration?
  /// Called, from any thread, while the content is sent; `nil` when nobody wants to know. A transport
  /// that cannot tell need not call it.
  public var onProgress: (@Sendable (TransferProgress) -> Void)?

  /// Creates a request with its body, if any, in memory.
  public init(method: String = "GET", url: URL, headers: HTTPHeaders = [:], body: Data? = nil) {
    self.init(method: method, url: url, headers: headers, content: body.map(RequestBody.data))
  }

  /// Creates a request.
  public init(
    method: String = "GET", url: URL, headers: HTTPHeaders = [:], content: RequestBody?,
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
}

/// The head of an answer, with its body to come.
public struct TransportResponse: Sendable {
  /// The status code.
  public var status: Int
  /// The header fields.
  public var headers: HTTPHeaders
  /// The body, which can be read once.
  public var body: ResponseBody

  /// Creates an answer.
  public init(status: Int, headers: HTTPHeaders = [:], body: ResponseBody = .data(Data())) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// Why a request has no answer.
public struct TransportError: Error, CustomStringConvertible {
  /// Whether the service may have received the request. `false` only where that is certain, as when
  /// no connection could be made.
  public var mayHaveArrived: Bool
  /// What happened, as a sentence.
  public var message: String
  /// What caused it; `nil` when it began here.
  public var underlyingError: (any Error)?

  /// Creates an error.
  public init(mayHaveArrived: Bool, message: String, underlyingError: (any Error)? = nil) {
    self.mayHaveArrived = mayHaveArrived
    self.message = message
    self.underlyingError = underlyingError
  }

  /// The message.
  public var description: String { message }
}
