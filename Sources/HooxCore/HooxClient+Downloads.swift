public import Foundation

extension HooxClient {
  /// Saves an asset's file in `folder`, and returns where it is.
  ///
  /// - Parameters:
  ///   - asset: A finished asset.
  ///   - folder: Where to save it; created if need be.
  ///   - name: The file's name without extension; the asset's ID by default.
  ///   - overwriting: Whether to replace a file of that name. By default that is an error.
  ///   - kind: What it has to be; `nil` for whatever the service makes.
  ///   - maximumSize: The most bytes that it may have.
  ///   - progress: Called, from any thread, up to ten times a second and at the end.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func download(
    _ asset: HooxAsset,
    to folder: URL,
    named name: String? = nil,
    overwriting: Bool = false,
    expecting kind: MediaKind? = nil,
    maximumSize: Int64 = Download.defaultMaximumSize,
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> URL {
    guard let url = asset.url else {
      throw MediaError(
        .notSaved, "The asset \(asset.id) is \(asset.status), and has no file yet.",
        service: "Hoox")
    }
    return try await connection.download.limited(to: maximumSize).save(
      url, in: folder, named: name ?? asset.id, overwriting: overwriting, expecting: kind,
      progress: progress)
  }
}
