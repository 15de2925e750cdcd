/// The rules that a service states of its requests in prose alone, as a small table that a person
/// has reviewed.
///
/// An update adds it to the snapshots as keywords. What a record says itself counts more.
public struct SnapshotRules: Hashable, Sendable {
  /// The units that the numbers of a request count, by the names of their members, such as
  /// `seconds`: for the keyword `x-unit`, of which names in Swift are made.
  public var units: [String: String]
  /// The pattern that an address has to match, as a regular expression; `nil` where any will do.
  public var addressPattern: String?
  /// The models that their vendor has shut down, or will, by their names: for the member `x-retired`, of
  /// which the compiler speaks.
  public var retired: [String: RetiredModel]

  /// Creates rules.
  public init(
    units: [String: String] = [:], addressPattern: String? = nil,
    retired: [String: RetiredModel] = [:]
  ) {
    self.units = units
    self.addressPattern = addressPattern
    self.retired = retired
  }

  /// The end of a model, which the service's list does not tell.
  public struct RetiredModel: Hashable, Sendable {
    /// The day since when nothing is made by it: `2026-11-21`.
    public var since: String
    /// The name of the model to use instead, as it is sent; `nil` where the service is not known to have one.
    public var replacement: String?
    /// A sentence that says why; `nil` where nothing is to be said.
    public var message: String?

    /// Creates an end.
    public init(since: String, replacement: String? = nil, message: String? = nil) {
      self.since = since
      self.replacement = replacement
      self.message = message
    }
  }
}
