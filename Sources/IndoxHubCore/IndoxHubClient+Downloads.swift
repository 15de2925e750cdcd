public import Foundation

extension IndoxHubClient {
  /// Saves an image or a video in `folder`, and returns where it is: fetched from where it is, or
  /// decoded where the answer has the file itself.
  ///
  /// - Parameters:
  ///   - result: One of ``IndoxHubGeneration/results``.
  ///   - folder: Where to save it; created if need be.
  ///   - name: The file's name without extension.
  ///   - overwriting: Whether to replace a file of that name. By default that is an error.
  ///   - kind: What it has to be; `nil` for whatever the service makes.
  ///   - maximumSize: The most bytes that it may have.
  ///   - progress: Called, from any thread, up to ten times a second and at the end.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func download(
    _ result: IndoxHubResult,
    to folder: URL,
    named name: String,
    overwriting: Bool = false,
    expecting kind: MediaKind? = nil,
    maximumSize: Int64 = Download.defaultMaximumSize,
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> URL {
    let download = connection.download.limited(to: maximumSize)
    if let url = result.url {
      return try await download.save(
        url, in: folder, named: name, overwriting: overwriting, expecting: kind, progress: progress)
    }
    guard let data = result.data else {
      throw MediaError(
        .notSaved, "The result has neither an address nor a file.", service: "IndoxHub")
    }
    return try download.save(
      data, of: result.contentType, in: folder, named: name, overwriting: overwriting,
      expecting: kind, progress: progress)
  }
}
