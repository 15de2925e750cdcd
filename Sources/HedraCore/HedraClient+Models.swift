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

  /// What `request` will cost, in credits, for its whole batch: by the price that the service has of its
  /// model now, and the documented formula.
  ///
  /// - Returns: The credits; `nil` where the model, its price, or what that depends on is not known.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func estimatedCredits(of request: some HedraRequest) async throws -> Decimal? {
    try await estimatedCredits(of: JSONObject(request))
  }

  /// What a request that there is no type for will cost, in credits.
  ///
  /// - Returns: The credits, as for a request of a generated type.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func estimatedCredits(of request: RawRequest) async throws -> Decimal? {
    try await estimatedCredits(of: request.body)
  }

  func estimatedCredits(of body: JSONObject) async throws -> Decimal? {
    guard let id = HedraModel.id(in: body) else { return nil }
    let models = try await models().map(HedraModel.init)
    return models.first { $0.id == id }?.estimatedCredits(of: body)
  }
}
