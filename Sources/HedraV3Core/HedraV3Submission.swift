public import Foundation

/// What Hedra accepted: one job.
public typealias HedraV3Submission = Submission<HedraV3Result>

extension Submission where Output == HedraV3Result {
  /// The ID of the model that the job is of.
  public var model: String? { object["model"]?.string }
  /// How far the job is.
  public var status: HedraV3Status? { object["status"]?.string.map(HedraV3Status.init) }
  /// Where its status is, below the service's address.
  public var statusPath: String? { object["status_url"]?.string }
  /// Where its result is, below the service's address.
  public var resultPath: String? { object["result_url"]?.string }
  /// When it may be done; `nil` when the service cannot say.
  public var estimatedCompletion: Date? { object.date("estimated_completion_at") }
}
