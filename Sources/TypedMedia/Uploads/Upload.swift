public import Foundation

/// Hands a file to a service that takes it at an address of its own, as with a presigned URL.
///
/// ```swift
/// try await Upload().put(clip, to: presigned) { progress in
///   print(progress.fraction ?? 0)
/// }
/// ```
///
/// The file is read as it is sent, and is never in memory as a whole. No key is sent: the address is
/// its own permission. A `PUT` that is repeated has the same effect, so one that breaks off, or that
/// a busy server turns down, is sent again from the beginning. One that is sent elsewhere with status 307
/// or 308 goes there, up to five times, by HTTPS; no other redirect is followed. Another origin sees none
/// of the header fields but those that describe the content.
public struct Upload: Sendable {
  /// Sends the requests.
  public var transport: any Transport
  /// The rule for when to try again after the connection broke, or the server was busy.
  public var retries: RetryPolicy

  /// The place where the service is that names the addresses; `nil` when the caller does.
  var service: URL?
  private let clock: any Clock<Duration>

  private static let mostRedirects = 5

  /// Creates an upload.
  ///
  /// - Parameters:
  ///   - transport: Sends the requests.
  ///   - retries: When to try again after the connection broke, or the server was busy.
  ///   - clock: Measures the waits. A test passes one that does not wait.
  public init(
    over transport: any Transport = URLSessionTransport(),
    retries: RetryPolicy = RetryPolicy(),
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.transport = transport
    self.retries = retries
    self.clock = clock
  }

  /// Sends `file` to `url` with a `PUT`.
  ///
  /// Of a connection's ``ServiceConnection/upload``, the address may not be of this machine or of a
  /// private network, unless the service is there too. What a name resolves to is not looked at.
  ///
  /// - Parameters:
  ///   - file: The file. It must not change meanwhile.
  ///   - url: Where it goes: HTTPS, or HTTP on this machine.
  ///   - contentType: Its media type; by default the one that goes with its extension.
  ///   - headers: Further header fields, such as those that a signature covers.
  ///   - progress: Called, from any thread, up to ten times a second and at the end of the file. It
  ///     falls back to zero when the file has to be sent again.
  /// - Returns: The header fields of the answer, such as an `ETag`.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/notUploaded``,
  ///   ``MediaError/Code/insecureAddress``, ``MediaError/Code/redirectRefused`` or
  ///   ``MediaError/Code/invalidRequest``; or `CancellationError`.
  @discardableResult
  public func put(
    _ file: URL,
    to url: URL,
    contentType: String? = nil,
    headers: HeaderFields = [:],
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> HeaderFields {
    guard FileManager.default.isReadableFile(atPath: file.path) else {
      throw MediaError(.notUploaded, "There is no file to upload at \(file.path).")
    }
    let type = contentType ?? headers["Content-Type"] ?? MediaFileType.contentType(of: file)
    return try await transfer(.file(file), to: url, type, headers, progress)
  }

  /// Sends `data` to `url` with a `PUT`, or with another method whose effect is the same when it is repeated.
  ///
  /// - Parameters:
  ///   - data: What to send.
  ///   - url: Where it goes: HTTPS, or HTTP on this machine.
  ///   - contentType: Its media type; `nil` to say none.
  ///   - method: How it is sent.
  ///   - headers: Further header fields, such as those that a signature covers.
  ///   - progress: As for a file.
  /// - Returns: The header fields of the answer, such as an `ETag`.
  /// - Throws: As ``put(_:to:contentType:headers:progress:)`` of a file.
  @discardableResult
  public func put(
    _ data: Data,
    to url: URL,
    contentType: String? = nil,
    method: String = "PUT",
    headers: HeaderFields = [:],
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> HeaderFields {
    try await transfer(
      .data(data), to: url, contentType ?? headers["Content-Type"], headers, progress,
      method: method)
  }

  private func transfer(
    _ content: RequestBody, to url: URL, _ contentType: String?, _ headers: HeaderFields,
    _ progress: (@Sendable (TransferProgress) -> Void)?, method: String = "PUT"
  ) async throws -> HeaderFields {
    try ServiceAddress.check(url, namedBy: service, "was sent nothing")
    var headers = headers
    headers["Content-Type"] = contentType
    guard !headers.canSplit else {
      throw MediaError(
        .invalidRequest, "A header field has a line break or another control character.")
    }
    let request = TransportRequest(
      method: method, url: url, headers: headers, content: content, onProgress: progress)
    return try await retries.retrying(on: Stopwatch(clock)) { try await attempt(request) }
  }

  private func attempt(_ request: TransportRequest) async throws -> HeaderFields {
    var request = request
    for _ in 0...Self.mostRedirects {
      let response = try await respond(to: request)
      if (200..<300).contains(response.status) { return response.headers }
      guard let next = Self.redirected(request, by: response) else {
        throw await refusal(of: request, response)
      }
      request = next
    }
    throw MediaError(
      .redirectRefused,
      """
      \(ServiceAddress.name(of: request.url)) is where \(Self.mostRedirects) redirects led, and led on; \
      the file was not uploaded.
      """)
  }

  private func respond(to request: TransportRequest) async throws -> TransportResponse {
    do {
      return try await transport.send(request)
    } catch let error as CancellationError {
      throw error
    } catch {
      throw Setback(
        error: MediaError(
          .notUploaded, "The file could not be uploaded. \(error)", underlyingError: error))
    }
  }

  /// The request to go on with; `nil` where an answer leads nowhere, or not to where it may.
  ///
  /// Statuses 307 and 308 keep the method and the content; with the others a `PUT` may end as a `GET`.
  private static func redirected(
    _ request: TransportRequest, by response: TransportResponse
  ) -> TransportRequest? {
    guard [307, 308].contains(response.status),
      let url = response.headers["Location"].flatMap({ URL(lenient: $0, relativeTo: request.url) })?
        .absoluteURL,
      ServiceAddress.isSecure(url), ServiceAddress.mayLead(from: request.url, to: url),
      // Plain HTTP on this machine is no place for a server elsewhere to send anyone.
      url.scheme?.lowercased() == "https" || request.url.scheme?.lowercased() == "http"
    else { return nil }
    var next = request
    next.url = url
    if ServiceAddress.origin(of: url) != ServiceAddress.origin(of: request.url) {
      for (name, _) in request.headers where !name.lowercased().hasPrefix("content-") {
        next.headers[name] = nil
      }
    }
    return next
  }

  private func refusal(
    of request: TransportRequest, _ response: TransportResponse
  ) async -> any Error {
    let isRedirect = (300..<400).contains(response.status)
    let server = ServiceAddress.name(of: request.url)
    var error = MediaError(
      isRedirect ? .redirectRefused : .notUploaded,
      isRedirect
        ? "\(server) answered with a redirect (\(response.status)) that is not followed."
        : "\(server) answered with status \(response.status).",
      httpStatus: response.status)
    error.retryAfter = response.headers.retryAfter(now: Date())
    error.response = ReceivedResponse(
      response, body: try? await response.body.collected(upTo: 65_536), hiding: Secrets([]))
    return RetryPolicy.mayPass(response.status) ? Setback(error: error) : error
  }
}
