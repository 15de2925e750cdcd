import Foundation
import HedraCore
import TypedMedia
import TypedMediaTesting

extension HedraService {
  /// Takes a request, if it is one that the model takes and there are credits for it. One whose IDs are
  /// known is the one that they are known of: it is answered, and nothing is made or debited.
  mutating func generate(_ body: JSON?, at now: Duration) throws(HedraRefusal) -> JSON {
    guard case .object(let sent)? = body else { throw .invalid("", "must be an object") }
    let body = sent.withDefaults
    let given = try check(body)
    if let known = submissions.first(where: { !Set($0.ids).isDisjoint(with: given) }) {
      guard known.ids == given else {
        throw .invalid("generation_ids", "are partly those of another request")
      }
      return answer(to: known, at: now)
    }
    let count = body["batch_size"]?.int ?? 1
    // A length that nobody makes has a price that is none.
    let cost = max(cost(of: body), 0)
    guard !(cost * Decimal(count)).isNaN, cost * Decimal(count) <= credits else {
      throw .insufficientCredits
    }
    let failures = (0..<count).map { _ in
      comingFailures.isEmpty ? nil : comingFailures.removeFirst()
    }
    if failures.allSatisfy({ $0?.isAtOnce == true }) {
      throw HedraRefusal(status: 400, message: failures[0]?.message ?? "")
    }
    let ids = given.isEmpty ? (0..<count).map { _ in newID() } : given
    let batchID = body["batch_generation_id"]?.string ?? newID()
    let assetIDs = body.ids("reserved_asset_id")
    let generations = zip(ids, failures).enumerated().map { index, generation in
      let (id, failure) = generation
      return HedraSandboxGeneration(
        id: id, assetID: assetIDs.isEmpty ? newID() : assetIDs[index].lowercased(),
        batchID: batchID, body: body,
        cost: failure?.isAtOnce == true ? 0 : cost, submitted: now, createdAt: date(at: now),
        failure: failure)
    }
    let total = generations.reduce(Decimal.zero) { $0 + $1.cost }
    credits -= total
    spent += total
    let submission = HedraSandboxSubmission(
      ids: ids, body: body, batchID: batchID, generations: generations)
    submissions.append(submission)
    return answer(to: submission, at: now)
  }

  /// What one generation costs: as was set, by the model's price, or the usual.
  private func cost(of body: JSONObject) -> Decimal {
    let name = HedraModel.name(in: body)
    if let name, let cost = costs[name] { return cost }
    var single = body
    single["batch_size"] = nil
    let model = name.flatMap { name in models.first { HedraModel($0).isCalled(name) } }
    return model.flatMap { HedraModel($0).estimatedCredits(of: single) } ?? Self.usualCost
  }

  /// The answer to a request: what it said, and how far what it asked for is.
  private func answer(to submission: HedraSandboxSubmission, at now: Duration) -> JSON {
    var answer = submission.body
    let first = submission.generations.first { $0.failure?.isAtOnce != true }
    if let first {
      for (key, value) in progress(of: first, at: now) { answer[key] = value }
    }
    answer["eta_sec"] = first?.remaining(at: now, pace: pace).json
    guard ["video", "image", "image_to_image"].contains(answer["type"]?.string) else {
      return .object(answer)
    }
    answer.set("batch_generation_id", submission.batchID)
    answer["batch_results"] = .array(
      submission.generations.map { .object(batchItem($0, at: now)) })
    return .object(answer)
  }

  private func batchItem(
    _ generation: HedraSandboxGeneration, at now: Duration
  ) -> JSONObject {
    var item = progress(of: generation, at: now)
    if generation.type == "video" {
      item["eta_sec"] = generation.remaining(at: now, pace: pace).json
    }
    item["error"] = nil
    if let failure = generation.failure, failure.isAtOnce {
      item["id"] = .null
      // What was reserved is known all the same.
      item["asset_id"] =
        generation.body.ids("reserved_asset_id").isEmpty ? .null : .string(generation.assetID)
      item.set("error", failure.message)
    }
    return item
  }

  /// What every answer says of a generation.
  func progress(of generation: HedraSandboxGeneration, at now: Duration) -> JSONObject {
    [
      "id": .string(generation.id), "asset_id": .string(generation.assetID),
      "created_at": generation.createdAt.json,
      "status": .string(generation.status(at: now, pace: pace)),
      "progress": generation.progress(at: now, pace: pace).json,
    ]
  }
}
