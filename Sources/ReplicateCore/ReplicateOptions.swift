public import Foundation

/// The options of a request to Replicate.
public struct ReplicateOptions: SubmissionOptions, Hashable {
  /// The hardware or model that runs the request; `nil` for what the model's snapshot says: see
  /// ``ReplicateTarget``.
  public var target: ReplicateTarget?
  /// The time to keep the connection open for the result, from one second to a minute; `nil` for
  /// not at all. What is not done by then goes on as a job.
  public var wait: Duration?
  /// The time that the prediction may take from when it is created until it is cancelled by itself,
  /// at least five seconds; `nil` for what is usual.
  public var timeout: Duration?
  /// The address that Replicate tells how far the prediction is, by HTTPS and without redirects;
  /// see ``ReplicateWebhookReader``.
  public var webhookURL: URL?
  /// The events that the webhook is told; `nil` for outputs and the end.
  public var webhookEvents: [ReplicateWebhookEvent]?

  /// Creates options that say nothing.
  public init() {}

  /// Creates options.
  public init(
    target: ReplicateTarget? = nil, wait: Duration? = nil, timeout: Duration? = nil,
    webhookURL: URL? = nil, webhookEvents: [ReplicateWebhookEvent]? = nil
  ) {
    self.target = target
    self.wait = wait
    self.timeout = timeout
    self.webhookURL = webhookURL
    self.webhookEvents = webhookEvents
  }

  /// The header fields that say it.
  ///
  /// - Throws: `MediaError` for a time that the service does not take.
  func headers() throws -> HeaderFields {
    var headers: HeaderFields = [:]
    if let wait {
      guard (.seconds(1) ... .seconds(60)).contains(wait) else {
        throw Self.refusal("The wait for a result is from 1 to 60 seconds.")
      }
      headers["Prefer"] = "wait=\(Self.seconds(wait))"
    }
    if let timeout {
      guard (.seconds(5) ... .seconds(2_678_400)).contains(timeout) else {
        throw Self.refusal("The time for a prediction is at least 5 seconds.")
      }
      headers["Cancel-After"] = "\(Self.seconds(timeout))s"
    }
    return headers
  }

  /// The members of the body that say it.
  var members: JSONObject {
    var members = JSONObject()
    members.set("webhook", webhookURL?.absoluteString)
    members.set("webhook_events_filter", webhookEvents)
    return members
  }

  private static func seconds(_ duration: Duration) -> Int64 {
    Int64((duration / .seconds(1)).rounded(.up))
  }

  private static func refusal(_ message: String) -> MediaError {
    MediaError(.invalidRequest, message, service: ServiceProfile.replicate.name)
  }
}

/// The model, version or deployment that runs a request.
///
/// Official models are always on, and are run by their name. Any other model is run as one of its versions. Without
/// a target in the options, the record of the model's snapshot decides: where it has a `version` and does not say
/// that the model `is_official`, that version runs, else the model by its name. Snapshots that are fetched have it;
/// those of this package are from published schemas, and have none.
public enum ReplicateTarget: Hashable, Sendable {
  /// The model that the request is to, by its name: one that is official.
  case model
  /// A version, by its ID of 64 hexadecimal digits, or as `owner/name:ID`.
  case version(String)
  /// A deployment of the account's own.
  case deployment(owner: String, name: String)

  /// The target of a model's snapshot.
  init(of record: ModelRecord) {
    let isOfficial = record.object["is_official"]?.bool ?? false
    let version = record.object["version"]?.string
    self = version.flatMap { isOfficial ? nil : .version($0) } ?? .model
  }
}

/// Something that a webhook is told.
public struct ReplicateWebhookEvent: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The prediction has begun.
  public static let start: Self = "start"
  /// There is some output, at most every half second.
  public static let output: Self = "output"
  /// The model's program wrote something, at most every half second.
  public static let logs: Self = "logs"
  /// The prediction has ended.
  public static let completed: Self = "completed"
}
