/// The generations of an account, page by page; see
/// ``HedraClient/generations(_:pageSize:skipping:)``.
public struct HedraGenerations: AsyncSequence, Sendable {
  /// What the sequence is made of.
  public typealias Element = HedraGeneration

  let connection: ServiceConnection
  let filter: HedraGenerationFilter
  let pageSize: Int
  let skipped: Int

  /// Starts from the first.
  public func makeAsyncIterator() -> Iterator { Iterator(list: self, skipped: skipped) }

  /// Asks for a page when the one before is used up.
  public struct Iterator: AsyncIteratorProtocol {
    let list: HedraGenerations
    var skipped: Int
    var page: ArraySlice<HedraGeneration> = []
    /// New generations push others onto the next page, where they come a second time.
    var seen: Set<String> = []
    var hasEnded = false

    /// The next generation; `nil` after the last.
    ///
    /// - Throws: `MediaError`, or `CancellationError`.
    public mutating func next() async throws -> HedraGeneration? {
      while page.isEmpty, !hasEnded { try await load() }
      return page.popFirst()
    }

    private mutating func load() async throws {
      let paging: [(name: String, value: String?)] = [
        ("limit", "\(list.pageSize)"), ("offset", "\(skipped)"),
      ]
      let call = ServiceCall.get("generations", query: list.filter.query + paging)
      let (generations, info) = try await list.connection.send(call) { answer in
        let data: [JSON] = try answer.object.required("data")
        return (
          try data.compactMap(\.object).map(HedraGeneration.init), try answer.json["page_info"]
        )
      }
      page = generations.filter { seen.insert($0.id).inserted }[...]
      // A service that gives fewer at once than were asked for says so. One that takes no notice of the
      // offset sends the same again.
      let limit = Swift.min(info?["limit"]?.int ?? list.pageSize, list.pageSize)
      let isSameAgain = page.isEmpty && info?["offset"]?.int != skipped
      hasEnded = generations.isEmpty || generations.count < limit || isSameAgain
      skipped += generations.count
    }
  }
}
