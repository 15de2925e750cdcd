public import Foundation

/// Files for the inputs of requests (https://replicate.com/docs/topics/predictions/input-files).
extension ReplicateClient: UploadingService {
  /// The most bytes that a file may have.
  private static let maximumSize: Int64 = 100_000_000

  /// Hands a file over, and returns where it is. It is deleted after a while, which
  /// ``ReplicateFile/expiresAt`` says.
  ///
  /// - Parameters:
  ///   - file: The file, of up to 100 MB. It must not change meanwhile.
  ///   - progress: Called, from any thread, up to ten times a second and at the end.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func address(
    uploading file: URL, progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> URL {
    try await upload(file, progress: progress).url
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

  /// Lists the files that were handed over and are not deleted, the latest first, without end of pages.
  public func files() -> Pages<ReplicateFile> {
    pages(.get("files")) { try ReplicateFile($0) }
  }

  /// Deletes a file.
  ///
  /// - Throws: `MediaError`, or `CancellationError`.
  public func deleteFile(_ id: String) async throws {
    _ = try await connection.send(ServiceCall("DELETE", ["files", id], effect: .writes))
  }

  private func refusal(_ message: String) -> MediaError {
    MediaError(.notUploaded, message, service: ServiceProfile.replicate.name)
  }
}
