import Foundation
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaTesting

/// How requests wait for each other.
@Suite(.timeLimit(.minutes(20))) struct RequestPaceTests {
  @Test(arguments: [100, 30, 7, 1])
  func noMinuteHasMoreRequestsThanTheServiceTakes(perMinute: Int) async throws {
    let (clock, log) = (VirtualClock(), Log())
    // One at a time, so that the clock does not move between a turn and its request.
    let connection = try connection(
      RequestPace(requestsPerMinute: perMinute, maximumConcurrency: 1), clock: clock,
      answering: log.answer)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<(perMinute * 3) {
        group.addTask { _ = try? await connection.send(Sample.read) }
      }
    }
    let times = log.entries.map(\.time)
    #expect(times.count == perMinute * 3)
    for (index, time) in times.enumerated() {
      let minute = times[index...].prefix { $0 - time < .seconds(60) }
      #expect(minute.count <= perMinute)
    }
    // Even, and not slower than need be.
    let last = try #require(times.last)
    #expect(last <= .seconds(200))
  }

  @Test func whatCostsCreditsGoesFirstAndQuestionsAboutJobsGoLast() async throws {
    let (log, gate) = (Log(), Gate())
    let connection = try oneAtATime(log, holding: gate)
    let calls = [
      ServiceCall.get("first"), .get("question", priority: .background), .get("list"),
      Sample.purchase,
    ]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (number, call) in calls.enumerated() {
        group.addTask { _ = try await connection.send(call) }
        try await number == 0 ? gate.arrived() : connection.queueHas(number)
      }
      gate.open()
      try await group.waitForAll()
    }
    #expect(log.entries.map(\.path) == ["first", "jobs", "list", "question"])
  }

  @Test func noMoreAreUnderWayThanAllowed() async throws {
    let (log, count, gate) = (Log(), Count(), Gate())
    let connection = try connection(
      RequestPace(requestsPerMinute: nil, maximumConcurrency: 3), clock: ContinuousClock(),
      answering: { request, time in
        await count.during { await gate.pass() }
        return await log.answer(request, time)
      })
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<40 { group.addTask { _ = try await connection.send(Sample.read) } }
      try await gate.arrived(3)
      try await connection.queueHas(37)
      gate.open()
      try await group.waitForAll()
    }
    #expect(log.entries.count == 40)
    #expect(await count.most == 3)
  }

  @Test func aFullLimitPausesAll() async throws {
    let (clock, log) = (VirtualClock(), Log())
    let reset = Date.wholeSecond(fromNow: 100)
    log.headers = [
      "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "\(Int(reset.timeIntervalSince1970))",
    ]
    let connection = try connection(
      RequestPace(requestsPerMinute: nil), clock: clock, answering: log.answer)
    _ = try await connection.send(Sample.read)
    _ = try await connection.send(Sample.read)
    let times = log.entries.map(\.time)
    #expect(times[0] == .zero)
    // What was left when the answer was read is more than what is left now.
    #expect(times[1] >= .seconds(reset.timeIntervalSinceNow) && times[1] <= .seconds(101))
  }

  @Test func waitingForATurnCanBeCancelledAndOthersGoOn() async throws {
    let (log, gate) = (Log(), Gate())
    let connection = try oneAtATime(log, holding: gate)
    let first = Task { try await connection.send(.get("first")) }
    try await gate.arrived()
    let second = Task { try await connection.send(.get("second")) }
    try await connection.queueHas(1)
    let third = Task { try await connection.send(.get("third")) }
    try await connection.queueHas(2)
    second.cancel()
    await #expect(throws: CancellationError.self) { try await second.value }
    gate.open()
    _ = try await (first.value, third.value)
    #expect(log.entries.map(\.path) == ["first", "third"])
  }

  /// A connection that makes one call at a time, of which none ends before the gate is open.
  private func oneAtATime(_ log: Log, holding gate: Gate) throws -> ServiceConnection {
    try connection(
      RequestPace(requestsPerMinute: nil, maximumConcurrency: 1), clock: ContinuousClock(),
      answering: { request, time in
        let answer = await log.answer(request, time)
        await gate.pass()
        return answer
      })
  }

  private func connection(
    _ pace: RequestPace, clock: some Clock<Duration>,
    answering answer: @escaping @Sendable (TransportRequest, Duration) async -> TransportResponse
  ) throws -> ServiceConnection {
    let stopwatch = Stopwatch(clock)
    return try Sample.connection(
      over: CannedTransport { await answer($0, stopwatch.elapsed()) },
      configuration: ClientConfiguration(retries: .never, pace: pace, clock: clock))
  }

  /// What was sent and when.
  private final class Log: @unchecked Sendable {
    private let lock = NSLock()
    private var sent: [(path: String, time: Duration)] = []
    var headers: HeaderFields = [:]

    var entries: [(path: String, time: Duration)] { lock.withLock { sent } }

    @Sendable func answer(_ request: TransportRequest, _ time: Duration) async -> TransportResponse
    {
      lock.withLock { sent.append((request.url.lastPathComponent, time)) }
      return TransportResponse(status: 200, headers: headers, body: .data(Data("{}".utf8)))
    }
  }

  private actor Count {
    private var current = 0
    private(set) var most = 0

    func during(_ body: @Sendable () async -> Void) async {
      current += 1
      most = max(most, current)
      await body()
      current -= 1
    }
  }
}
