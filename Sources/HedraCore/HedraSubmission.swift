public import Foundation

/// What the service accepted: a job for each generation
/// (https://www.hedra.com/docs/api-reference/public/generate-asset).
///
/// It is a view of the service's own JSON, which also repeats the request: members that have no property
/// here survive in ``object``.
public struct HedraSubmission: Sendable {
  /// The jobs, one for each generation that did not fail at once, in the service's order. There is at
  /// least one.
  public let jobs: [Job<HedraClient>]
  /// The first job; the only one unless the request asks for a batch.
  public let job: Job<HedraClient>
  /// The whole answer, in the service's spelling.
  public let object: JSONObject

  init(_ accepted: AcceptedSubmission, at client: HedraClient) throws {
    object = try accepted.answer.object
    jobs = accepted.jobs.map(client.job)
    guard let first = jobs.first else {
      let reasons = Self.batch(in: object).map { $0.error ?? "The service gave no reason." }
      throw MediaError(
        .generationFailed, "Hedra made nothing: \(reasons.joined(separator: "; "))",
        service: "Hedra")
    }
    job = first
  }

  /// The IDs of the jobs in an answer.
  ///
  /// - Throws: `JSONMismatch` when it has none, and no batch that failed as a whole either.
  @Sendable static func jobIDs(in answer: ServiceAnswer) throws -> [String] {
    let object = try answer.object
    let batch = batch(in: object)
    // The answer's own is that of the first that went well.
    guard let id = object["id"]?.id else {
      if !batch.isEmpty, batch.allSatisfy(\.hasFailed) { return batch.compactMap(\.id) }
      return try [object.id("id")]
    }
    let ids = batch.compactMap(\.id)
    return ids.contains(id) ? ids : [id] + ids
  }

  private static func batch(in object: JSONObject) -> [HedraBatchItem] {
    (object["batch_results"]?.array ?? []).compactMap { $0.object.map(HedraBatchItem.init) }
  }

  /// The ID of the first generation that was accepted, which is that of ``job``.
  public var id: String? { object["id"]?.string }
  /// The ID of what the first generation makes.
  public var assetID: String? { object["asset_id"]?.string }
  /// When it was submitted.
  public var createdAt: Date? { object.date("created_at") }
  /// How far the first generation is.
  public var status: HedraGenerationStatus? {
    object["status"]?.string.map(HedraGenerationStatus.init)
  }
  /// How much of the work is done, from 0 to 1.
  public var progress: Double? { object.double("progress") }
  /// How long it will take, in seconds; `nil` when the service cannot say.
  public var remainingSeconds: Int? { object["eta_sec"]?.int }
  /// The batch's ID; only of videos and images.
  public var batchID: String? { object["batch_generation_id"]?.string }
  /// Each generation of the batch, also where it is one of one; only of videos and images.
  public var batch: [HedraBatchItem] { Self.batch(in: object) }
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
  /// When it was submitted.
  public var createdAt: Date? { object.date("created_at") }
  /// How far it is.
  public var status: HedraGenerationStatus? {
    object["status"]?.string.map(HedraGenerationStatus.init)
  }
  /// How much of the work is done, from 0 to 1.
  public var progress: Double? { object.double("progress") }
  /// Why it failed; `nil` unless it did and the service says so.
  public var error: String? { object["error"]?.string }
  var hasFailed: Bool { error != nil || status == .error }
}
