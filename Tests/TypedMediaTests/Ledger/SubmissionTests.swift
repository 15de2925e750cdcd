import Foundation
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaTesting

/// What a ledger knows of a submission, whatever becomes of it.
@Suite(.timeLimit(.minutes(20))) struct SubmissionTests {
  /// How a submission goes, and what the ledger says of it afterwards.
  struct Case: Sendable {
    let outcome: CannedTransport.Outcome
    let code: MediaError.Code?
    let events: [String]
  }

  @Test(arguments: [
    Case(
      outcome: .answer(200, [:], #"{"id": "j-1"}"#), code: nil, events: ["intended", "accepted"]),
    Case(outcome: .answer(400), code: .invalidRequest, events: ["intended", "refused"]),
    Case(outcome: .notSent, code: .unreachable, events: ["intended", "refused"]),
    Case(outcome: .lost, code: .outcomeUnknown, events: ["intended", "lost"]),
    Case(outcome: .answer(500), code: .outcomeUnknown, events: ["intended", "lost"]),
    Case(outcome: .answer(200, [:], "{}"), code: .outcomeUnknown, events: ["intended", "lost"]),
  ])
  func theLedgerKnowsWhatBecameOfIt(_ example: Case) async throws {
    let ledger = MemoryLedger()
    let service = try Service(CannedTransport(script: [example.outcome]), ledger)
    var failure: MediaError?
    do { _ = try await service.submit() } catch let error as MediaError { failure = error }
    #expect(failure?.code == example.code)
    #expect(await ledger.events.map(\.kind.name) == example.events)
    let submission = try #require(await ledger.submissions().first)
    #expect(submission.intent.model == "aurora")
    #expect(submission.intent.body == ["prompt": "A fox"])
    if example.code == .outcomeUnknown { #expect(failure?.submission == submission.id) }
    let recovery = try await service.recover()
    #expect(recovery.unsettled.map(\.id) == (submission.isUnsettled ? [submission.id] : []))
    #expect(recovery.jobs.map(\.id) == (example.code == nil ? ["j-1"] : []))
  }

  @Test func theIntentIsKeptBeforeAnythingIsSent() async throws {
    let ledger = MemoryLedger()
    let transport = CannedTransport { _ in
      #expect(await ledger.events.map(\.kind.name) == ["intended"])
      return TransportResponse(status: 200, body: .data(Data(#"{"id": "j-1"}"#.utf8)))
    }
    _ = try await Service(transport, ledger).submit()
    #expect(transport.requests.count == 1)
  }

  @Test func nothingIsSentThatCannotBeKept() async throws {
    let transport = CannedTransport()
    let service = try Service(transport, MemoryLedger { _ in true })
    let error = try await caught { try await service.submit() }
    #expect(error.code == .ledgerUnavailable)
    #expect(error.jobs.isEmpty)
    #expect(transport.requests.isEmpty)
  }

  @Test func aJobThatTheLedgerCannotKeepIsInTheError() async throws {
    let ledger = MemoryLedger { if case .accepted = $0 { true } else { false } }
    let service = try Service(CannedTransport(body: #"{"id": "j-1"}"#), ledger)
    let error = try await caught { try await service.submit() }
    #expect(error.code == .ledgerUnavailable)
    #expect(error.jobs.map(\.id) == ["j-1"])
    // The ledger itself goes on to say that somebody has to look.
    #expect(try await service.recover().unsettled.map(\.id) == [error.submission])
  }

  @Test func whatCannotBeSentLeavesNoTrace() async throws {
    let ledger = MemoryLedger()
    let service = try Service(CannedTransport(), ledger, key: "a b")
    let error = try await caught { try await service.submit() }
    #expect(error.code == .invalidKey)
    #expect(await ledger.events.isEmpty)
  }

  @Test func anUnknownOutcomeCanBeSettled() async throws {
    let ledger = MemoryLedger()
    let service = try Service(CannedTransport(script: [.lost]), ledger)
    let first = try #require(try await caught { try await service.submit() }.submission)
    let second = try #require(try await caught { try await service.submit() }.submission)
    let jobs = try await service.settle(first, as: .accepted(jobIDs: ["j-7"]))
    #expect(jobs.map(\.id) == ["j-7"])
    #expect(jobs.map(\.handle.model) == ["aurora"])
    try await service.settle(second, as: .abandoned)
    let recovery = try await service.recover()
    #expect(recovery.unsettled.isEmpty)
    #expect(recovery.jobs.map(\.id) == ["j-7"])
    let unknown = try await caught { try await service.settle(UUID(), as: .abandoned) }
    #expect(unknown.code == .notFound)
  }

  @Test func anAcknowledgedJobIsNotRecovered() async throws {
    let ledger = MemoryLedger()
    let service = try Service(
      CannedTransport(body: #"{"id": "j-1", "more": ["j-2", "j-3"]}"#), ledger)
    let jobs = try await service.submit()
    #expect(jobs.map(\.id) == ["j-1", "j-2", "j-3"])
    try await jobs[0].acknowledge()
    // A handle that was made from the ID alone is found too.
    try await service.job(id: "j-3").acknowledge()
    #expect(try await service.recover().jobs.map(\.id) == ["j-2"])
    try await jobs[1].acknowledge()
    #expect(try await service.recover().jobs.isEmpty)
    #expect(await ledger.submissions().map(\.isClosed) == [true])
  }

  @Test func whatTheServiceKnowsAgainCanBeSentAgain() async throws {
    let ledger = MemoryLedger()
    let accepted = CannedTransport.Outcome.answer(200, [:], #"{"id": "j-1"}"#)
    let transport = CannedTransport(script: [.lost, .notSent, .answer(400), accepted])
    let service = try Service(transport, ledger)
    _ = try await caught { try await service.submit(deduplicatedBy: ["g-1"]) }
    // An attempt that failed for sure says nothing of the one that was lost.
    for _ in 0..<2 {
      let lost = try #require(try await service.recover().unsettled.first)
      let error = try await caught { try await service.resubmit(lost) }
      #expect(error.code == .outcomeUnknown)
      #expect(error.submission == lost.id)
    }
    let lost = try #require(try await service.recover().unsettled.first)
    #expect(try await service.resubmit(lost).map(\.id) == ["j-1"])
    #expect(Set(transport.requests.map(\.body)).count == 1)
    let recovery = try await service.recover()
    #expect(recovery.unsettled.isEmpty)
    #expect(recovery.jobs.map(\.id) == ["j-1"])
  }

  @Test func whatTheServiceDoesNotKnowAgainIsNotSentAgain() async throws {
    let transport = CannedTransport(script: [.lost, .answer(200, [:], #"{"id": "j-1"}"#)])
    let service = try Service(transport, MemoryLedger())
    _ = try await caught { try await service.submit() }
    let lost = try #require(try await service.recover().unsettled.first)
    let error = try await caught { try await service.resubmit(lost) }
    #expect(error.code == .outcomeUnknown)
    #expect(transport.requests.count == 1)
  }

  @Test func whatIsBeingSubmittedIsNotTakenForLost() async throws {
    let ledger = MemoryLedger()
    let gate = Gate()
    let transport = CannedTransport { _ in
      await gate.pass()
      return TransportResponse(status: 200, body: .data(Data(#"{"id": "j-1"}"#.utf8)))
    }
    let service = try Service(transport, ledger)
    async let jobs = service.submit()
    try await transport.received()
    #expect(try await service.recover().unsettled.isEmpty)
    gate.open()
    _ = try await jobs
    #expect(try await service.recover().jobs.map(\.id) == ["j-1"])
  }

  @Test func aCancelledSubmissionThatIsUnderWayIsStillKept() async throws {
    let ledger = MemoryLedger()
    let gate = Gate()
    let transport = CannedTransport { _ in
      await gate.pass()
      try Task.checkCancellation()
      return TransportResponse(status: 200, body: .data(Data(#"{"id": "j-1"}"#.utf8)))
    }
    let service = try Service(transport, ledger)
    let task = Task { try await service.submit() }
    try await transport.received()
    task.cancel()
    let error = try await caught { try await task.value }
    #expect(error.code == .outcomeUnknown)
    gate.open()
    try await ledger.log.wait { LedgerSubmission.folding($0).first?.isUnsettled == false }
    #expect(try await service.recover().jobs.map(\.id) == ["j-1"])
  }

  @Test func aSubmissionThatIsCancelledBeforeItGoesOutCostsNothing() async throws {
    let (ledger, gate) = (MemoryLedger(), Gate())
    let transport = CannedTransport { _ in
      await gate.pass()
      return TransportResponse(status: 200, body: .data(Data("{}".utf8)))
    }
    let service = try Service(transport, ledger)
    async let other = service.connection.send(Sample.read)
    try await transport.received()
    let task = Task { try await service.submit() }
    try await service.connection.queueHas(1)
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
    gate.open()
    _ = try await other
    #expect(await ledger.events.isEmpty)
    #expect(transport.requests.count == 1)
  }

  /// Nobody's service, on the public runtime.
  private struct Service: ReportingService {
    let connection: ServiceConnection

    init(_ transport: any Transport, _ ledger: MemoryLedger, key: String = Sample.key) throws {
      connection = try Sample.connection(
        over: transport, key: APIKey(key),
        configuration: ClientConfiguration(
          ledger: ledger, retries: .never,
          pace: RequestPace(requestsPerMinute: nil, maximumConcurrency: 1), clock: VirtualClock()))
    }

    func submit(deduplicatedBy ids: [String] = []) async throws -> [Job<String>] {
      try await connection.submit(
        Sample.purchase, deduplicatedBy: ids, readingJobIDs: Self.jobIDs
      ).jobs.map(job)
    }

    func resubmit(_ submission: LedgerSubmission) async throws -> [Job<String>] {
      try await connection.resubmit(
        submission, readingJobs: { try Self.jobIDs($0).map { AcceptedJob(id: $0) } }
      ).jobs.map(job)
    }

    @Sendable static func jobIDs(_ answer: ServiceResponse) throws -> [String] {
      let object = try answer.json.object ?? [:]
      let first: String = try object.required("id")
      return [first] + (object["more"]?.array ?? []).compactMap(\.string)
    }

    func status(of job: JobHandle) async throws -> JobStatus<String> {
      JobStatus(.running, rawStatus: "running")
    }
  }
}

extension LedgerEvent.Kind {
  fileprivate var name: String {
    switch self {
    case .intended: "intended"
    case .accepted: "accepted"
    case .refused: "refused"
    case .lost: "lost"
    case .abandoned: "abandoned"
    case .acknowledged: "acknowledged"
    case .spent: "spent"
    }
  }
}
