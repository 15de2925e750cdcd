public import Foundation

/// The options of a request to any model (https://docs.hoox.video/api-reference/assets/start).
public struct HooxOptions: SubmissionOptions, Hashable {
  /// A place for a result in the space's library.
  ///
  /// The service ignores a folder when there is a parent, so one says one or the other.
  public enum Placement: Hashable, Sendable {
    /// Into the asset folder with this ID.
    case folder(String)
    /// Beside the medium with this ID, whose folder and reference avatars it inherits.
    case parent(String)
  }

  /// The place of the result; the library's root by default.
  public var placement: Placement?
  /// A description of who is seen and what they do, apart from what is said. Only Seedance 2.0 UGC
  /// takes it.
  public var avatarDescription: String?
  /// The address that the service calls when the job has ended, well or not.
  /// ``HooxWebhook`` reads what it sends.
  public var webhookURL: URL?
  /// The result's file name without extension, which the service may simplify; else it makes one from
  /// the prompt.
  public var fileName: String?

  /// Creates options that leave all to the service.
  public init() { self.init(placement: nil) }

  /// Creates options. What is left `nil` is left to the service.
  public init(
    placement: Placement? = nil,
    avatarDescription: String? = nil,
    webhookURL: URL? = nil,
    fileName: String? = nil
  ) {
    self.placement = placement
    self.avatarDescription = avatarDescription
    self.webhookURL = webhookURL
    self.fileName = fileName
  }

  func encode(to body: inout JSONObject) {
    switch placement {
    case .folder(let id): body.set("folder_id", id)
    case .parent(let id): body.set("parent_media_id", id)
    case nil: break
    }
    body.set("avatar_description", avatarDescription)
    body.set("webhook_url", webhookURL)
    body.set("file_name", fileName)
  }
}
