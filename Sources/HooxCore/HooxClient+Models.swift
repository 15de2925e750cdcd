/// The models that the service offers now, which may be more than the program has types for.
extension HooxClient {
  /// Lists the models (https://docs.hoox.video/api-reference/assets/models).
  ///
  /// The records have no `ModelRecord.inputSchema`; ``model(_:)`` has it.
  ///
  /// - Parameters:
  ///   - type: Only models that make this; `nil` for all.
  ///   - provider: Only models of this maker, such as `google`; `nil` for all.
  ///   - tag: Only models with this tag, such as `motion-control`; `nil` for all.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func models(
    type: HooxMediaType? = nil, provider: String? = nil, tag: String? = nil
  ) async throws -> [ModelRecord] {
    let call = ServiceCall.get(
      "asset", "models",
      query: [("type", type?.rawValue), ("provider", provider), ("tag", tag)])
    return try await connection.send(call) { answer in
      let list = try answer.object
      let records: [JSON] = try list.required("models")
      return try records.map { try ModelRecord(json: $0.merging(hoisted: list)) }
    }
  }

  /// Looks up one model, with its schema (https://docs.hoox.video/api-reference/assets/model).
  ///
  /// - Parameter name: The model's name, such as `veo-3.1`.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func model(_ name: String) async throws -> ModelRecord {
    try await connection.send(.get("asset", "models", name)) { try ModelRecord(json: try $0.json) }
  }
}

extension JSON {
  /// The record with what all records of a filtered list have in common, and which the service
  /// therefore gives once, beside the list.
  fileprivate func merging(hoisted list: JSONObject) -> JSON {
    guard case .object(var record) = self else { return self }
    for key in ["type", "provider"] where record[key] == nil { record[key] = list[key] }
    return .object(record)
  }
}
