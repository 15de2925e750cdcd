public import Foundation

extension HedraClient {
  /// Saves what a job made in `folder`, and returns where it is. No key is sent: the address is its own
  /// permission.
  ///
  /// - Parameters:
  ///   - result: What a job made.
  ///   - folder: Where to save it; created if need be.
  ///   - name: The file's name without extension; the asset's ID by default.
  ///   - overwriting: Whether to replace a file of that name. By default that is an error.
  ///   - kind: What it has to be; `nil` for whatever the service makes.
  ///   - maximumSize: The most bytes that it may have.
  ///   - progress: Called, from any thread, up to ten times a second and at the end.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func download(
    _ result: HedraResult,
    to folder: URL,
    named name: String? = nil,
    overwriting: Bool = false,
    expecting kind: MediaKind? = nil,
    maximumSize: Int64 = Download.defaultMaximumSize,
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> URL {
    guard let url = result.downloadURL ?? result.url else {
      throw noFile("The generation \(result.id)")
    }
    return try await connection.download.limited(to: maximumSize).save(
      url, in: folder, named: name ?? result.assetID ?? result.id, overwriting: overwriting,
      expecting: kind, progress: progress)
  }

  /// Saves an asset's file in `folder`, and returns where it is.
  ///
  /// - Parameters:
  ///   - asset: An asset that was uploaded or made.
  ///   - folder: Where to save it; created if need be.
  ///   - name: The file's name without extension; the asset's ID by default.
  ///   - overwriting: Whether to replace a file of that name. By default that is an error.
  ///   - kind: What it has to be; `nil` for whatever the service makes.
  ///   - maximumSize: The most bytes that it may have.
  ///   - progress: Called, from any thread, up to ten times a second and at the end.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func download(
    _ asset: HedraAsset,
    to folder: URL,
    named name: String? = nil,
    overwriting: Bool = false,
    expecting kind: MediaKind? = nil,
    maximumSize: Int64 = Download.defaultMaximumSize,
    progress: (@Sendable (TransferProgress) -> Void)? = nil
  ) async throws -> URL {
    guard let url = asset.media?.downloadURL ?? asset.media?.url else {
      throw noFile("The asset \(asset.id)")
    }
    return try await connection.download.limited(to: maximumSize).save(
      url, in: folder, named: name ?? asset.id, overwriting: overwriting, expecting: kind,
      progress: progress)
  }

  private func noFile(_ what: String) -> MediaError {
    MediaError(.notSaved, "\(what) has no address of a file.", service: "Hedra")
  }
}
