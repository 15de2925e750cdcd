/// The pace at which a client's requests may follow each other.
///
/// Whatever the number of jobs that are followed, their questions wait for their turn: they get slower
/// evenly, and none fails. Requests that cost credits go first, questions about jobs last.
public struct RequestPace: Hashable, Sendable {
  /// The number of requests that may be sent in a minute; `nil` for any number.
  public var requestsPerMinute: Int?
  /// The number of requests that may be under way at once.
  public var maximumConcurrency: Int

  /// Creates a pace. There is always at least one request, in a minute and at once.
  public init(requestsPerMinute: Int?, maximumConcurrency: Int = 6) {
    self.requestsPerMinute = requestsPerMinute.map { max($0, 1) }
    self.maximumConcurrency = max(maximumConcurrency, 1)
  }

  /// The number of requests that may follow each other at once after a time of rest.
  var burst: Int { max((requestsPerMinute ?? 0) / 10, 1) }

  /// The least time from one request to the next, once the burst is spent. A burst and what follows it
  /// in any minute are together no more than ``requestsPerMinute``.
  var interval: Duration {
    guard let requestsPerMinute else { return .zero }
    return .seconds(60) / max(requestsPerMinute - burst, 1)
  }
}
