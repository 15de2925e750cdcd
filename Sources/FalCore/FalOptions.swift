public import Foundation

/// The options of a request to fal, beside what the model takes (https://fal.ai/docs).
public struct FalOptions: SubmissionOptions, Hashable {
  /// The urgency of a request.
  public struct Priority: OpenValue {
    /// The word, as the service spells it.
    public let rawValue: String
    /// Creates a word, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// As soon as others: the default.
    public static let normal: Self = "normal"
    /// After those of normal priority.
    public static let low: Self = "low"
  }

  /// The address that fal tells that the job has ended; see ``FalWebhook``.
  public var webhookURL: URL?
  /// The urgency of the request; `nil` for the service's default.
  public var priority: Priority?
  /// The longest time until the work begins, more than a tenth of a second; after that the request
  /// fails. `nil` for any time.
  public var startTimeout: Duration?
  /// The most requests that may be in front of it, or else it is refused; `nil` for any number. Sent as
  /// `fal_max_queue_length`.
  public var maximumQueueLength: Int?
  /// Tells whether the service may not try again by itself where a runner fails.
  public var disablesRetries = false
  /// Tells whether the service may not keep what is sent and answered. Its result is then gone
  /// soon.
  public var disablesStorage = false
  /// The time for which the files that it makes are kept; `nil` for what the account says.
  public var fileLifetime: Duration?
  /// A word by which requests that are alike reach the same runner; `nil` for none.
  public var runnerHint: String?

  /// Creates options that say nothing.
  public init() {}

  /// Creates options.
  public init(
    webhookURL: URL? = nil, priority: Priority? = nil, startTimeout: Duration? = nil,
    maximumQueueLength: Int? = nil, disablesRetries: Bool = false, disablesStorage: Bool = false,
    fileLifetime: Duration? = nil, runnerHint: String? = nil
  ) {
    self.webhookURL = webhookURL
    self.priority = priority
    self.startTimeout = startTimeout
    self.maximumQueueLength = maximumQueueLength
    self.disablesRetries = disablesRetries
    self.disablesStorage = disablesStorage
    self.fileLifetime = fileLifetime
    self.runnerHint = runnerHint
  }

  /// The header fields that say it.
  var headers: HeaderFields {
    var headers: HeaderFields = [:]
    headers["X-Fal-Queue-Priority"] = priority?.rawValue
    headers["X-Fal-Request-Timeout"] = startTimeout.map { Self.seconds($0) }
    headers["X-Fal-Runner-Hint"] = runnerHint
    if disablesRetries { headers["X-Fal-No-Retry"] = "1" }
    if disablesStorage { headers["X-Fal-Store-IO"] = "0" }
    headers["X-Fal-Object-Lifecycle-Preference"] = fileLifetime.map { lifetime in
      let seconds = JSONNumber(max(lifetime.components.seconds, 1))
      return JSON.object(["expiration_duration_seconds": .number(seconds)]).text()
    }
    return headers
  }

  /// The items of the query that say it.
  var query: [(name: String, value: String?)] {
    [
      ("fal_webhook", webhookURL?.absoluteString),
      ("fal_max_queue_length", maximumQueueLength.map { String($0) }),
    ]
  }

  private static func seconds(_ duration: Duration) -> String {
    let seconds = duration / .seconds(1)
    return seconds == seconds.rounded() ? String(Int64(seconds)) : String(seconds)
  }
}
