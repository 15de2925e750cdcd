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
  /// - Returns: The generations of the account, without end of pages: each is asked for when the
  ///   one before is used up.
  public func generations(
    _ filter: HedraGenerationFilter = HedraGenerationFilter(), pageSize: Int = 100,
    skipping skipped: Int = 0
  ) -> Pages<HedraGeneration> {
    let pageSize = max(pageSize, 1)
    return Pages(skipping: skipped) { [connection] skipped in
      let paging: [(name: String, value: String?)] = [
        ("limit", "\(pageSize)"), ("offset", "\(skipped)"),
      ]
      let call = ServiceCall.get("generations", query: filter.query + paging)
      return try await connection.send(call) { answer in
        let data: [JSON] = try answer.object.required("data")
        let generations = try data.compactMap(\.object).map(HedraGeneration.init)
        let info = try answer.json["page_info"]
        // A service that gives fewer at once than were asked for says so.
        let limit = min(info?["limit"]?.int ?? pageSize, pageSize)
        return Pages.Page(
          generations, isLast: generations.count < limit,
          isPlaced: info?["offset"]?.int == skipped)
      }
    }
  }
}
