/// What a service tells of something as it happens, until it has ended.
///
/// A stream that breaks off is opened again where it did. Where five in a row bring nothing, or
/// there is none, the service is asked now and then instead, as often as when a job is followed.
/// What is told is what an ``EventSource`` makes of both.
///
/// ```swift
/// for try await report in fal.statuses(of: job.handle) { show(report.queuePosition) }
/// ```
public struct FollowedEvents<Event: Sendable>: AsyncSequence, Sendable {
  /// What the sequence is made of.
  public typealias Element = Event

  private let source: any EventSource<Event>

  /// Creates the events of a source.
  public init(_ source: some EventSource<Event>) { self.source = source }

  /// Starts from how things are.
  public func makeAsyncIterator() -> Iterator { Iterator(source) }

  /// Waits for what happens.
  public struct Iterator: AsyncIteratorProtocol {
    private var source: any EventSource<Event>
    private var stream: ServerSentEvents.Iterator?
    private var lastEventID: String?
    private var retryDelay: Duration?
    /// How many streams in a row brought nothing.
    private var emptyStreams = 0
    private var isStreaming = true
    private var delays: PollingPolicy.Iterator
    /// What was read, and is still to be told.
    private var waiting: ArraySlice<Event> = []
    /// How the last that was read says that things stand.
    private var ending = EventReading<Event>.Ending.open

    /// How many streams may bring nothing before there are no more.
    private static var patience: Int { 5 }
    /// How soon a stream is opened again at the least, whatever the server advises.
    private static var shortestPause: Duration { .milliseconds(100) }

    fileprivate init(_ source: any EventSource<Event>) {
      self.source = source
      let connection = source.connection
      delays = (connection.configuration.polling ?? connection.profile.polling).makeIterator()
    }

    /// The next; `nil` when there is no more to come.
    ///
    /// - Throws: ``MediaError`` where the service says that there is nothing to follow, or that the
    ///   key may not ask; or `CancellationError`.
    public mutating func next() async throws -> Event? {
      while true {
        if let event = waiting.popFirst() { return event }
        if ending == .ended { return nil }
        if isStreaming { try await readStream() } else { try await ask() }
      }
    }

    /// Reads the next event of the stream, which is opened where it is not.
    private mutating func readStream() async throws {
      do {
        if stream == nil {
          guard var call = try await source.streamCall() else {
            isStreaming = false
            return
          }
          call.headers["Last-Event-Id"] = lastEventID
          stream = try await source.connection.events(call).makeAsyncIterator()
        }
        guard let event = try await stream?.next() else { return try await breakOff(nil) }
        lastEventID = event.id ?? lastEventID
        retryDelay = event.retryDelay ?? retryDelay
        emptyStreams = 0
        take(source.read(event))
      } catch {
        try await breakOff(error)
      }
    }

    /// Waits until the stream may be opened again.
    ///
    /// - Throws: What cannot pass.
    private mutating func breakOff(_ reason: (any Error)?) async throws {
      stream = nil
      try Task.checkCancellation()
      guard ending == .open else {
        ending = .ended
        return
      }
      let failure = reason as? MediaError
      if let failure, [.invalidKey, .invalidRequest].contains(failure.code) {
        throw failure
      }
      // That there is no stream does not mean that there is nothing to follow: a question tells.
      let isMissing =
        failure.map { [.notFound, .forbidden, .insecureAddress].contains($0.code) } ?? false
      emptyStreams += 1
      guard emptyStreams < Self.patience, source.mayReopenStream, !isMissing else {
        isStreaming = false
        return
      }
      let pause = failure?.retryAfter ?? retryDelay ?? .seconds(1 << (emptyStreams - 1))
      try await wait(Swift.max(pause, Self.shortestPause))
    }

    /// Asks how things are.
    private mutating func ask() async throws {
      try await wait(delays.next() ?? .seconds(5))
      do {
        take(try await source.ask())
      } catch let error as MediaError where error.isTransient {}
    }

    private mutating func take(_ reading: EventReading<Event>) {
      waiting = reading.events[...]
      ending = reading.ending
    }

    private func wait(_ delay: Duration) async throws {
      try await source.connection.configuration.clock.sleep(for: delay)
    }
  }
}

/// Where ``FollowedEvents`` come from: a stream of the service's, and questions where that fails.
///
/// It is a value that remembers what it has read, so that nothing is told twice.
///
/// ```swift
/// struct AuroraEvents: EventSource {
///   let connection: ServiceConnection
///   let id: String
///
///   func streamCall() -> ServiceCall? { .get("jobs", id, "events") }
///
///   func read(_ event: ServerSentEvent) -> EventReading<String> {
///     EventReading([event.data], event.name == "end" ? .ended : .open)
///   }
///
///   func ask() async throws -> EventReading<String> {
///     let word: String = try await connection.send(.get("jobs", id)) {
///       try $0.object.required("status")
///     }
///     return EventReading([word], word == "done" ? .ended : .open)
///   }
/// }
/// ```
public protocol EventSource<Event>: Sendable {
  /// What is told.
  associatedtype Event: Sendable

  /// Makes the calls.
  var connection: ServiceConnection { get }

  /// Whether a stream that broke off may be opened again without telling twice what it told; by
  /// default it may.
  var mayReopenStream: Bool { get }

  /// Makes the call that opens the stream, without where it goes on; `nil` where there is none, and
  /// the service has to be asked.
  ///
  /// - Throws: ``MediaError``, or `CancellationError`.
  func streamCall() async throws -> ServiceCall?

  /// Reads an event of the stream. What cannot be read is left out.
  mutating func read(_ event: ServerSentEvent) -> EventReading<Event>

  /// Asks how things are, where the stream does not tell.
  ///
  /// - Returns: What was not told yet.
  /// - Throws: ``MediaError``, or `CancellationError`.
  mutating func ask() async throws -> EventReading<Event>
}

extension EventSource {
  /// Opens streams again.
  public var mayReopenStream: Bool { true }
}

/// What was read at once, and how things stand by it.
public struct EventReading<Event: Sendable>: Sendable {
  /// How things stand.
  public enum Ending: Hashable, Sendable {
    /// There is more to come.
    case open
    /// There may be more to come, and where the stream breaks off now there is not.
    case mayEnd
    /// There is no more to come.
    case ended
  }

  /// What is told.
  public var events: [Event]
  /// How things stand.
  public var ending: Ending

  /// Creates a reading.
  public init(_ events: [Event] = [], _ ending: Ending = .open) {
    self.events = events
    self.ending = ending
  }
}
