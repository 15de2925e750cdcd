public import Foundation

/// The progress of a job.
public struct HedraV3Status: OpenValue {
  /// The word, as the service spells it.
  public let rawValue: String
  /// Creates a word, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// It waits for its turn.
  public static let inQueue: Self = "IN_QUEUE"
  /// The service works on it.
  public static let inProgress: Self = "IN_PROGRESS"
  /// It is done; single outputs may have failed all the same.
  public static let completed: Self = "COMPLETED"
  /// It made nothing.
  public static let failed: Self = "FAILED"

  /// Tells whether there is nothing more to come. A word that is not known is no end.
  public var isTerminal: Bool { [.completed, .failed].contains(self) }
}

/// The progress of a job, as the service says when asked for no more than that.
///
/// It is a view of the service's own JSON: members that have no property here survive in ``object``.
public struct HedraV3StatusReport: Hashable, Sendable, Identifiable {
  /// The job's ID.
  public let id: String
  /// The word for the progress.
  public let status: HedraV3Status
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  /// - Parameter id: The ID that was asked for, which an answer need not repeat.
  init(_ object: JSONObject, askedFor id: String) throws {
    self.id = object["job_id"]?.id ?? id
    status = try object.required("status")
    self.object = object
  }

  /// The share of the work that is done, from 0 to 1; `nil` when the service does not say. Of a job
  /// that failed it means nothing.
  public var progress: Double? { object.double("progress").map { min(max($0, 0), 1) } }
  /// The date when it may be done; `nil` when the service cannot say.
  public var estimatedCompletion: Date? { object.date("estimated_completion_at") }
  /// The events since then; empty where nobody asked.
  public var logs: [HedraV3LogEntry] { HedraV3LogEntry.all(in: object, "logs") }
  /// The cursor with which to ask for what happens next; `nil` where nobody asked.
  public var nextLogCursor: String? { object["logs_next_cursor"]?.string }
}

/// One of the jobs of an account, as a list of them tells of it.
public struct HedraV3JobSummary: Hashable, Sendable, Identifiable {
  /// The job's ID.
  public let id: String
  /// The whole record, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    id = try object.id("job_id")
    self.object = object
  }

  /// The ID of the model that it is of.
  public var model: String? { object["model"]?.string }
  /// The quality that was asked for; `nil` where the model has one only.
  public var quality: String? { object["quality"]?.string }
  /// The word for the progress.
  public var status: HedraV3Status? { object["status"]?.string.map(HedraV3Status.init) }
  /// The date when it was submitted.
  public var createdAt: Date? { object.date("created_at") }
}
