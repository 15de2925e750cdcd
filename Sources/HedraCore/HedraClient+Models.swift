public import Foundation

/// The models that the service offers now, which may be more than the program has types for.
extension HedraClient {
  /// Lists the models (https://www.hedra.com/docs/api-reference/public/list-models), each with the schema
  /// of a request to it. ``HedraModel`` reads what else a record says.
  ///
  /// - Parameter types: Only models that make something in one of these ways; empty for all.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func models(types: [HedraGenerationType] = []) async throws -> [ModelRecord] {
    let call = ServiceCall.get("models", query: types.map { ("types", $0.rawValue) })
    return try await connection.send(call) { answer in
      guard case .array(let records) = try answer.json else {
        throw JSONMismatch(expected: "a list", found: try answer.json)
      }
      return try ModelRecord.hedra(records)
    }
  }
}

extension HedraClient: PricedService {
  /// What a request will cost for its whole batch: by the price that the service has of its model now, and
  /// the documented formula.
  ///
  /// - Returns: The price, without a total where the model, its price, or what that depends on is not
  ///   known.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func price(of members: JSONObject, to model: ModelRecord) async throws -> HedraPrice {
    guard let id = HedraModel.id(in: members) else { return HedraPrice(total: nil) }
    let models = try await models().map(HedraModel.init)
    return HedraPrice(total: models.first { $0.id == id }?.estimatedCredits(of: members))
  }
}

/// What a request to Hedra will cost, by its documented formula.
public struct HedraPrice: RequestPrice, Hashable {
  /// The credits for its whole batch; `nil` where they cannot be told.
  public let total: Decimal?
  /// The unit, which is `credits`.
  public var currency: String? { "credits" }
}
