public import Foundation

/// A submission that Hedra accepted: one job.
public typealias HedraV3Submission = Submission<HedraV3Result>

extension Submission where Output == HedraV3Result {
  /// The ID of the model that the job is of.
  public var model: String? { object["model"]?.string }
  /// The progress of the job.
  public var status: HedraV3Status? { object["status"]?.string.map(HedraV3Status.init) }
  /// The path of its status, below the service's address.
  public var statusPath: String? { object["status_url"]?.string }
  /// The path of its result, below the service's address.
  public var resultPath: String? { object["result_url"]?.string }
  /// The date when it may be done; `nil` when the service cannot say.
  public var estimatedCompletion: Date? { object.date("estimated_completion_at") }
}
