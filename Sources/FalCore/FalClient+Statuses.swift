import Foundation

extension FalClient {
  /// How far a job is, as it changes, until it has ended (https://fal.ai/docs).
  ///
  /// A stream that breaks off is opened again. After five that bring nothing, or where there is
  /// none, the service is asked now and then instead, as often as when a job is followed. What is
  /// told twice is heard once. The last status says that the job is completed, with a result or an
  /// error, which ``status(of:)`` tells apart.
  ///
  /// ```swift
  /// for try await status in fal.statuses(of: job.handle) {
  ///   show(status.queuePosition, status.logs.map(\.message))
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - job: The job's handle.
  ///   - withLogs: Whether to ask for the lines that the program wrote.
  /// - Returns: The statuses, whose sequence throws `MediaError` where the service says that there
  ///   is no such job, or that the key may not ask.
  public func statuses(of job: JobHandle, withLogs: Bool = true) -> FollowedEvents<FalStatus> {
    FollowedEvents(FalStatusSource(job: job, withLogs: withLogs, client: self))
  }
}

/// The stream of a job's status, and the status itself where that fails.
private struct FalStatusSource: EventSource {
  let job: JobHandle
  let withLogs: Bool
  let client: FalClient
  private var last: FalStatus?

  init(job: JobHandle, withLogs: Bool, client: FalClient) {
    self.job = job
    self.withLogs = withLogs
    self.client = client
  }

  var connection: ServiceConnection { client.connection }

  func streamCall() throws -> ServiceCall? {
    try client.statusCall(of: job, below: ["stream"], withLogs: withLogs, .background)
  }

  mutating func read(_ event: ServerSentEvent) -> EventReading<FalStatus> {
    guard let status = event.json?.object.flatMap({ try? FalStatus($0, askedFor: job.id) }) else {
      return EventReading()
    }
    return note(status)
  }

  mutating func ask() async throws -> EventReading<FalStatus> {
    note(try await client.report(on: job, withLogs: withLogs))
  }

  /// A stream that is opened again begins with how far the job is, which may be known.
  private mutating func note(_ status: FalStatus) -> EventReading<FalStatus> {
    defer { last = status }
    return EventReading(
      status == last ? [] : [status], status.word == .completed ? .ended : .open)
  }
}
