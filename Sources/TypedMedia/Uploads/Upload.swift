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
/// a busy server turns down, is sent again from the beginning.
public struct Upload: Sendable {
  /// Sends the requests.
  public var transport: any Transport
  /// When to try again after the connection broke, or the server was busy.
  public var retries: RetryPolicy

  private let clock: any Clock<Duration>

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
  /// - Parameters:
  ///   - file: The file. It must not change meanwhile.
  ///   - url: Where it goes: HTTPS, or HTTP on this machine.
  ///   - contentType: Its media type; by default the one that goes with its extension.
  ///   - headers: Further header fields, such as those that a signature covers.
  ///   - progress: Called, from any thread, up to ten times a second and at the end of the file. It
  ///     falls back to zero when the file has to be sent again.
  /// - Throws: ``MediaError`` with the code ``MediaError/Code/notUploaded``,
  ///   ``MediaError/Code/insecureAddress`` or ``MediaError/Code/invalidRequest``; or
  ///   `CancellationError`.
  public func put(
    _ file: URL,
    to url: URL,
    contentType: String? = nil,
    headers: HTTPHeaders = [:],
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws {
    guard FileManager.default.isReadableFile(atPath: file.path) else {
      throw MediaError(.notUploaded, "There is no file to upload at \(file.path).")
    }
    let type = contentType ?? headers["Content-Type"] ?? MediaFileType.contentType(of: file)
    try await put(.file(file), to: url, type, headers, progress)
  }

  /// Sends `data` to `url` with a `PUT`.
  ///
  /// - Parameters:
  ///   - data: What to send.
  ///   - url: Where it goes: HTTPS, or HTTP on this machine.
  ///   - contentType: Its media type; `nil` to say none.
  ///   - headers: Further header fields, such as those that a signature covers.
  ///   - progress: As for a file.
  /// - Throws: As ``put(_:to:contentType:headers:progress:)`` of a file.
  public func put(
    _ data: Data,
    to url: URL,
    contentType: String? = nil,
    headers: HTTPHeaders = [:],
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws {
    try await put(.data(data), to: url, contentType ?? headers["Content-Type"], headers, progress)
  }

  private func put(
    _ content: RequestBody, to url: URL, _ contentType: String?, _ headers: HTTPHeaders,
    _ progress: (@Sendable (TransferProgress) -> Void)?
  ) async throws {
    guard ServiceAddress.isSecure(url) else {
      throw MediaError(
        .insecureAddress,
        "\(ServiceAddress.name(of: url)) is not an https address, and was sent nothing.")
    }
    var headers = headers
    headers["Content-Type"] = contentType
    guard !headers.canSplit else {
      throw MediaError(
        .invalidRequest, "A header field has a line break or another control character.")
    }
    let request = TransportRequest(
      method: "PUT", url: url, headers: headers, content: content, onProgress: progress)
    try await retries.retrying(on: Stopwatch(clock)) { try await attempt(request) }
  }

  private func attempt(_ request: TransportRequest) async throws {
    let response: TransportResponse
    do {
      response = try await transport.send(request)
    } catch let error as CancellationError {
      throw error
    } catch {
      throw Setback(
        error: MediaError(
          .notUploaded, "The file could not be uploaded. \(error)", underlyingError: error))
    }
    guard !(200..<300).contains(response.status) else { return }
    var error = MediaError(
      .notUploaded,
      "\(ServiceAddress.name(of: request.url)) answered with status \(response.status).",
      httpStatus: response.status)
    error.retryAfter = response.headers.retryAfter(now: Date())
    error.response = ReceivedResponse(
      response, body: try? await response.body.collected(upTo: 65_536), hiding: Secrets([]))
    throw RetryPolicy.mayPass(response.status) ? Setback(error: error) : error
  }
}
