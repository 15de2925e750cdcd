public import Foundation

extension HooxClient {
  /// Submits `request` (https://docs.hoox.video/api-reference/assets/start), without waiting for what
  /// it makes.
  ///
  /// The request is checked first, so that one that breaks the model's schema costs nothing. It is
  /// sent again only where the service surely did not take it. The credits are debited when the service
  /// accepts it; it gives back those of a generation that fails.
  ///
  /// - Parameters:
  ///   - request: What to make.
  ///   - options: What accompanies it.
  ///   - maxCredits: The most that it may cost, for all its generations: the service is asked for the
  ///     price first. `nil` for any price.
  /// - Returns: The jobs, one for each generation, as soon as the service has accepted them.
  /// - Throws: `MediaError`. With the code `MediaError.Code.outcomeUnknown` the service may have
  ///   accepted the request all the same; with `MediaError.Code.tooExpensive` it costs more than
  ///   `maxCredits`. Or `CancellationError`, when nothing was sent.
  public func submit(
    _ request: some HooxRequest, options: HooxOptions = HooxOptions(), maxCredits: Decimal? = nil
  ) async throws -> HooxSubmission {
    let members = try request.validatedBody()
    return try await start(members, checkedBy: type(of: request).snapshot, options, maxCredits)
  }

  /// Submits a request to a model that there is no type for, checked against the schema that it
  /// brings.
  ///
  /// - Returns: The jobs, one for each generation, as soon as the service has accepted them.
  /// - Throws: As for a request of a generated type.
  public func submit(
    _ request: RawRequest, options: HooxOptions = HooxOptions(), maxCredits: Decimal? = nil
  ) async throws -> HooxSubmission {
    try request.validate()
    return try await start(request.body, checkedBy: request.snapshot, options, maxCredits)
  }

  private func start(
    _ members: JSONObject, checkedBy snapshot: ModelSnapshot, _ options: HooxOptions,
    _ maxCredits: Decimal?
  ) async throws -> HooxSubmission {
    let model = snapshot.model
    if let maxCredits {
      try await check(HooxPriceQuery(.object(members), to: model), costsAtMost: maxCredits)
    }
    guard let type = model.type else {
      throw MediaError(
        .malformedSnapshot, "The record of \(model.name) does not say what the model makes.",
        service: "Hoox", model: model.name)
    }
    var body: JSONObject = ["type": .string(type), "model": .string(model.name)]
    for (key, value) in members { body[key] = value }
    options.encode(to: &body)
    var call = ServiceCall.post(
      "asset", "start", body: .object(body), effect: .spends, model: model.name)
    call.snapshot = snapshot
    let accepted = try await connection.submit(call) { try $0.object.ids("asset_ids") }
    return try HooxSubmission(accepted.answer.object, jobs: accepted.jobs.map(job))
  }

  private func check(_ query: HooxPriceQuery, costsAtMost maximum: Decimal) async throws {
    let price = try await price(query).totalCost
    guard price.isAtMost(maximum) else {
      throw MediaError(
        .tooExpensive, "The request costs \(price) credits, and may cost \(maximum) at most.",
        service: "Hoox", model: query.model)
    }
  }
}

/// What the service accepted: a job for each generation.
public struct HooxSubmission: Sendable {
  /// The jobs, one for each generation, in the service's order. There is at least one.
  public let jobs: [Job<HooxClient>]
  /// The first job; the only one unless the request asks for several generations.
  public let job: Job<HooxClient>
  /// The status that the service gave them, which is documented to be `generating`.
  public let rawStatus: String?
  /// What each generation costs, in credits; `nil` when the service did not say.
  public let costPerGeneration: Decimal?
  /// What all generations cost, in credits; `nil` when the service did not say.
  public let totalCost: Decimal?
  /// The whole answer.
  public let object: JSONObject

  init(_ object: JSONObject, jobs: [Job<HooxClient>]) throws {
    guard let first = jobs.first else { throw JSONMismatch(problem: "has no jobs") }
    self.jobs = jobs
    job = first
    rawStatus = object["status"]?.string
    costPerGeneration = object["cost_per_generation"]?.decimal
    totalCost = object["total_cost"]?.decimal
    self.object = object
  }
}
