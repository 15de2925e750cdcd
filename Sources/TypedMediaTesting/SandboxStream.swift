import Foundation
public import TypedMedia

/// Events that a sandbox tells over a stream, each when its time has come.
///
/// ```swift
/// let stream = SandboxStream([.init("IN_QUEUE", at: .zero), .init("COMPLETED", at: .seconds(5))])
/// return stream.response(at: { front.time }, on: clock)
/// ```
public struct SandboxStream: Sendable {
  /// One event.
  public struct Event: Sendable {
    /// When it is told, on the clock of the sandbox's front.
    public var time: Duration
    /// What kind of event it is; `nil` where that is not said.
    public var name: String?
    /// Its ID; `nil` where it has none.
    public var id: String?
    /// What it says.
    public var data: String

    /// Creates an event.
    public init(_ data: String, at time: Duration, name: String? = nil, id: String? = nil) {
      self.data = data
      self.time = time
      self.name = name
      self.id = id
    }

    /// The event as it goes over the wire.
    var text: String {
      let lines = data.split(separator: "\n", omittingEmptySubsequences: false)
      return (name.map { "event: \($0)\n" } ?? "") + (id.map { "id: \($0)\n" } ?? "")
        + lines.map { "data: \($0)\n" }.joined() + "\n"
    }
  }

  /// What comes before the first event, such as a comment or a `retry`; empty for nothing.
  public var opening = ""
  /// The events, in their order.
  public var events: [Event]
  /// After how many events it breaks off, in the middle of the next; `nil` where it does not.
  public var breakingPoint: Int?

  /// Creates a stream.
  public init(_ events: [Event], breakingAfter breakingPoint: Int? = nil) {
    self.events = events
    self.breakingPoint = breakingPoint
  }

  /// The answer that tells the events.
  ///
  /// - Parameters:
  ///   - now: Says what time it is.
  ///   - clock: The clock on which that time goes on.
  public func response(
    at now: @escaping @Sendable () -> Duration, on clock: any Clock<Duration>
  ) -> TransportResponse {
    let (pieces, continuation) = AsyncThrowingStream<Data, any Error>.makeStream()
    let sending = Task {
      defer { continuation.finish() }
      continuation.yield(Data(opening.utf8))
      for (index, event) in events.enumerated() {
        if index == breakingPoint {
          continuation.yield(Data(event.text.utf8.prefix(9)))
          return
        }
        let delay = event.time - now()
        if delay > .zero { try await clock.sleep(for: delay) }
        continuation.yield(Data(event.text.utf8))
      }
    }
    continuation.onTermination = { _ in sending.cancel() }
    return TransportResponse(
      status: 200, headers: ["Content-Type": "text/event-stream; charset=utf-8"],
      body: ResponseBody(pieces))
  }
}
