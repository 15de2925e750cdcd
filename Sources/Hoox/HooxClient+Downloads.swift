public import Foundation

extension HooxClient {
  /// Saves an asset's file in `folder`, and returns where it is.
  ///
  /// - Parameters:
  ///   - asset: A finished asset.
  ///   - folder: Where to save it; created if need be.
  ///   - name: The file's name without extension; the asset's ID by default.
  /// - Throws: ``MediaError``, or `CancellationError`.
  public func download(
    _ asset: HooxAsset, to folder: URL, named name: String? = nil
  ) async throws -> URL {
    guard let url = asset.url else {
      throw MediaError(
        .notSaved, "The asset \(asset.id) is \(asset.status), and has no file yet.",
        service: "Hoox")
    }
    return try await Download(over: connection.configuration.transport)
      .save(url, in: folder, named: name ?? asset.id)
  }
}
