/// Where a folder of snapshots is from, and when it was taken.
public struct SnapshotStamp: Hashable, Sendable, CustomStringConvertible {
  /// How the snapshots came about.
  public enum Origin: String, Hashable, Sendable {
    /// They are the service's own answers.
    case fetched
    /// They were written from the service's public documentation.
    case documentation
  }

  /// The service, as its folder is named: `hoox`.
  public var service: String
  /// How the snapshots came about.
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
