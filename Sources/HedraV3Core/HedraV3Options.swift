public import Foundation

/// The options of a request to any model.
public struct HedraV3Options: SubmissionOptions, Hashable {
  /// The address that the service tells that the job has ended; `nil` for the account's own
  /// webhook, if it has one. ``HedraV3WebhookReader`` reads what comes.
  public var webhookURL: URL?
  /// The key by which the service knows the request again; `nil` for one that the client makes.
  ///
  /// It belongs to one body: with another it is refused, with the code
  /// `MediaError.Code.idempotencyConflict`. A file that is uploaded again has another address, and so the
  /// request another body.
  public var idempotencyKey: String?

  /// Creates options that leave all to the client and the service.
  public init() { self.init(webhookURL: nil) }

  /// Creates options. What is left `nil` is left to the client and the service.
  public init(webhookURL: URL? = nil, idempotencyKey: String? = nil) {
    self.webhookURL = webhookURL
    self.idempotencyKey = idempotencyKey
  }
}
