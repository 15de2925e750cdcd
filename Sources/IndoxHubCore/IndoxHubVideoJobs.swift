/// The jobs of an account, page by page; see ``IndoxHubClient/videoJobs(pageSize:skipping:)``.
public struct IndoxHubVideoJobs: AsyncSequence, Sendable {
  /// What the sequence is made of.
  public typealias Element = IndoxHubVideoJob

  let connection: ServiceConnection
  let pageSize: Int
  let skipped: Int

  /// Starts from the first.
  public func makeAsyncIterator() -> Iterator {
    Iterator(connection: connection, pageSize: pageSize, skipped: skipped)
  }

  /// Asks for a page when the one before is used up.
  public struct Iterator: AsyncIteratorProtocol {
    let connection: ServiceConnection
    let pageSize: Int
    var skipped: Int
    var page: ArraySlice<IndoxHubVideoJob> = []
    /// New jobs push others onto the next page, where they come a second time.
    var seen: Set<String> = []
    var hasEnded = false

    /// The next job; `nil` after the last.
    ///
    /// - Throws: `MediaError`, or `CancellationError`.
    public mutating func next() async throws -> IndoxHubVideoJob? {
      while page.isEmpty, !hasEnded { try await load() }
      return page.popFirst()
    }

    private mutating func load() async throws {
      let call = ServiceCall.get(
        "videos", "jobs", query: [("limit", "\(pageSize)"), ("skip", "\(skipped)")])
      let (jobs, total) = try await connection.send(call) { answer in
        let list: [JSON] = try answer.object.required("jobs")
        return (
          try list.map { try IndoxHubVideoJob($0.object ?? [:]) }, try answer.json["total"]?.int
        )
      }
      skipped += jobs.count
      page = jobs.filter { seen.insert($0.id).inserted }[...]
      // A page that is not full may be one that the service cut, for its most is not documented.
      hasEnded = jobs.isEmpty || total.map { skipped >= $0 } ?? page.isEmpty
    }
  }
}
