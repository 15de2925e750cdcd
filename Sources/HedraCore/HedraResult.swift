public import Foundation

/// The result of a generation.
public struct HedraResult: Hashable, Sendable, Identifiable {
  /// The answer that said that it was complete.
  public let report: HedraStatusReport
  /// The asset, where it had to be looked up because the answer did not say where it is; else `nil`.
  public let asset: HedraAsset?

  /// The generation's ID.
  public var id: String { report.id }
  /// The asset's ID, by which other requests can refer to it.
  public var assetID: String? { report.assetID ?? asset?.id }
  /// The kind of asset.
  public var type: HedraAssetType? { report.type ?? asset?.type }
  /// The address; `nil` when the service does not say.
  public var url: URL? { report.url ?? asset?.media?.url }
  /// The address to download it from, without a key; `nil` when the service does not say.
  public var downloadURL: URL? { report.downloadURL ?? asset?.media?.downloadURL }
  /// The address to stream it from; `nil` when the service does not say.
  public var streamingURL: URL? { report.streamingURL ?? asset?.media?.streamingURL }
}

extension HedraResult: JobOutput, Downloadable {
  /// The client whose results these are.
  public typealias ServiceClient = HedraClient

  /// Locates its file. The address is its own permission: no key is sent.
  ///
  /// - Returns: The file, and the name to save it under.
  public func file() throws -> DownloadableFile {
    guard let url = downloadURL ?? url else {
      throw MediaError(
        .notSaved, "The generation \(id) has no address of a file.", service: "Hedra")
    }
    return DownloadableFile(.address(url), named: assetID ?? id)
  }
}
