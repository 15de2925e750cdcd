public import Foundation

/// The number of requests that a service still takes.
public struct RateLimit: Hashable, Sendable {
  /// The number of requests that it takes in a period; `nil` when it did not say.
  public var limit: Int?
  /// The number of requests that are left; `nil` when it did not say.
  public var remaining: Int?
  /// The date when the period ends, on this machine's clock; `nil` when it did not say, or nothing
  /// that can be understood.
  public var reset: Date?

  /// Reads `X-RateLimit-Limit`, `-Remaining` and `-Reset`; `nil` when none is there.
  ///
  /// The last has no standard unit. It is read as what makes sense: seconds or milliseconds since 1970,
  /// seconds from now, a date as text. An end that is more than 31 days away is none.
  ///
  /// - Parameters:
  ///   - headers: The fields of a response.
  ///   - now: When it came.
  public init?(_ headers: HeaderFields, now: Date = .now) {
    limit = headers["X-RateLimit-Limit"].flatMap { Int($0) }
    remaining = headers["X-RateLimit-Remaining"].flatMap { Int($0) }
    reset = headers["X-RateLimit-Reset"]
      .flatMap { TimeInterval(until: $0, countedFrom: headers.serverTime ?? now) }
      .map { now.addingTimeInterval($0) }
    if limit == nil, remaining == nil, reset == nil { return nil }
  }

  /// The time that it is until the period ends; `nil` when that is not known.
  func timeToReset(from now: Date = .now) -> Duration? {
    reset.flatMap { Duration.advised(seconds: max(0, $0.timeIntervalSince(now))) }
  }
}
