public import Foundation

/// Files for the inputs of requests (https://replicate.com/docs/topics/predictions/input-files).
extension ReplicateClient: UploadingService {
  /// The most bytes that a file may have.
  private static let maximumSize: Int64 = 100_000_000

  /// Hands over a file that a request names. It is deleted after a while, which
  /// ``ReplicateFile/expiresAt`` says.
  public func reference(
    uploading file: URL, as kind: MediaKind?,
    progress: (@Sendable (TransferProgress) -> Void)?
  ) async throws -> String {
    try await upload(file, progress: progress).url.absoluteString
  }

  /// Hands a file over.
  ///
  /// - Parameters:
  ///   - file: The file, of up to 100 MB. It must not change meanwhile.
  ///   - metadata: What to keep beside it.
  ///   - progress: Called, from any thread, up to ten times a second and at the end.
  /// - Returns: What the service says of it.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func upload(
    _ file: URL, metadata: JSONObject = [:],
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> ReplicateFile {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: file.resolvingSymlinksInPath().path)
    guard let size = (attributes?[.size] as? NSNumber)?.int64Value else {
      throw refusal("There is no file to upload at \(file.path).")
    }
    guard size <= Self.maximumSize else {
      throw refusal("\(file.lastPathComponent) has \(size) bytes, and 100 MB are taken at most.")
    }
    var form = MultipartForm()
    form.append(file: file, as: "content")
    if !metadata.isEmpty {
      form.append(
        JSON.object(metadata).data(), as: "metadata", fileName: "metadata.json",
        contentType: "application/json")
    }
    var call = ServiceCall.post("files", form: form, effect: .writes)
    call.onProgress = progress
    return try await connection.send(call) { try ReplicateFile($0.object) }
  }

  /// Looks up a file.
  ///
  /// - Throws: `MediaError`, or `CancellationError`.
  public func file(_ id: String) async throws -> ReplicateFile {
    try await connection.send(.get("files", id)) { try ReplicateFile($0.object) }
  }

  /// Lists the files that were handed over and are not deleted, the latest first, without end of
  /// pages.
  public func files() -> Pages<ReplicateFile> {
    pages(.get("files")) { try ReplicateFile($0) }
  }

  /// Deletes a file.
  ///
  /// - Throws: `MediaError`, or `CancellationError`.
  public func deleteFile(_ id: String) async throws {
    _ = try await connection.send(ServiceCall("DELETE", ["files", id], effect: .writes))
  }

  /// Makes the address at which anybody can fetch a file until it expires.
  ///
  /// - Parameters:
  ///   - id: The file's ID.
  ///   - owner: The name of the account that has it.
  ///   - expiry: When the address ceases to be good, to the second.
  ///   - signature: The HMAC-SHA256 of `owner id expiry` by the signing secret of files, as Base64.
  /// - Returns: The address.
  /// - Throws: `MediaError` for a time that is none.
  public func downloadURL(
    ofFile id: String, owner: String, until expiry: Date, signature: String
  ) throws -> URL {
    guard let seconds = Int64(exactly: expiry.timeIntervalSince1970.rounded(.down)) else {
      throw refusal("The time until which the address is good is none.")
    }
    let items = [("owner", owner), ("expiry", "\(seconds)"), ("signature", signature)]
    // A plus sign that stands for itself would be read as a blank.
    let query = items.map { name, value in
      "\(name)=\(value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? value)"
    }
    let file = connection.baseURL.appending(path: "files").appending(path: id)
      .appending(path: "download")
    var components = URLComponents(url: file, resolvingAgainstBaseURL: true)
    components?.percentEncodedQuery = query.joined(separator: "&")
    return components?.url ?? file
  }

  private func refusal(_ message: String) -> MediaError {
    MediaError(.notUploaded, message, service: ServiceProfile.replicate.name)
  }
}
