/// The reason why snapshots were not updated. All that was there is as it was.
public struct UpdateProblem: Error, Hashable, CustomStringConvertible {
  /// A kind of reason.
  public struct Kind: RawRepresentable, Hashable, Sendable {
    /// The kind's name.
    public let rawValue: String
    /// Creates a kind, known or not.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The service could not be asked, or lists no models.
    public static let unavailable = Kind(rawValue: "unavailable")
    /// The folder cannot be read.
    public static let unreadable = Kind(rawValue: "unreadable")
    /// The folder cannot be written.
    public static let unwritable = Kind(rawValue: "unwritable")
    /// The folder has the snapshots of another service.
    public static let otherService = Kind(rawValue: "otherService")
    /// No model has a name that was asked for.
    public static let nothingFits = Kind(rawValue: "nothingFits")
    /// More than half of the models are gone: ``CatalogUpdate/allowsManyGone`` says that this is right.
    public static let manyGone = Kind(rawValue: "manyGone")
  }

  /// The kind of reason.
  public let kind: Kind
  /// The message, as a clause without a full stop.
  public let message: String

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  /// The message.
  public var description: String { message }
}
