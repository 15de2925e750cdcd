/// Something that the service tells of a job as it happens.
public enum HedraV3Event: Hashable, Sendable {
  /// The progress of the job.
  case status(HedraV3StatusReport)
  /// Something happened to it.
  case log(HedraV3LogEntry)
  /// Something that is not known here.
  case other(ServerSentEvent)

  init(_ event: ServerSentEvent, of id: String) {
    let object = event.json?.object
    switch (event.name, object) {
    case ("status", let object?):
      self = (try? .status(HedraV3StatusReport(object, askedFor: id))) ?? .other(event)
    case ("log", let object?): self = (try? .log(HedraV3LogEntry(object))) ?? .other(event)
    default: self = .other(event)
    }
  }
}

extension HedraV3Client {
  /// Follows what happens to a job, as it happens, until it has ended.
  ///
  /// A stream that breaks off is opened again where it did. After five that bring nothing, the service is asked
  /// now and then instead, as often as when a job is followed.
  ///
  /// ```swift
  /// for try await case .status(let report) in hedra.events(of: job.id) {
  ///   show(report.progress)
  /// }
  /// ```
  ///
  /// - Parameter id: The job's ID.
  public func events(of id: String) -> HedraV3Events { HedraV3Events(id: id, client: self) }
}

/// The events of a job, as they happen.
public struct HedraV3Events: AsyncSequence, Sendable {
  /// The element of the sequence.
  public typealias Element = HedraV3Event

  let id: String
  let client: HedraV3Client

  /// Starts from how far the job is.
  public func makeAsyncIterator() -> Iterator { Iterator(id: id, client: client) }

  /// Waits for what happens.
  public struct Iterator: AsyncIteratorProtocol {
    private let id: String
    private let client: HedraV3Client
    private var stream: ServerSentEvents.Iterator?
    private var lastEventID: String?
    private var retryDelay: Duration?
    /// How many streams in a row brought nothing.
    private var emptyStreams = 0
    private var delays: PollingPolicy.Iterator
    /// What was brought by an answer that is asked for, and is still to be told.
    private var waiting: ArraySlice<HedraV3Event> = []
    private var logCursor = "start"
    private var lastLog: HedraV3LogEntry?
    /// Whether the last that was heard is that the job has ended.
    private var isDone = false
    private var hasEnded = false

    /// How many streams may bring nothing before there are no more.
    private static let patience = 5

    init(id: String, client: HedraV3Client) {
      self.id = id
      self.client = client
      let connection = client.connection
      delays = (connection.configuration.polling ?? connection.profile.polling).makeIterator()
    }

    /// The next; `nil` when the job has ended.
    ///
    /// - Throws: `MediaError` where the service says that there is no such job, or that the key may not ask; or
    ///   `CancellationError`.
    public mutating func next() async throws -> HedraV3Event? {
      while true {
        if let event = waiting.popFirst() { return event }
        if hasEnded { return nil }
        if emptyStreams < Self.patience {
          if let event = try await streamed() { return event }
        } else {
          try await ask()
        }
      }
    }

    /// The next event of the stream; `nil` where it ends or breaks off, or there is none.
    private mutating func streamed() async throws -> HedraV3Event? {
      do {
        if stream == nil { stream = try await opened().makeAsyncIterator() }
        guard let event = try await stream?.next() else {
          try await breakOff(nil)
          return nil
        }
        lastEventID = event.id ?? lastEventID
        retryDelay = event.retryDelay ?? retryDelay
        if event.name == "done" {
          hasEnded = true
          return nil
        }
        emptyStreams = 0
        return note(HedraV3Event(event, of: id))
      } catch {
        try await breakOff(error)
        return nil
      }
    }

    private func opened() async throws -> ServerSentEvents {
      var call = ServiceCall.get("jobs", id, "stream", priority: .background)
      call.headers["Last-Event-Id"] = lastEventID
      return try await client.connection.events(call)
    }

    /// Waits until the stream may be opened again.
    ///
    /// - Throws: What cannot pass.
    private mutating func breakOff(_ reason: (any Error)?) async throws {
      stream = nil
      try Task.checkCancellation()
      if isDone {
        hasEnded = true
        return
      }
      let failure = reason as? MediaError
      if let failure, !failure.isTransient,
        [.notFound, .invalidKey, .forbidden, .insecureAddress].contains(failure.code)
      {
        throw failure
      }
      emptyStreams += 1
      guard emptyStreams < Self.patience else { return }
      try await wait(failure?.retryAfter ?? retryDelay ?? .seconds(1 << (emptyStreams - 1)))
    }

    /// Asks how far the job is and what happened.
    private mutating func ask() async throws {
      try await wait(delays.next() ?? .seconds(5))
      do {
        let report = try await client.report(on: id, logsAfter: logCursor)
        logCursor = report.nextLogCursor ?? logCursor
        // What a stream told already is not told again.
        let known = lastLog.flatMap { Int($0.id) } ?? -1
        let logs = report.logs.filter { Int($0.id).map { $0 > known } ?? true }
        waiting = (logs.map(HedraV3Event.log) + [.status(report)])[...]
        for event in waiting { _ = note(event) }
        hasEnded = report.status.isTerminal
      } catch let error as MediaError where error.isTransient {}
    }

    private func wait(_ delay: Duration) async throws {
      try await client.connection.configuration.clock.sleep(for: delay)
    }

    private mutating func note(_ event: HedraV3Event) -> HedraV3Event {
      switch event {
      case .log(let entry): lastLog = entry
      case .status(let report): isDone = report.status.isTerminal
      case .other: break
      }
      return event
    }
  }
}
