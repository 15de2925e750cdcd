public import Foundation

/// Something that happened to a job.
public struct HedraV3LogEntry: Hashable, Sendable, Identifiable {
  /// Its number in the job's log, which grows. It is no cursor.
  public let id: String
  /// The whole record, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    id = try object.id("id")
    self.object = object
  }

  /// Those in the list at a member; what is none is left out.
  static func all(in object: JSONObject, _ key: String) -> [HedraV3LogEntry] {
    (object[key]?.array ?? []).compactMap { try? HedraV3LogEntry($0.object ?? [:]) }
  }

  /// The date of the event.
  public var date: Date? { object.date("timestamp") }
  /// The severity.
  public var level: HedraV3LogLevel? { object["level"]?.string.map(HedraV3LogLevel.init) }
  /// The event.
  public var event: HedraV3LogEvent? { object["event"]?.string.map(HedraV3LogEvent.init) }
  /// The same for people.
  public var message: String? { object["message"]?.string }
  /// The part of the service that says so: `api`, `worker`, `provider`, `cron`.
  public var source: String? { object["source"]?.string }
  /// The data that go with the event; empty where nothing does.
  public var data: JSONObject { object["data"]?.object ?? [:] }
}

/// The severity of something that happened to a job.
public struct HedraV3LogLevel: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// As it should be.
  public static let info: Self = "info"
  /// Worth a look.
  public static let warning: Self = "warning"
  /// Something went wrong.
  public static let error: Self = "error"
}

/// Something that can happen to a job.
public struct HedraV3LogEvent: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// It waits for its turn.
  public static let queued: Self = "queued"
  /// The work began.
  public static let started: Self = "started"
  /// The news that what was sent is let through.
  public static let moderationPassed: Self = "moderation.passed"
  /// The model's provider has it.
  public static let providerSubmitted: Self = "provider.submitted"
  /// The model's provider failed.
  public static let providerError: Self = "provider.error"
  /// It will be tried again.
  public static let retryScheduled: Self = "retry.scheduled"
  /// More of it is done.
  public static let progress: Self = "progress"
  /// It is nearly done.
  public static let finalizing: Self = "finalizing"
  /// A file is there.
  public static let downloadReady: Self = "download.ready"
  /// It is done.
  public static let completed: Self = "completed"
  /// It failed.
  public static let failed: Self = "failed"
  /// It goes on after a failure of the service's own.
  public static let recovered: Self = "recovered"
}
