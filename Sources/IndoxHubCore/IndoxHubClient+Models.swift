/// The models that the service offers now, which may be more than the program has types for.
///
/// The calls are those of the documentation of 2025; the pages of today do not show them.
extension IndoxHubClient {
  /// Lists the models of all providers, or those of one.
  ///
  /// - Parameters:
  ///   - provider: Only models of this provider, such as `google`; `nil` for all.
  ///   - kind: Only models that make this; `nil` for all.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func models(
    of provider: String? = nil, making kind: IndoxHubModel.Kind? = nil
  ) async throws -> [IndoxHubModel] {
    var path = ["models"] + [provider].compactMap { $0 }
    if provider != nil, let kind { path.append(kind.rawValue) }
    var call = ServiceCall("GET", path, effect: .reads)
    call.endsInSlash = provider == nil
    let found = try await models(call, kind)
    return found.filter { kind == nil || $0.kind == kind }
  }

  /// Lists the models that are asked for most.
  ///
  /// - Parameters:
  ///   - days: Of how many days; `nil` for what the service takes.
  ///   - limit: How many; `nil` for what the service takes.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func trendingModels(days: Int? = nil, limit: Int? = nil) async throws -> [IndoxHubModel] {
    try await models(
      .get(
        "models", "trending",
        query: [("days", days.map(String.init)), ("limit", limit.map(String.init))]),
      nil)
  }

  /// Looks up one model.
  ///
  /// - Parameter name: The model's name, such as `google/veo-3.0-generate-001`.
  /// - Throws: `MediaError`, also when the name has no provider in front of a `/`; or
  ///   `CancellationError`.
  public func model(_ name: String) async throws -> IndoxHubModel {
    let path = ["models"] + name.split(separator: "/", maxSplits: 1).map(String.init)
    guard path.count == 3 else {
      throw MediaError(
        .invalidRequest, "\"\(name)\" is not a provider and a model, as in google/veo-3.0.",
        service: "IndoxHub", model: name)
    }
    return try await connection.send(ServiceCall("GET", path, effect: .reads, model: name)) {
      guard let model = IndoxHubModel.all(in: try $0.json).first else {
        throw JSONMismatch(problem: "has no \"modelName\"")
      }
      return model
    }
  }

  /// Records that say by the question what they make keep it, where the answer does not repeat it.
  private func models(
    _ call: ServiceCall, _ kind: IndoxHubModel.Kind?
  ) async throws -> [IndoxHubModel] {
    let isOfOneKind = call.path.count == 3 && call.path.last == kind?.rawValue
    return try await connection.send(call) {
      IndoxHubModel.all(in: try $0.json, kind: isOfOneKind ? kind : nil)
    }
  }
}
