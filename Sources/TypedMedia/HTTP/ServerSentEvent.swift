/// Something that a server said over a stream of events
/// (https://html.spec.whatwg.org/multipage/server-sent-events.html).
public struct ServerSentEvent: Hashable, Sendable {
  /// The kind of event; `message` where the server does not say.
  public var name: String
  /// The text of the event; several lines are parted by `\n`.
  public var data: String
  /// The ID to go on from after a break, which may be that of an earlier event; `nil` where there was none.
  public var id: String?
  /// The time that the server asks to wait before connecting again; `nil` where it did not.
  public var retryDelay: Duration?

  /// Creates an event.
  public init(
    name: String = "message", data: String, id: String? = nil, retryDelay: Duration? = nil
  ) {
    self.name = name
    self.data = data
    self.id = id
    self.retryDelay = retryDelay
  }

  /// The text as JSON; `nil` where it is none.
  public var json: JSON? { try? JSON(parsing: data, limits: .lenient) }
}
