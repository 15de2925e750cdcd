public import Foundation

/// A message of Hoox's to a webhook when a job has ended (https://docs.hoox.video/webhooks/overview):
/// to ``HooxOptions/webhookURL`` or ``HooxAvatarOptions/webhookURL``.
///
/// The service documents no signature: take the payload as a hint, and ask ``HooxClient/asset(_:)``
/// before you trust it. It may come twice; ``deliveryKey`` is then the same. `ResultInbox` sees to
/// both: one of the client for assets, and one of its ``HooxClient/avatars`` for looks.
///
/// ```swift
/// let webhook = try HooxWebhook(parsing: body)
/// guard let id = webhook.jobID else { return }  // of a whole video
/// try await webhook.assetID == nil ? looks.follow(id) : assets.follow(id)
/// ```
public struct HooxWebhook: Hashable, Sendable {
  /// The task that it is about.
  public let task: Task
  /// The job's end.
  public let status: HooxAsset.Status
  /// The whole payload, in the service's spelling.
  public let object: JSONObject

  /// A task that a webhook is about.
  public struct Task: OpenValue {
    /// The word, as the service spells it.
    public let rawValue: String
    /// Creates a word, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// An asset that was submitted to ``HooxClient``.
    public static let assetGeneration: Self = "asset_generation"
    /// An avatar that was submitted to ``HooxAvatars``: ``HooxNewAvatar``.
    public static let avatarCreate: Self = "avatar_create"
    /// A look that was submitted to ``HooxAvatars``: ``HooxAvatarEdit``.
    public static let avatarEdit: Self = "avatar_edit"
    /// A whole video, whose calls the client has no method for.
    public static let videoGenerate: Self = "video_generate"
    /// A file of a whole video, whose calls the client has no method for.
    public static let videoExport: Self = "video_export"
  }

  /// Reads a payload.
  ///
  /// - Throws: `MediaError` with the code `MediaError.Code.malformedResponse`.
  public init(parsing body: Data) throws {
    do {
      guard case .object(let object) = try JSON(parsing: body, limits: .lenient) else {
        throw JSONMismatch(problem: "is not an object")
      }
      task = try object.required("task")
      status = try object.required("status")
      self.object = object
    } catch {
      throw MediaError(
        .malformedResponse, "The webhook's payload is not what Hoox documents. \(error)",
        service: "Hoox", underlyingError: error)
    }
  }

  /// The ID of the asset; `nil` of other tasks.
  public var assetID: String? { object["asset_id"]?.id }
  /// The ID of the avatar; `nil` of tasks that are not about avatars.
  public var avatarID: String? { object["avatar_id"]?.id }
  /// The ID of the look; `nil` of tasks that are not about avatars.
  public var lookID: String? { object["look_id"]?.id }
  /// The service's ID for what makes a whole video, or a file of one; `nil` of other tasks.
  public var videoJobID: String? { object["job_id"]?.id }

  /// The ID of the job that was submitted, as its handle has it; `nil` where the client has no such
  /// jobs.
  public var jobID: String? {
    if let assetID { return assetID }
    guard let lookID, let avatarID else { return nil }
    return HooxAvatars.jobID(look: lookID, of: avatarID)
  }

  /// The same for each delivery of one event, to recognise those that come twice.
  public var deliveryKey: String {
    "\(task) \(assetID ?? videoJobID ?? lookID ?? avatarID ?? "-") \(status)"
  }

  /// The result, in the service's spelling; empty when the payload does not have it. Of whole
  /// videos it is not documented what that is.
  public var result: JSONObject { object["result"]?.object ?? [:] }
  /// The address of the file; only of an asset that is finished.
  public var url: URL? { result.url("asset_url") }
  /// The kind of asset.
  public var type: HooxMediaType? { result["asset_type"]?.string.map(HooxMediaType.init) }
  /// The width in pixels.
  public var width: Int? { result["width"]?.int }
  /// The height in pixels.
  public var height: Int? { result["height"]?.int }
  /// The length; only of a video.
  public var duration: Duration? { result.duration("duration_seconds") }
  /// The look that was made; `nil` of other tasks, and where the payload does not have it, which is
  /// not documented.
  public var look: HooxLook? {
    guard let lookID, !result.isEmpty else { return nil }
    return try? HooxLook(result, lookID, of: avatarID)
  }
  /// The reason why there is no result; only when the job failed.
  public var failure: JobFailure? {
    guard var failure = JobFailure(of: object) else { return nil }
    // That the credits come back is documented of assets alone.
    if task != .assetGeneration { failure.isRefunded = nil }
    return failure
  }
}
