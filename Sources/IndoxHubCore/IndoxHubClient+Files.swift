public import Foundation

/// How files come to the service: within the request.
extension IndoxHubClient: UploadingService {
  /// The most bytes of a file within a request, which is in memory as a whole. What the service takes is not
  /// documented.
  private static let largestFile: Int64 = 190_000_000

  /// Reads a file that a request names, and returns it as Base64. Nothing is sent yet.
  public func reference(
    uploading file: URL, as kind: MediaKind?,
    progress: (@Sendable (TransferProgress) -> Void)?
  ) async throws -> String {
    let attributes = try? FileManager.default.attributesOfItem(
      atPath: file.resolvingSymlinksInPath().path)
    let size = (attributes?[.size] as? NSNumber)?.int64Value ?? 0
    guard size <= Self.largestFile else {
      throw MediaError(
        .notUploaded,
        """
        \(file.lastPathComponent) has \(size) bytes, and goes within the request, where \
        \(Self.largestFile) are sent at most.
        """, service: "IndoxHub")
    }
    do {
      let bytes = try Data(contentsOf: file, options: .mappedIfSafe)
      let total = Int64(bytes.count)
      progress?(TransferProgress(completedBytes: total, totalBytes: total))
      return bytes.base64EncodedString()
    } catch {
      var failure = MediaError(
        .notUploaded, "\(file.lastPathComponent) cannot be read.", service: "IndoxHub")
      failure.underlyingError = error
      throw failure
    }
  }
}
