public import Foundation

/// A job that makes a video (https://www.indoxhub.com/docs/usage/video/).
public struct IndoxHubVideoJob: IndoxHubAnswer, Identifiable {
  /// The ID.
  public let id: String
  /// The word for the progress.
  public let status: Status
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  /// The progress of a job.
  public struct Status: OpenValue {
    /// The word, as the service spells it.
    public let rawValue: String
    /// Creates a word, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Not begun. Only such a job can be cancelled.
    public static let pending: Self = "pending"
    /// In the making.
    public static let inProgress: Self = "in_progress"
    /// Finished.
    public static let completed: Self = "completed"
    /// Ended without a result.
    public static let failed: Self = "failed"
    /// Cancelled. The documentation has no word for it; this is what one would expect.
    public static let cancelled: Self = "cancelled"
    /// Cancelled, in the other spelling of the word.
    public static let canceled: Self = "canceled"
  }

  /// - Parameter id: The ID that was asked for, which an answer need not repeat.
  init(_ object: JSONObject, askedFor id: String? = nil) throws {
    self.id = try object["job_id"]?.id ?? id ?? object.id("job_id")
    status = try object.required("status")
    self.object = object
  }

  /// The share of the work that is done, from 0 to 1; `nil` when the service does not say.
  public var progress: Double? {
    object.double("progress").map { min(max($0 / 100, 0), 1) }
  }
  /// The prompt.
  public var prompt: String? { object["prompt"]?.string }
  /// The date when it ended; `nil` before.
  public var completedAt: Date? { object.date("completed_at") }
  /// The provider's own ID of the video.
  public var providerVideoID: String? { object["provider_video_id"]?.string }
  /// The result; `nil` before it is completed, and where a list leaves the result out.
  public var generation: IndoxHubGeneration? { try? IndoxHubGeneration(object) }
  /// The reason why there is no result; `nil` unless it failed.
  public var failure: JobFailure? {
    guard status == .failed else { return nil }
    let error = object["error"]
    return JobFailure(
      code: error?["code"]?.string,
      message: error?.string ?? error?["message"]?.string ?? "The service gave no reason.")
  }

  /// The job as a status. A word that is not known counts as running.
  ///
  /// - Throws: `JSONMismatch` when it is completed and has no result.
  var jobStatus: JobStatus<IndoxHubGeneration> {
    get throws {
      let state: JobStatus<IndoxHubGeneration>.State =
        switch status {
        case .pending: .waiting
        case .completed: .completed(try IndoxHubGeneration(object))
        case .failed: .failed(failure ?? JobFailure(message: "The service gave no reason."))
        case .cancelled, .canceled: .cancelled
        default: .running
        }
      return JobStatus(state, rawStatus: status.rawValue, progress: progress)
    }
  }
}
