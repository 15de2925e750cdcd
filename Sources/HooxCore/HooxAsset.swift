public import Foundation

/// An image, video or sound in the space's library, finished or not
/// (https://docs.hoox.video/api-reference/assets/status).
public struct HooxAsset: Hashable, Sendable, Identifiable {
  /// The ID, by which other requests can refer to the asset.
  public let id: String
  /// The word for the progress.
  public let status: Status
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  /// The progress of an asset.
  public struct Status: OpenValue {
    /// The word, as the service spells it.
    public let rawValue: String
    /// Creates a word, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Not begun.
    public static let pending: Self = "pending"
    /// In the making.
    public static let generating: Self = "generating"
    /// Finished.
    public static let completed: Self = "completed"
    /// Ended without a result.
    public static let failed: Self = "failed"
  }

  init(_ object: JSONObject) throws {
    id = try object.id("asset_id")
    status = try object.required("status")
    self.object = object
  }

  /// The kind of asset; `nil` when the service did not say.
  public var type: HooxMediaType? { object["type"]?.string.map(HooxMediaType.init) }
  /// The address of the file; `nil` until it is finished.
  public var url: URL? { object.url("url") }
  /// The address of the first frame; only of a video.
  public var thumbnailURL: URL? { object.url("thumbnail_url") }
  /// The width in pixels, once known.
  public var width: Int? { object["width"]?.int }
  /// The height in pixels, once known.
  public var height: Int? { object["height"]?.int }
  /// The length; only of a video.
  public var duration: Duration? { object.duration("duration_seconds") }
  /// The credits that were debited for it.
  public var cost: Decimal? { object["cost"]?.decimal }
  /// The date when it was submitted.
  public var createdAt: Date? { object["created_at"].flatMap { try? Date(json: $0) } }
  /// The request's parameters: `model`, `prompt`, `duration`… The service spells the same duration
  /// as a number here and as text (`6s`) there.
  public var generationParameters: JSONObject { object["generation_params"]?.object ?? [:] }
  /// The reason why there is no result; only when it failed.
  public var failure: JobFailure? { JobFailure(of: object) }

  /// Returns the asset as a job's status. A status that is not known counts as running.
  ///
  /// - Throws: `JSONMismatch` when it is completed and has no address: there is nothing to have yet.
  func jobStatus() throws -> JobStatus<HooxAsset> {
    let state: JobStatus<HooxAsset>.State
    switch status {
    case .pending: state = .waiting
    case .completed:
      guard url != nil else { throw JSONMismatch(problem: "is completed, and has no \"url\"") }
      state = .completed(self)
    case .failed: state = .failed(failure ?? JobFailure(hooxError: .null))
    default: state = .running
    }
    return JobStatus(state, rawStatus: status.rawValue)
  }
}

extension JobFailure {
  /// Reads an asset's or a webhook's `error`; `nil` when there is none.
  init?(of object: JSONObject) {
    guard let error = object["error"], !error.isNull else { return nil }
    self.init(hooxError: error)
  }

  /// Reads an error. Hoox gives back the credits of each generation that fails
  /// (https://docs.hoox.video/api-reference/assets/start).
  fileprivate init(hooxError error: JSON) {
    self.init(
      code: error["code"]?.string,
      message: error["message"]?.string ?? error.string ?? "The service gave no reason.",
      isRefunded: true)
  }
}

extension HooxAsset: Downloadable {
  /// The client whose assets these are.
  public typealias ServiceClient = HooxClient

  /// Locates its file.
  ///
  /// - Returns: The file, and the name to save it under.
  /// - Throws: `MediaError` with the code `MediaError.Code.notSaved` unless it is finished.
  public func file() throws -> DownloadableFile {
    guard let url else {
      throw MediaError(
        .notSaved, "The asset \(id) is \(status), and has no file yet.", service: "Hoox")
    }
    return DownloadableFile(.address(url), named: id)
  }
}
