public import Foundation

/// How far a generation is, and where to find what it made
/// (https://www.hedra.com/docs/api-reference/public/get-status).
///
/// It is a view of the service's own JSON: members that have no property here survive in ``object``.
public struct HedraStatusReport: Hashable, Sendable, Identifiable {
  /// The generation's ID.
  public let id: String
  /// How far it is.
  public let status: HedraGenerationStatus
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  /// - Parameter id: The ID that was asked for, which an answer need not repeat.
  init(_ object: JSONObject, askedFor id: String) throws {
    self.id = object["id"]?.id ?? id
    status = try object.required("status")
    self.object = object
  }

  /// The ID of what it makes.
  public var assetID: String? { object["asset_id"]?.string }
  /// What it makes.
  public var type: HedraAssetType? { object["type"]?.string.map(HedraAssetType.init) }
  /// How much of the work is done, from 0 to 1.
  public var progress: Double? { object.double("progress").map { min(max($0, 0), 1) } }
  /// When it was submitted.
  public var createdAt: Date? { object.date("created_at") }
  /// The workspace that it belongs to; `nil` when it belongs to none.
  public var workspaceID: String? { object["workspace_id"]?.string }
  /// Where the result is; `nil` before it is complete, and where the service leaves it out.
  public var url: URL? { object.url("url") }
  /// Where to download the result, without a key; `nil` as for ``url``.
  public var downloadURL: URL? { object.url("download_url") }
  /// Where to stream the result; `nil` as for ``url``.
  public var streamingURL: URL? { object.url("streaming_url") }
  /// What the service says of an error; `nil` where it says a sentence alone, and unless it failed.
  public var error: HedraFailure? { object["error"]?.object.map(HedraFailure.init) }
  /// Why there is no result; `nil` unless it failed.
  public var failure: JobFailure? {
    status == .error ? JobFailure(hedraGeneration: object) : nil
  }
}
