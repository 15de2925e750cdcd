public import Foundation

/// How files come to the service. It costs nothing.
extension HedraV3Client: UploadingService {
  /// Uploads a file. Its address holds for an hour.
  ///
  /// A request takes a file of this machine as it is, by ``MediaReference/file(_:)``: it is uploaded when it is
  /// submitted. Upload it yourself to use it in several requests, or to submit one again: an address is a
  /// part of the body that an idempotency key belongs to.
  ///
  /// - Parameters:
  ///   - file: The file. It must not change meanwhile.
  ///   - progress: Called, from any thread, up to ten times a second and at the end.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func upload(
    _ file: URL, progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> HedraV3File {
    try await upload(.file(file), named: file.lastPathComponent, progress)
  }

  /// Uploads a file that is in memory.
  ///
  /// - Parameters:
  ///   - data: What is in the file.
  ///   - name: The file's name. The service looks at what is in the file alone.
  ///   - progress: Called, from any thread, up to ten times a second and at the end.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func upload(
    _ data: Data, named name: String, progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> HedraV3File {
    try await upload(.data(data), named: name, progress)
  }

  /// Uploads a file that a request names.
  public func address(
    uploading file: URL, progress: (@Sendable (TransferProgress) -> Void)?
  ) async throws -> URL {
    try await upload(file, progress: progress).url
  }

  private func upload(
    _ content: RequestBody, named name: String, _ progress: (@Sendable (TransferProgress) -> Void)?
  ) async throws -> HedraV3File {
    var form = MultipartForm()
    form.append(content, as: "file", fileName: name)
    var call = ServiceCall.post("files", form: form, effect: .writes)
    call.onProgress = progress
    return try await connection.send(call) { try HedraV3File($0.object) }
  }
}

/// A file that was uploaded.
public struct HedraV3File: Hashable, Sendable {
  /// The address by which requests refer to it: as it is, with its query.
  public let url: URL
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    url = try object.required("url")
    self.object = object
  }

  /// The file as an input of a request.
  public var reference: MediaReference { .url(url) }
  /// The media type that the service found in the file.
  public var contentType: String? { object["content_type"]?.string }
  /// The date from which requests can no longer refer to it.
  public var expiresAt: Date? { object.date("expires_at") }
}
