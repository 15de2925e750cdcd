/// The models that the service offers now, which may be more than the program has types for.
///
/// What the list says of a model has no `ModelRecord.inputSchema`; `model(_:)` has it.
extension HooxClient: CatalogService {
  /// The service's record of one model.
  public typealias Model = HooxModel

  /// The list of the models (https://docs.hoox.video/api-reference/assets/models), which has no schemas, and
  /// one model (https://docs.hoox.video/api-reference/assets/model), which has.
  public static let catalog: ModelCatalog = {
    var catalog = ModelCatalog(name: "hoox", list: .get("asset", "models")) { answer in
      try ModelCatalog.list(in: answer).map {
        try ModelRecord(json: $0.merging(hoisted: answer.object ?? [:]))
      }
    }
    catalog.lookup = { .get("asset", "models", $0) }
    catalog.isListComplete = false
    // An integer `duration` is "always expressed in seconds", and an address one that anybody can reach
    // (https://docs.hoox.video).
    catalog.rules = SnapshotRules(units: ["duration": "seconds"], addressPattern: "^https?://")
    catalog.documentation = { record in
      let model = HooxModel(record)
      return [
        ("Provider", model.provider ?? ""),
        ("Base cost", model.baseCost.map { "\($0) credits" } ?? ""),
        ("Plans that may use it", model.requiredPlans.joined(separator: ", ")),
        ("Not available in", model.restrictedCountries.joined(separator: ", ")),
        ("Tags", model.tags.joined(separator: ", ")),
      ]
    }
    catalog.targetSettings = ["protocol": "HooxRequest", "imports": ["HooxCore"]]
    return catalog
  }()

  /// Lists some of the models.
  ///
  /// - Parameters:
  ///   - type: Only models that make this; `nil` for all.
  ///   - provider: Only models of this maker, such as `google`; `nil` for all.
  ///   - tag: Only models with this tag, such as `motion-control`; `nil` for all.
  /// - Returns: Some of the models.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func models(
    type: HooxMediaType? = nil, provider: String? = nil, tag: String? = nil
  ) async throws -> [HooxModel] {
    var call = Self.catalog.list
    call.query = [("type", type?.rawValue), ("provider", provider), ("tag", tag)]
    return try await models(call)
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
