public import Foundation

/// The progress of a request, as the queue tells (https://fal.ai/docs).
public struct FalStatus: Hashable, Sendable {
  /// The request's ID.
  public let requestID: String
  /// The word for the progress.
  public let word: Word
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  /// A word for the progress of a request.
  public struct Word: OpenValue {
    /// The word, as the service spells it.
    public let rawValue: String
    /// Creates a word, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// It waits for its turn.
    public static let inQueue: Self = "IN_QUEUE"
    /// A runner works on it.
    public static let inProgress: Self = "IN_PROGRESS"
    /// It has ended, with an answer or an error.
    public static let completed: Self = "COMPLETED"
  }

  /// A line that the model's program wrote.
  public struct LogLine: Hashable, Sendable {
    /// The whole member, in the service's spelling.
    public let object: JSONObject
    /// The price.
    public var message: String { object["message"]?.string ?? "" }
    /// The date of the line; `nil` when the service does not say.
    public var timestamp: Date? { object["timestamp"].flatMap { try? Date(json: $0) } }
    /// The severity, such as `INFO`; `nil` when the service does not say.
    public var level: String? { object["level"]?.string }
    /// The part that wrote it; `nil` when the service does not say.
    public var source: String? { object["source"]?.string }
  }

  init(_ object: JSONObject, askedFor id: String? = nil) throws {
    requestID = try id ?? object.id("request_id")
    word = try object.required("status")
    self.object = object
  }

  /// The number of requests that are in front of it; only while it waits.
  public var queuePosition: Int? { object["queue_position"]?.int }
  /// The address of the answer.
  public var responseURL: URL? { object.url("response_url") }
  /// The lines that the program wrote so far; empty where that was not asked for.
  public var logs: [LogLine] {
    (object["logs"]?.array ?? []).compactMap { $0.object.map(LogLine.init) }
  }
  /// The time that the model worked; `nil` while it does.
  public var inferenceTime: Duration? { object["metrics"]?.object?.duration("inference_time") }
  /// The reason why there is no answer; `nil` where there is one, or none yet. There is no word for
  /// a failure: it is completed, with this.
  public var error: String? {
    object["error"].flatMap { $0.isNull ? nil : $0.string ?? $0.text() }
  }
  /// The kind of that error, such as `request_timeout`.
  public var errorType: String? { object["error_type"]?.string }
}
