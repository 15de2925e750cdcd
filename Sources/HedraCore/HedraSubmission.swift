public import Foundation

/// A submission that Hedra accepted: a job for each generation that did not fail at once
/// (https://www.hedra.com/docs/api-reference/public/generate-asset).
public typealias HedraSubmission = Submission<HedraResult>

/// The service's answer also repeats the request: members that have no property here are in its `object`.
extension Submission where Output == HedraResult {
  /// The ID of the first generation that was accepted, which is that of ``job``.
  public var id: String? { object["id"]?.string }
  /// The ID of what the first generation makes.
  public var assetID: String? { object["asset_id"]?.string }
  /// The date when it was submitted.
  public var createdAt: Date? { object.date("created_at") }
  /// The progress of the first generation.
  public var status: HedraGenerationStatus? {
    object["status"]?.string.map(HedraGenerationStatus.init)
  }
  /// The share of the work that is done, from 0 to 1.
  public var progress: Double? { object.double("progress") }
  /// The time that it will still take; `nil` when the service cannot say.
  public var remainingTime: Duration? { object.duration("eta_sec") }
  /// The batch's ID; only of videos and images.
  public var batchID: String? { object["batch_generation_id"]?.string }
  /// Each generation of the batch, also where it is one of one; only of videos and images.
  public var batch: [HedraBatchItem] { HedraBatchItem.all(in: object) }
  /// The generations that failed at once. Those that have no ID have no job.
  public var failures: [HedraBatchItem] { batch.filter(\.hasFailed) }
}

/// One generation of a batch, as the answer to the request tells of it.
public struct HedraBatchItem: Hashable, Sendable {
  /// The whole member, in the service's spelling.
  public let object: JSONObject
  /// The generation's ID; `nil` when it failed.
  public var id: String? { object["id"]?.id }
  /// The ID of what it makes; `nil` when it failed.
  public var assetID: String? { object["asset_id"]?.string }
  /// The date when it was submitted.
  public var createdAt: Date? { object.date("created_at") }
  /// The word for the progress.
  public var status: HedraGenerationStatus? {
    object["status"]?.string.map(HedraGenerationStatus.init)
  }
  /// The share of the work that is done, from 0 to 1.
  public var progress: Double? { object.double("progress") }
  /// The time that it will still take; of videos, `nil` when the service cannot say.
  public var remainingTime: Duration? { object.duration("eta_sec") }
  /// The reason why it failed; `nil` unless it did and the service says so.
  public var error: String? { object["error"]?.string }
  var hasFailed: Bool { error != nil || status == .error }

  /// Those in an answer.
  static func all(in answer: JSONObject) -> [HedraBatchItem] {
    (answer["batch_results"]?.array ?? []).compactMap { $0.object.map(HedraBatchItem.init) }
  }
}
