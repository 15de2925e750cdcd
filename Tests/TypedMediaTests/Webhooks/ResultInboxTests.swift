import ServiceTestSupport
import Testing
import TypedMedia

/// What an inbox hands over, whatever it hears.
@Suite(.timeLimit(.minutes(20))) struct ResultInboxTests {
  private let shelf = Shelf()

  private func inbox(
    of service: LedgeredService, remembering capacity: Int = 100, shelf: Shelf? = nil
  ) throws -> ResultInbox<LedgeredService> {
    let shelf = shelf ?? self.shelf
    return try ResultInbox(service, remembering: capacity) { job, result in
      try await shelf.put(job, result)
    }
  }

  @Test func aJobThatIsHeardOfAgainIsNotHandedOverAgain() async throws {
    let service = try await LedgeredService("a")
    let inbox = try inbox(of: service)
    #expect(try await inbox.follow("a"))
    #expect(try await !inbox.follow("a"))
    #expect(await shelf.items == ["a": ["the result of a"]])
    #expect(await service.asked == ["a"])
    #expect(try await service.open.isEmpty)
  }

  @Test func manyWhoTellAtTheSameTimeAreOne() async throws {
    let gate = Gate()
    let service = try await LedgeredService("a", "b") { id, _ in
      await gate.pass()
      return JobStatus(.completed(id), rawStatus: "done")
    }
    let inbox = try inbox(of: service)
    let handed = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<20 {
        for id in ["a", "b"] { group.addTask { try await inbox.follow(id) } }
      }
      // All but the two that wait for the service find that others do.
      for _ in 0..<38 { #expect(try await group.next() == false) }
      gate.open()
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(handed == 2)
    #expect(await shelf.items == ["a": ["a"], "b": ["b"]])
    #expect(await service.asked.sorted() == ["a", "b"])
  }

  @Test func aJobThatEndsWhileTheLedgerIsReadIsNotHandedOverAgain() async throws {
    let service = try await LedgeredService("a")
    let inbox = try inbox(of: service)
    let gate = Gate()
    await service.ledger.holdReaders(at: gate)
    async let first = inbox.follow("a")
    async let second = inbox.follow("a")
    try await gate.arrived(2)
    gate.open()
    #expect(try await [first, second].filter { $0 }.count == 1)
    #expect(await shelf.items == ["a": ["the result of a"]])
  }

  @Test func whatIsNotAwaitedCostsNoQuestion() async throws {
    let service = try await LedgeredService("a")
    let inbox = try inbox(of: service)
    for id in ["b", "", "../a", String(repeating: "a", count: 100_000)] {
      #expect(try await !inbox.follow(id))
    }
    #expect(await service.asked.isEmpty)
  }

  @Test func aJobThatHasNotEndedIsFollowedUntilItHas() async throws {
    let service = try await LedgeredService("a") { _, question in
      question < 3
        ? JobStatus(.running, rawStatus: "running")
        : JobStatus(.completed("a fox"), rawStatus: "done")
    }
    #expect(try await inbox(of: service).follow("a"))
    #expect(await shelf.items == ["a": ["a fox"]])
    #expect(await service.asked.count == 3)
  }

  @Test func aFailureIsHandedOverOnceToo() async throws {
    let service = try await LedgeredService("a") { _, _ in
      JobStatus(.failed(JobFailure(message: "Refused.")), rawStatus: "failed")
    }
    let inbox = try inbox(of: service)
    #expect(try await inbox.follow("a"))
    #expect(try await !inbox.follow("a"))
    #expect(await shelf.items == ["a": ["nothing"]])
    #expect(try await service.open.isEmpty)
  }

  @Test func aResultThatTheAppCouldNotTakeComesAgain() async throws {
    let service = try await LedgeredService("a")
    let shelf = Shelf(failures: 2)
    let inbox = try inbox(of: service, shelf: shelf)
    for _ in 0..<2 { await #expect(throws: Shelf.Full.self) { try await inbox.follow("a") } }
    #expect(try await service.open == ["a"])
    #expect(try await inbox.follow("a"))
    #expect(await shelf.items == ["a": ["the result of a"]])
  }

  @Test func aJobWhoseEndIsNotKnownStaysOpen() async throws {
    let service = try await LedgeredService("a") { _, _ in throw MediaError(.invalidKey, "No.") }
    let error = await #expect(throws: MediaError.self) {
      try await inbox(of: service).follow("a")
    }
    #expect(error?.code == .invalidKey)
    #expect(await shelf.items.isEmpty)
    #expect(try await service.open == ["a"])
  }

  @Test func anAcknowledgementThatFailsIsMadeUpForWithoutTheResult() async throws {
    let service = try await LedgeredService("a")
    let inbox = try inbox(of: service)
    await service.ledger.fail { _ in true }
    let error = await #expect(throws: MediaError.self) { try await inbox.follow("a") }
    #expect(error?.code == .ledgerUnavailable)
    #expect(try await service.open == ["a"])
    await service.ledger.fail { _ in false }
    #expect(try await !inbox.follow("a"))
    #expect(try await service.open.isEmpty)
    #expect(await shelf.items == ["a": ["the result of a"]])
  }

  @Test func aSmallMemoryOnlyAsksTheLedgerMoreOften() async throws {
    let service = try await LedgeredService("a", "b", "c", "d")
    let inbox = try inbox(of: service, remembering: 1)
    for id in ["a", "b", "a", "c", "d", "b", "a", "d"] { try await inbox.follow(id) }
    #expect(await shelf.items.mapValues(\.count) == ["a": 1, "b": 1, "c": 1, "d": 1])
    #expect(await service.asked == ["a", "b", "c", "d"])
  }

  @Test func theNextProcessGetsWhatThisOneDidNot() async throws {
    let service = try await LedgeredService("a", "b", "c")
    try await inbox(of: service).follow("b")
    let next = try inbox(of: service)
    #expect(await next.followOpenJobs().isEmpty)
    #expect(try await !next.follow("b"))
    #expect(await shelf.items.mapValues(\.count) == ["a": 1, "b": 1, "c": 1])
    #expect(await service.asked.sorted() == ["a", "b", "c"])
  }

  @Test func oneJobThatFailsTakesNothingFromTheOthers() async throws {
    let service = try await LedgeredService("a", "b", "c") { id, _ in
      if id == "b" { throw MediaError(.notFound, "No such job.") }
      return JobStatus(.completed(id), rawStatus: "done")
    }
    let errors = try await inbox(of: service).followOpenJobs()
    #expect(errors.count == 1)
    #expect((errors.first as? MediaError)?.job?.id == "b")
    #expect(await shelf.items.keys.sorted() == ["a", "c"])
    #expect(try await service.open == ["b"])
  }

  @Test func withoutALedgerThereIsNoInbox() {
    let service = ScriptedJobService(.completed("a fox"))
    let error = #expect(throws: MediaError.self) { try ResultInbox(service) { _, _ in } }
    #expect(error?.code == .ledgerUnavailable)
  }
}
