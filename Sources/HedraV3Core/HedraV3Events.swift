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
  /// A stream that breaks off is opened again where it did. After five that bring nothing, the
  /// service is asked now and then instead, as often as when a job is followed.
  ///
  /// ```swift
  /// for try await case .status(let report) in hedra.events(of: job.id) {
  ///   show(report.progress)
  /// }
  /// ```
  ///
  /// - Parameter id: The job's ID.
  /// - Returns: The events, whose sequence throws `MediaError` where the service says that there is
  ///   no such job, or that the key may not ask.
  public func events(of id: String) -> FollowedEvents<HedraV3Event> {
    FollowedEvents(HedraV3EventSource(id: id, client: self))
  }
}

/// The stream of a job, and its status and log where that fails.
private struct HedraV3EventSource: EventSource {
  let id: String
  let client: HedraV3Client
  private var logCursor = "start"
  private var lastLog: HedraV3LogEntry?
  /// Whether the last that was heard is that the job has ended.
  private var isDone = false

  init(id: String, client: HedraV3Client) {
    self.id = id
    self.client = client
  }

  var connection: ServiceConnection { client.connection }

  func streamCall() -> ServiceCall? { .get("jobs", id, "stream", priority: .background) }

  mutating func read(_ event: ServerSentEvent) -> EventReading<HedraV3Event> {
    guard event.name != "done" else { return EventReading([], .ended) }
    let event = HedraV3Event(event, of: id)
    note(event)
    return EventReading([event], isDone ? .mayEnd : .open)
  }

  mutating func ask() async throws -> EventReading<HedraV3Event> {
    let report = try await client.report(on: id, logsAfter: logCursor)
    logCursor = report.nextLogCursor ?? logCursor
    // What a stream told already is not told again.
    let known = lastLog.flatMap { Int($0.id) } ?? -1
    let logs = report.logs.filter { Int($0.id).map { $0 > known } ?? true }
    let events = logs.map(HedraV3Event.log) + [.status(report)]
    for event in events { note(event) }
    return EventReading(events, isDone ? .ended : .open)
  }

  private mutating func note(_ event: HedraV3Event) {
    switch event {
    case .log(let entry): lastLog = entry
    case .status(let report): isDone = report.status.isTerminal
    case .other: break
    }
  }
}
