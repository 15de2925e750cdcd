public import Foundation

/// A message of Hoox's to a ``HooxOptions/webhookURL`` when a job has ended
/// (https://docs.hoox.video/webhooks/overview).
///
/// The service documents no signature: take the payload as a hint, and ask
/// ``HooxClient/asset(_:)`` before you trust it. It may come twice; ``deliveryKey`` is then the same.
/// `ResultInbox` sees to both.
public struct HooxWebhook: Hashable, Sendable {
  /// The task that it is about.
  public let task: Task
  /// The ID of the asset, and of the job that made it; `nil` for tasks of other kinds.
  public let assetID: String?
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

    /// A job that was submitted with `submit`.
    public static let assetGeneration: Self = "asset_generation"
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
      assetID = object["asset_id"]?.id
      status = try object.required("status")
      self.object = object
    } catch {
      throw MediaError(
        .malformedResponse, "The webhook's payload is not what Hoox documents. \(error)",
        service: "Hoox", underlyingError: error)
    }
  }

  /// The same for each delivery of one event, to recognise those that come twice.
  public var deliveryKey: String {
    let subject = assetID ?? object["job_id"]?.string ?? object["look_id"]?.string
    return "\(task) \(subject ?? object["avatar_id"]?.string ?? "-") \(status)"
  }

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
  /// The reason why there is no result; only when the job failed.
  public var failure: JobFailure? { JobFailure(of: object) }

  private var result: JSONObject { object["result"]?.object ?? [:] }
}
