public import Foundation

/// The way that a request becomes a call (https://docs.hoox.video/api-reference/assets/start).
///
/// The credits are debited when the service accepts a request; it gives back those of a generation that
/// fails.
extension HooxClient: MediaService {
  /// Makes the call that submits a request.
  ///
  /// - Returns: The call.
  /// - Throws: `MediaError` when the service takes no such request.
  public func submission(
    of members: JSONObject, to snapshot: ModelSnapshot, options: HooxOptions
  ) throws -> SubmissionCall {
    let model = snapshot.model
    guard let type = model.kind else {
      throw MediaError(
        .malformedSnapshot, "The record of \(model.name) does not say what the model makes.",
        service: "Hoox", model: model.name)
    }
    var body: JSONObject = ["type": .string(type), "model": .string(model.name)]
    for (key, value) in members { body[key] = value }
    options.encode(to: &body)
    return SubmissionCall(
      .post("asset", "start", body: .object(body), effect: .spends, model: model.name))
  }

  /// The jobs in an answer, one for each generation.
  ///
  /// - Returns: The jobs in an answer, one for each generation.
  /// - Throws: `JSONMismatch` when it names none.
  public static func jobs(in answer: ServiceResponse) throws -> [AcceptedJob] {
    try answer.object.ids("asset_ids").map { AcceptedJob(id: $0) }
  }

  /// Reads what all generations cost (https://docs.hoox.video/api-reference/assets/start).
  ///
  /// - Returns: What all generations cost.
  public static func cost(in answer: ServiceResponse) -> Cost? {
    (try? answer.object["total_cost"]?.decimal).map { Cost($0, HooxPrice.unit) }
  }
}

extension HooxAsset: JobOutput {}

/// A submission that Hoox accepted: a job for each generation.
public typealias HooxSubmission = Submission<HooxAsset>

extension Submission where Output == HooxAsset {
  /// The status that the service gave the generations, which is documented to be `generating`.
  public var rawStatus: String? { object["status"]?.string }
  /// The price of each generation, in credits; `nil` when the service did not say.
  public var costPerGeneration: Decimal? { object["cost_per_generation"]?.decimal }
  /// The price of all generations, in credits; `nil` when the service did not say.
  public var totalCost: Decimal? { object["total_cost"]?.decimal }
}
