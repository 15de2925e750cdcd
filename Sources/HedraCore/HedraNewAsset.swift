public import Foundation

/// An asset that has no file yet (https://www.hedra.com/docs/api-reference/public/create-asset).
///
/// Printed, it does not show the address to send the file to, which is a permission to whoever reads it.
public struct HedraNewAsset: Hashable, Sendable, Identifiable, CustomStringConvertible,
  CustomReflectable
{
  /// The ID.
  public let id: String
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    id = try object.required("id")
    self.object = object
  }

  /// Its name.
  public var name: String? { object["name"]?.string }
  /// The kind that it is to be.
  public var type: HedraAssetType? { object["type"]?.string.map(HedraAssetType.init) }
  /// The workspace that it belongs to; `nil` when it belongs to none.
  public var workspaceID: String? { object["workspace_id"]?.string }
  /// The ID that was asked for it; `nil` when none was.
  public var reservedID: String? { object["reserved_asset_id"]?.string }
  /// The address to upload its file to, without a key; only of videos.
  public var uploadURL: URL? { object.url("upload_url") }

  /// The ID and the name.
  public var description: String { "HedraNewAsset(\(id), \(name ?? "no name"))" }
  /// Nothing, so that a dump shows no permission.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
