public import Foundation

/// How many requests a service still takes.
public struct RateLimit: Hashable, Sendable {
  /// How many it takes in a period; `nil` when it did not say.
  public var limit: Int?
  /// How many are left; `nil` when it did not say.
  public var remaining: Int?
  /// When the period ends; `nil` when it did not say.
  public var reset: Date?

  /// Reads `X-RateLimit-Limit`, `-Remaining` and `-Reset` (Unix seconds); `nil` when none is there.
  public init?(_ headers: HTTPHeaders) {
    limit = headers["X-RateLimit-Limit"].flatMap { Int($0) }
    remaining = headers["X-RateLimit-Remaining"].flatMap { Int($0) }
    reset = headers["X-RateLimit-Reset"].flatMap { Double($0) }
      .map { Date(timeIntervalSince1970: $0) }
    if limit == nil, remaining == nil, reset == nil { return nil }
  }
}

extension HTTPHeaders {
  /// How long the service asks to wait: `Retry-After` in seconds or as a date.
  func retryAfter(now: Date) -> Duration? {
    guard let text = self["Retry-After"]?.trimmingCharacters(in: .whitespaces) else { return nil }
    if let seconds = Int(text), seconds >= 0 { return .seconds(seconds) }
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = .gmt
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    guard let date = formatter.date(from: text) else { return nil }
    return .seconds(Swift.max(0, date.timeIntervalSince(now)))
  }
}
