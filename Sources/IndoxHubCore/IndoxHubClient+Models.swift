/// The models that the service offers now, which may be more than the program has types for.
///
/// The calls are those of the documentation of 2025; the pages of today do not show them.
extension IndoxHubClient: CatalogService {
  /// The service's record of one model.
  public typealias Model = IndoxHubModel

  /// The lists of the models, of all providers.
  public static var catalog: ModelCatalog { .indoxHub }

  /// Lists some of the models.
  ///
  /// - Parameters:
  ///   - provider: Only models of this provider, such as `google`; `nil` for all.
  ///   - kind: Only models that make this; `nil` for all.
  /// - Returns: Some of the models.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func models(
    of provider: String? = nil, making kind: IndoxHubModel.Kind? = nil
  ) async throws -> [IndoxHubModel] {
    guard let provider else {
      return try await models(Self.catalog.list).filter { kind == nil || $0.kind == kind }
    }
    let path = ["models", provider] + [kind?.rawValue].compactMap { $0 }
    // Records that say by the question what they make need not repeat it.
    let found = try await connection.send(ServiceCall("GET", path, effect: .reads)) {
      ModelCatalog.indoxHubRecords(in: try $0.json, kind: kind).map(IndoxHubModel.init)
    }
    return found.filter { kind == nil || $0.kind == kind }
  }

  /// Lists the models that are asked for most.
  ///
  /// - Parameters:
  ///   - days: Of how many days; `nil` for what the service takes.
  ///   - limit: How many; `nil` for what the service takes.
  /// - Returns: The models that are asked for most.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func trendingModels(days: Int? = nil, limit: Int? = nil) async throws -> [IndoxHubModel] {
    try await models(
      .get(
        "models", "trending",
        query: [("days", days.map(String.init)), ("limit", limit.map(String.init))]))
  }
}
