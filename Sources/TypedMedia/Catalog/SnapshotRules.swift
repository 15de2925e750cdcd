/// What a service says of its requests in prose alone, as a small table that a person has reviewed.
///
/// An update adds it to the snapshots as keywords. What a record says itself counts more.
public struct SnapshotRules: Hashable, Sendable {
  /// What the numbers of a request count, by the names of their members, such as `seconds`: for the keyword
  /// `x-unit`, of which names in Swift are made.
  public var units: [String: String]
  /// What an address has to match, as a regular expression; `nil` where any will do.
  public var addressPattern: String?

  /// Creates rules.
  public init(units: [String: String] = [:], addressPattern: String? = nil) {
    self.units = units
    self.addressPattern = addressPattern
  }
}
