package import Foundation

/// The origin of a folder of snapshots, and the day on which it was taken.
public struct SnapshotStamp: Hashable, Sendable, CustomStringConvertible {
  /// The way that the snapshots came about.
  public enum Origin: String, Hashable, Sendable {
    /// They are the service's own answers.
    case fetched
    /// They were written from the service's public documentation.
    case documentation
  }

  /// The service, as its folder is named: `hoox`.
  public var service: String
  /// The way that the snapshots came about.
  public var origin: Origin
  /// The day, as `2026-06-19`.
  public var date: String

  /// Creates a stamp.
  public init(service: String, origin: Origin, date: String) {
    self.service = service
    self.origin = origin
    self.date = date
  }

  /// One phrase: `hoox snapshot of 2026-06-19, from the documentation`.
  public var description: String {
    let source =
      switch origin {
      case .fetched: "fetched"
      case .documentation: "from the documentation"
      }
    return "\(service) snapshot of \(date), \(source)"
  }
}

extension SnapshotStamp {
  /// Advises what to do when the service refuses what the snapshots allow: `The snapshot of hoox is
  /// 40 days old (fetched 2026-06-19): refresh it with ….`
  ///
  /// - Parameters:
  ///   - now: The time to reckon the age from.
  ///   - command: The command that fetches them; `nil` where none is known.
  package func advice(now: Date, command: String?) -> String {
    let remedy = command.map { " it with `\($0)`." } ?? " it."
    let age = days(until: now)
    switch origin {
    case .fetched:
      let state = age.map { "is \(Self.phrase($0)) old (fetched \(date))" } ?? "was fetched \(date)"
      return "The snapshot of \(service) \(state): refresh\(remedy)"
    case .documentation:
      let past = age.map { ", \(Self.phrase($0)) ago" } ?? ""
      return """
        The snapshot of \(service) was written from the documentation of \(date)\(past), and not \
        fetched: refresh\(remedy)
        """
    }
  }

  /// The number of days that ago the snapshots were taken; `nil` when the date is none, or is yet
  /// to come.
  private func days(until now: Date) -> Int? {
    guard let start = try? Date(date, strategy: .iso8601.year().month().day()) else { return nil }
    let age = now.timeIntervalSince(start)
    return age < 0 ? nil : Int(age / 86_400)
  }

  private static func phrase(_ days: Int) -> String { days == 1 ? "1 day" : "\(days) days" }
}
