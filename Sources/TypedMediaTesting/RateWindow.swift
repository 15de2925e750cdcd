import Foundation
import TypedMedia

/// Counts the requests of each minute.
struct RateWindow: Sendable {
  /// The number of requests that a minute are taken; `nil` for any number.
  let limit: Int?
  private var start = Duration.zero
  private var count = 0

  /// Creates a window.
  ///
  /// - Parameter limit: How many requests a minute are taken; `nil` for any number.
  init(limit: Int?) { self.limit = limit }

  /// Counts a request, and returns whether it is within the limit.
  mutating func take(at now: Duration) -> Bool {
    if now - start >= .seconds(60) { (start, count) = (now, 0) }
    count += 1
    return limit.map { count <= $0 } ?? true
  }

  /// The header fields that say how things stand.
  func headers(at now: Duration) -> HeaderFields {
    guard let limit else { return [:] }
    let rest = Double((start + .seconds(60) - now).components.seconds)
    return [
      "X-RateLimit-Limit": "\(limit)",
      "X-RateLimit-Remaining": "\(max(0, limit - count))",
      "X-RateLimit-Reset": "\(Int(Date.now.addingTimeInterval(rest).timeIntervalSince1970))",
    ]
  }
}
