import Foundation
import Testing
import TypedMedia
import TypedMediaTesting

/// What is tried again, how often, and after how long.
@Suite(.timeLimit(.minutes(20))) struct RetryTests {
  /// How a call goes and how often it is made.
  struct Case: Sendable {
    let outcomes: [CannedTransport.Outcome]
    let reading: (requests: Int, code: MediaError.Code?)
    let spending: (requests: Int, code: MediaError.Code?)
    var deduplicated: (requests: Int, code: MediaError.Code?)?
  }

  static let retried = (requests: 2, code: MediaError.Code?.none)

  @Test(arguments: [
    Case(outcomes: [.notSent], reading: retried, spending: retried),
    Case(outcomes: [.answer(429)], reading: retried, spending: retried),
    Case(
      outcomes: [.answer(503, ["Retry-After": "1"])], reading: retried,
      spending: (1, .outcomeUnknown), deduplicated: retried),
    Case(
      outcomes: [.answer(503)], reading: retried, spending: (1, .outcomeUnknown),
      deduplicated: retried),
    Case(
      outcomes: [.answer(500)], reading: retried, spending: (1, .outcomeUnknown),
      deduplicated: retried),
    Case(
      outcomes: [.answer(502)], reading: retried, spending: (1, .outcomeUnknown),
      deduplicated: retried),
    Case(
      outcomes: [.lost], reading: retried, spending: (1, .outcomeUnknown), deduplicated: retried),
    Case(
      outcomes: [.answer(200, [:], "<html>")], reading: (1, .malformedResponse),
      spending: (1, .outcomeUnknown), deduplicated: retried),
    Case(
      outcomes: [.answer(400)], reading: (1, .invalidRequest), spending: (1, .invalidRequest)),
    Case(outcomes: [.answer(401)], reading: (1, .invalidKey), spending: (1, .invalidKey)),
    Case(
      outcomes: [.answer(402)], reading: (1, .insufficientCredits),
      spending: (1, .insufficientCredits)),
    Case(
      outcomes: [.answer(429, ["Retry-After": "9999"])], reading: (1, .rateLimited),
      spending: (1, .rateLimited)),
  ])
  func onlyWhatCanDoNoHarmIsTriedAgain(_ example: Case) async throws {
    let ways: [(ServiceCall, [String], (requests: Int, code: MediaError.Code?))] = [
      (Sample.read, [], example.reading),
      (Sample.purchase, [], example.spending),
      (Sample.purchase, ["g-1"], example.deduplicated ?? example.spending),
    ]
    for (call, ids, expected) in ways {
      let transport = CannedTransport(script: example.outcomes + [.answer(200)])
      let connection = try connection(over: transport)
      var code: MediaError.Code?
      do {
        if call.effect == .spends {
          _ = try await connection.submit(call, deduplicatedBy: ids) { [try $0.json.text()] }
        } else {
          _ = try await connection.send(call) { try $0.json }
        }
      } catch let error as MediaError { code = error.code }
      #expect(code == expected.code, "\(example.outcomes) \(call.effect) \(ids)")
      #expect(transport.requests.count == expected.requests)
    }
  }

  /// What became of the first attempt is not known because a later one was refused.
  @Test(arguments: [CannedTransport.Outcome.notSent, .answer(400), .answer(429)])
  func aDoubtOutlivesWhatComesLater(later: CannedTransport.Outcome) async throws {
    let transport = CannedTransport(script: [.lost, later])
    let connection = try connection(over: transport)
    let error = try await caught {
      try await connection.submit(Sample.purchase, deduplicatedBy: ["g-1"]) { _ in ["j-1"] }
    }
    #expect(error.code == .outcomeUnknown)
    #expect(transport.requests.count > 1)
  }

  @Test func theSameRequestIsSentAgain() async throws {
    let transport = CannedTransport(script: [.lost, .notSent, .answer(200)])
    _ = try await connection(over: transport)
      .submit(Sample.purchase, deduplicatedBy: ["g-1"]) { _ in ["j-1"] }
    #expect(Set(transport.requests.map(\.body)).count == 1)
    #expect(transport.requests.count == 3)
  }

  @Test func thereIsAnEndToTrying() async throws {
    let transport = CannedTransport(script: [.answer(500)])
    let connection = try connection(over: transport, retries: RetryPolicy(maximumRetries: 3))
    let error = try await caught { try await connection.send(Sample.read) }
    #expect(error.code == .serverError)
    #expect(transport.requests.count == 4)
  }

  @Test(
    arguments: [
      (["Retry-After": "17"], 17.0...18),
      ([:], 0...0.5),
    ] as [(HeaderFields, ClosedRange<Double>)])
  func whatTheServiceAsksForIsWaited(headers: HeaderFields, wait: ClosedRange<Double>) async throws
  {
    let clock = VirtualClock()
    let transport = CannedTransport(script: [.answer(429, headers), .answer(200)])
    _ = try await connection(over: transport, clock: clock).send(Sample.read)
    let elapsed = VirtualClock().now.duration(to: clock.now)
    #expect(elapsed >= .seconds(wait.lowerBound) && elapsed <= .seconds(wait.upperBound + 0.05))
  }

  @Test func theEndOfTheServicesCountIsWaitedFor() async throws {
    let clock = VirtualClock()
    let reset = Date.wholeSecond(fromNow: 100)
    let full: HeaderFields = [
      "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "\(Int(reset.timeIntervalSince1970))",
    ]
    let transport = CannedTransport(script: [.answer(429, full), .answer(200)])
    _ = try await connection(over: transport, clock: clock).send(Sample.read)
    // What was left when the answer was read is more than what is left now.
    #expect(VirtualClock().now.duration(to: clock.now) >= .seconds(reset.timeIntervalSinceNow))
  }

  @Test func aRetryAfterDateIsWaitedFor() async throws {
    let clock = VirtualClock()
    let date = Date.wholeSecond(fromNow: 100)
    let named: HeaderFields = ["Retry-After": date.httpText]
    let transport = CannedTransport(script: [.answer(503, named), .answer(200)])
    _ = try await connection(over: transport, clock: clock).send(Sample.read)
    #expect(VirtualClock().now.duration(to: clock.now) >= .seconds(date.timeIntervalSinceNow))
  }

  @Test func theWaitForARetryCanBeCancelled() async throws {
    let transport = CannedTransport(script: [.answer(429, ["Retry-After": "60"])])
    let connection = try connection(over: transport, clock: ContinuousClock())
    let task = Task { try await connection.send(Sample.read) }
    try await transport.received()
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func eachAttemptIsSeen() async throws {
    let log = Log()
    let transport = CannedTransport(script: [
      .answer(500), .notSent, .answer(200, ["X-Request-Id": "r-\(Sample.key)"]),
    ])
    let connection = try connection(over: transport) { log.append($0) }
    _ = try await connection.send(.get("jobs", "j-1"))
    let attempts = log.attempts
    #expect(attempts.map(\.number) == [1, 2, 3])
    #expect(attempts.map(\.status) == [500, nil, 200])
    #expect(attempts.map(\.error) == [.serverError, .unreachable, nil])
    #expect(attempts.map(\.path) == Array(repeating: "jobs/j-1", count: 3))
    #expect(attempts.map { $0.retryDelay != nil } == [true, true, false])
    #expect(attempts.allSatisfy { !"\($0)".contains(Sample.key) })
  }

  private func connection(
    over transport: any Transport, retries: RetryPolicy = RetryPolicy(),
    clock: any Clock<Duration> = VirtualClock(),
    observer: (@Sendable (CallAttempt) -> Void)? = nil
  ) throws -> ServiceConnection {
    try Sample.connection(
      over: transport,
      configuration: ClientConfiguration(retries: retries, clock: clock, observer: observer))
  }

  private final class Log: @unchecked Sendable {
    private let lock = NSLock()
    private var entries: [CallAttempt] = []
    var attempts: [CallAttempt] { lock.withLock { entries } }
    func append(_ attempt: CallAttempt) { lock.withLock { entries.append(attempt) } }
  }
}
