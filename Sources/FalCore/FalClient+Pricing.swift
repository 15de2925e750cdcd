public import Foundation

/// What fal costs.
extension FalClient {
  /// Asks what a unit of each of some models costs (https://fal.ai/docs). How many units a request
  /// takes is known when it has ended: ``FalResult/billableUnits``. How they follow from an input
  /// is not published, so that there is no price of a request beforehand, and no limit to one.
  ///
  /// The client remembers the answer: jobs of these models whose results it fetches from now on
  /// have their cost in its ledger.
  ///
  /// - Parameter models: The models' names, at most 50.
  /// - Returns: What a unit of each of some models costs.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func unitPrices(of models: [String]) async throws -> [FalUnitPrice] {
    let found = try await connection.send(.get(at: platform("models/pricing", models))) { answer in
      let prices: [JSON] = try answer.object.required("prices")
      return try prices.map { try FalUnitPrice($0.object ?? [:]) }
    }
    await prices.remember(found)
    return found
  }

  /// Asks what so many units of a model cost, or what so many calls have cost on average
  /// (https://fal.ai/docs).
  ///
  /// - Parameters:
  ///   - quantity: How many.
  ///   - model: The model's name.
  ///   - isByCalls: Whether `quantity` is one of calls rather than of the model's units.
  /// - Returns: What so many units of a model cost, or what so many calls have cost on average.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func estimate(
    _ quantity: Decimal, of model: String, byCalls isByCalls: Bool = false
  ) async throws -> Cost {
    let member = isByCalls ? "call_quantity" : "unit_quantity"
    var call = ServiceCall(
      "POST", [],
      body: [
        "estimate_type": .string(isByCalls ? "historical_api_price" : "unit_price"),
        "endpoints": [model: [member: quantity.json]],
      ], effect: .reads, model: model)
    call.address = addresses.platform.appending(path: "models/pricing/estimate")
    return try await connection.send(call) { answer in
      let object = try answer.object
      return Cost(try object.required("total_cost"), object["currency"]?.string ?? "USD")
    }
  }

  func platform(_ path: String, _ models: [String]) -> URL {
    addresses.platform.appending(path: path)
      .appending(queryItems: models.map { URLQueryItem(name: "endpoint_id", value: $0) })
  }
}

/// The price of a unit of a model.
public struct FalUnitPrice: Hashable, Sendable {
  /// The model's name.
  public let model: String
  /// The price of one unit.
  public let cost: Decimal
  /// The unit, such as `image`, `megapixel` or `second`.
  public let unit: String
  /// The currency of ``cost``.
  public let currency: String
  /// The whole member, in the service's spelling.
  public let object: JSONObject

  init(_ object: JSONObject) throws {
    model = try object.required("endpoint_id")
    cost = try object.required("unit_price")
    unit = try object.required("unit")
    currency = object["currency"]?.string ?? "USD"
    self.object = object
  }

  /// What so many units cost; `nil` where nobody knows how many, or that is no number of units.
  func cost(ofUnits units: Decimal?) -> Cost? {
    guard let units, !units.isNaN, units >= 0 else { return nil }
    let product = units * cost
    return product.isNaN ? nil : Cost(product, currency)
  }
}

/// What units of models cost, as a client was told last.
actor FalPriceList {
  private var prices: [String: FalUnitPrice] = [:]

  func remember(_ found: [FalUnitPrice]) {
    for price in found { prices[price.model] = price }
  }

  func price(of model: String?) -> FalUnitPrice? { model.flatMap { prices[$0] } }
}
