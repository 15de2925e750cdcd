public import Foundation

/// An image, sound, video or voice in the account's library, uploaded or made
/// (https://www.hedra.com/docs/api-reference/public/list-assets).
///
/// It is a view of the service's own JSON: members that have no property here survive in ``object``.
public struct HedraAsset: Hashable, Sendable, Identifiable {
  /// The ID, by which requests refer to the asset.
  public let id: String
  /// The whole record, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    id = try object.required("id")
    self.object = object
  }

  /// The ID as requests take it; `nil` when it is none, which no ID has been yet.
  public var uuid: UUID? { UUID(uuidString: id) }
  /// The kind of asset.
  public var type: HedraAssetType? { object["type"]?.string.map(HedraAssetType.init) }
  /// Its name, which is by default that of the file that was uploaded.
  public var name: String? { object["name"]?.string }
  /// The address of a small image of it.
  public var thumbnailURL: URL? { object.url("thumbnail_url") }
  /// A description that somebody wrote of it.
  public var summary: String? { object["description"]?.string }
  /// Tells whether it is one of the user's favorites.
  public var isFavorite: Bool? { object["is_favorite"]?.bool }
  /// Tells whether the user used it lately.
  public var isRecent: Bool? { object["recent"]?.bool }
  /// The date when it was created.
  public var createdAt: Date? { object.date("created_at") }
  /// The date when it became a favorite.
  public var favoritedAt: Date? { object.date("favorited_at") }
  /// The parts that it consists of; `nil` until it is uploaded.
  public var media: HedraMedia? { object["asset"]?.object.map(HedraMedia.init) }
}

extension [HedraAsset] {
  /// Reads a list, which may have `null` or something else in it.
  init(hedraAnswer answer: ServiceResponse) throws {
    guard case .array(let values) = try answer.json else {
      throw JSONMismatch(expected: "a list", found: try answer.json)
    }
    self = try values.compactMap(\.object).map(HedraAsset.init)
  }
}

extension HedraAsset: Downloadable {
  /// The client whose assets these are.
  public typealias ServiceClient = HedraClient

  /// Locates its file. The address is its own permission: no key is sent.
  ///
  /// - Returns: The file, and the name to save it under.
  public func file() throws -> DownloadableFile {
    guard let url = media?.downloadURL ?? media?.url else {
      throw MediaError(.notSaved, "The asset \(id) has no address of a file.", service: "Hedra")
    }
    return DownloadableFile(.address(url), named: id)
  }
}
