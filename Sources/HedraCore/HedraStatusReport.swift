public import Foundation

/// The progress of a generation, and the addresses of what it made
/// (https://www.hedra.com/docs/api-reference/public/get-status).
///
/// It is a view of the service's own JSON: members that have no property here survive in ``object``.
public struct HedraStatusReport: Hashable, Sendable, Identifiable {
  /// The generation's ID.
  public let id: String
  /// The word for the progress.
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
  /// The kind of asset that it makes.
  public var type: HedraAssetType? { object["type"]?.string.map(HedraAssetType.init) }
  /// The share of the work that is done, from 0 to 1.
  public var progress: Double? { object.double("progress").map { min(max($0, 0), 1) } }
  /// The date when it was submitted.
  public var createdAt: Date? { object.date("created_at") }
  /// The workspace that it belongs to; `nil` when it belongs to none.
  public var workspaceID: String? { object["workspace_id"]?.string }
  /// The address of the result; `nil` before it is complete, and where the service leaves it out.
  public var url: URL? { object.url("url") }
  /// The address to download the result from, without a key; `nil` as for ``url``.
  public var downloadURL: URL? { object.url("download_url") }
  /// The address to stream the result from; `nil` as for ``url``.
  public var streamingURL: URL? { object.url("streaming_url") }
  /// The service's words on an error; `nil` where it says a sentence alone, and unless it failed.
  public var error: HedraFailure? { object["error"]?.object.map(HedraFailure.init) }
  /// The reason why there is no result; `nil` unless it failed.
  public var failure: JobFailure? {
    status == .error ? JobFailure(hedraGeneration: object) : nil
  }
}
