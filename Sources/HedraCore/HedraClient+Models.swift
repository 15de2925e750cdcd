public import Foundation

/// The models that the service offers now, which may be more than the program has types for.
extension HedraClient: CatalogService {
  /// The service's record of one model.
  public typealias Model = HedraModel

  /// The list of the models (https://www.hedra.com/docs/api-reference/public/list-models), of which the
  /// schemas are made.
  public static let catalog: ModelCatalog = {
    var catalog = ModelCatalog(name: "hedra", list: .get("models")) { answer in
      try ModelRecord.hedra(ModelCatalog.list(in: answer))
    }
    // Kinds of generation that take any model have no record.
    catalog.identifier = { $0.object["id"]?.string ?? $0.object["slug"]?.string }
    catalog.snapshot = { record, _ in
      guard record.kind != nil else {
        throw JSONMismatch(problem: "has no \"type\", without which the service takes no request")
      }
      return record
    }
    // OpenAI, whose models these are, ends them that day, and nobody else has them
    // (https://developers.openai.com/api/docs/models/sora-2).
    catalog.rules = SnapshotRules(
      retired: Dictionary(
        uniqueKeysWithValues: ["Sora 2 Pro I2V", "Sora 2 Pro T2V"].map { name in
          (name, .init(since: "2026-09-24", message: "OpenAI ends it on that day."))
        }))
    catalog.documentation = { record in
      let cost = record.object["pricing"]?["credits_per_second"]?.decimal ?? 0
      return cost > 0 ? [("Cost of a second", "\(cost) credits")] : []
    }
    catalog.note = """
      The service's records have no schema: each input_schema is made from the record and the \
      documented request.
      """
    catalog.targetSettings = ["protocol": "HedraRequest", "imports": ["HedraCore"]]
    return catalog
  }()

  /// Lists some of the models.
  ///
  /// - Parameter types: Only models that make something in one of these ways; empty for all.
  /// - Returns: Some of the models.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func models(types: [HedraGenerationType]) async throws -> [HedraModel] {
    var call = Self.catalog.list
    call.query = types.map { ("types", $0.rawValue) }
    return try await models(call)
  }
}

extension HedraClient: PricedService {
  /// Estimates what a request will cost for its whole batch: by the price that the service has of
  /// its model now, and the documented formula.
  ///
  /// - Returns: The price, without a total where the model, its price, or what that depends on is not
  ///   known.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func price(of members: JSONObject, to model: ModelRecord) async throws -> HedraPrice {
    guard let name = HedraModel.name(in: members) else { return HedraPrice(total: nil) }
    let models = try await models()
    return HedraPrice(
      total: models.first { $0.isCalled(name) }?.estimatedCredits(of: members))
  }

  /// What a request will cost, as for one that there is no type for. It is asked of what the request says, so
  /// that no file of it is uploaded.
  ///
  /// - Returns: The price, without a total where the model, its price, or what that depends on is not
  ///   known.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func price<Request: HedraRequest>(of request: Request) async throws -> HedraPrice {
    try await price(of: JSONObject(request), to: Request.model)
  }
}

/// The price of a request to Hedra, by its documented formula.
public struct HedraPrice: RequestPrice, Hashable {
  /// The credits for its whole batch; `nil` where they cannot be told.
  public let total: Decimal?
  /// The unit, which is `credits`.
  public var currency: String? { "credits" }
}
