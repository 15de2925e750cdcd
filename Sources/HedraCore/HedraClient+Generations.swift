extension HedraClient {
  /// The generations of the account, without end of pages: each is asked for when the one before is used
  /// up (https://www.hedra.com/docs/api-reference/public/list).
  ///
  /// ```swift
  /// let failed = hedra.generations(HedraGenerationFilter(kind: .asset(.video)))
  ///   .filter { $0.status == .error }
  /// ```
  ///
  /// - Parameters:
  ///   - filter: Which generations; all by default.
  ///   - pageSize: How many to ask for at once, sent as `limit`: at least 1, by default 100. The most that
  ///     the service gives is not documented.
  ///   - skipped: How many to leave out, sent as `offset`; none by default.
  public func generations(
    _ filter: HedraGenerationFilter = HedraGenerationFilter(), pageSize: Int = 100,
    skipping skipped: Int = 0
  ) -> HedraGenerations {
    HedraGenerations(
      connection: connection, filter: filter, pageSize: max(pageSize, 1),
      skipped: max(skipped, 0))
  }
}
