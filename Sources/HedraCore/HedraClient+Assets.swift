/// The assets of the account.
extension HedraClient {
  /// Lists the voices (https://www.hedra.com/docs/api-reference/public/list-voices); what they are like
  /// is in ``HedraMedia/labels``.
  ///
  /// - Throws: `MediaError`, or `CancellationError`.
  public func voices() async throws -> [HedraAsset] {
    try await connection.send(.get("voices"), reading: [HedraAsset].init(hedraAnswer:))
  }

  /// Lists the assets of one type (https://www.hedra.com/docs/api-reference/public/list-assets).
  ///
  /// - Parameters:
  ///   - type: What they are.
  ///   - ids: Only these; empty for all. How the service takes several is not documented: they are
  ///     separated by commas, as others have sent them.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func assets(of type: HedraAssetType, ids: [String] = []) async throws -> [HedraAsset] {
    try await assets(of: type, ids: ids, priority: .medium)
  }

  func assets(
    of type: HedraAssetType, ids: [String], priority: TaskPriority
  ) async throws -> [HedraAsset] {
    let call = ServiceCall.get(
      "assets",
      query: [
        ("type", type.rawValue), ("ids", ids.isEmpty ? nil : ids.joined(separator: ",")),
      ],
      priority: priority)
    return try await connection.send(call, reading: [HedraAsset].init(hedraAnswer:))
  }

  /// Creates an asset that has no file yet (https://www.hedra.com/docs/api-reference/public/create-asset),
  /// for `upload(_:to:progress:)`.
  ///
  /// - Parameters:
  ///   - name: Its name, such as that of the file.
  ///   - type: What it is to be.
  /// - Throws: `MediaError`, or `CancellationError`.
  public func createAsset(
    named name: String, as type: HedraAssetType
  ) async throws -> HedraNewAsset {
    let call = ServiceCall.post(
      "assets", body: ["name": .string(name), "type": type.json], effect: .writes)
    return try await connection.send(call) { try HedraNewAsset($0.object) }
  }
}
