import Foundation
import ServiceTestSupport
import Testing
import TypedMedia
import TypedMediaTesting

/// Several clients that keep one ledger.
@Suite(.timeLimit(.minutes(5))) struct SharedLedgerTests {
  private let ledger = MemoryLedger()

  @Test func eachSeesItsOwnServiceAndAccount() async throws {
    let names = [("Acme", nil), ("Acme", "studio"), ("Acme", "lab"), ("Other", "studio")]
    let clients = try names.map {
      try Client($0, account: $1, ledger, answering: "j-\($0)-\($1 ?? "")")
    }
    for client in clients { try await client.submit() }
    for (client, name) in zip(clients, names) {
      let id = "j-\(name.0)-\(name.1 ?? "")"
      #expect(try await client.recover().jobs.map(\.id) == [id])
      // Another's job is none that this one knows.
      for other in clients where other.connection.profile.name != name.0 {
        try await other.job(id: id).acknowledge()
      }
      #expect(try await client.recover().jobs.map(\.id) == [id])
    }
    #expect(await ledger.submissions().map(\.intent.account) == names.map(\.1))
    let submission = try #require(await ledger.submissions().first)
    let error = try await caught {
      try await clients[1].settle(submission.id, as: .accepted(jobIDs: ["x"]))
    }
    #expect(error.code == .notFound)
    try await clients[1].job(id: "j-Acme-studio").acknowledge()
    #expect(try await clients[1].recover().jobs.isEmpty)
    #expect(try await clients[2].recover().jobs.count == 1)
  }

  /// Two accounts, or two services, may have jobs of one ID.
  @Test func jobsOfOneIDAreToldApart() async throws {
    let clients = try ["studio", "lab"].map { try Client("Acme", account: $0, ledger) }
    for client in clients { try await client.submit() }
    try await clients[1].job(id: "j-1").acknowledge()
    #expect(try await clients[0].recover().jobs.map(\.id) == ["j-1"])
    #expect(try await clients[1].recover().jobs.isEmpty)
  }

  @Test func noneTakesForLostWhatAnotherIsSubmitting() async throws {
    let (sent, answered) = (Gate(), Gate())
    let first = try Client("Acme", ledger, over: .held(sent, answered))
    let second = try Client("Acme", ledger)
    async let submission = first.submit()
    await sent.pass()
    #expect(await ledger.submissions().map(\.isUnsettled) == [true])
    for client in [first, second] { #expect(try await client.recover().unsettled.isEmpty) }
    answered.open()
    _ = try await submission
    #expect(try await second.recover().jobs.map(\.id) == ["j-1"])
  }

  /// What the ledger says of a submission may be out of date by the time it has been read.
  @Test func whatBeginsAndEndsWhileTheLedgerIsReadIsNotTakenForLost() async throws {
    let (sent, answered) = (Gate(), Gate())
    let slow = SlowLedger(ledger: ledger)
    let first = try Client("Acme", ledger, over: .held(sent, answered))
    let second = try Client("Acme", slow)
    async let recovery = second.recover()
    await slow.isAsked.pass()
    async let submission = first.submit()
    await sent.pass()
    slow.mayRead.open()
    await slow.hasRead.pass()
    answered.open()
    _ = try await submission
    slow.mayReturn.open()
    #expect(try await recovery.unsettled.isEmpty)
    #expect(try await second.recover().jobs.map(\.id) == ["j-1"])
  }

  /// A service that makes several kinds of things has a client for each.
  @Test func eachClientRecoversTheKindThatItFollows() async throws {
    let whole = try Client("Acme", ledger)
    let (own, other) = (whole.following { true }, whole.following { false })
    try await whole.submit()
    #expect(try await own.recover().jobs.map(\.id) == ["j-1"])
    #expect(try await other.recover().jobs.isEmpty)
    let id = try #require(try await whole.recover().jobs.first?.handle.submission)
    let error = await #expect(throws: MediaError.self) {
      try await other.settle(id, as: .accepted(jobIDs: ["j-2"]))
    }
    #expect(error?.code == .notFound && error?.message.contains("followed elsewhere") == true)
    #expect(try await other.settle(id, as: .abandoned).isEmpty)
    #expect(try await own.recover().jobs.map(\.id) == ["j-1"])
  }

  @Test func settlingAddsAndForgetsNothing() async throws {
    let client = try Client("Acme", ledger)
    let jobs = try await client.submit()
    let id = try #require(jobs.first?.submission)
    let outcomes: [(SubmissionOutcome, [String])] = [
      (.accepted(jobIDs: ["j-2"]), ["j-1", "j-2"]), (.accepted(jobIDs: []), ["j-1", "j-2"]),
      (.accepted(jobIDs: ["j-1", "j-2", "j-3"]), ["j-1", "j-2", "j-3"]),
      (.abandoned, ["j-1", "j-2", "j-3"]),
    ]
    for (outcome, expected) in outcomes {
      #expect(try await client.settle(id, as: outcome).map(\.id) == expected)
      #expect(try await client.recover().jobs.map(\.id) == expected)
    }
  }

  private struct Client: ReportingService {
    let connection: ServiceConnection
    private var isFollowing: @Sendable () -> Bool = { true }

    init(
      _ service: String, account: String? = nil, _ ledger: any JobLedger,
      answering id: String = "j-1", over transport: CannedTransport? = nil
    ) throws {
      connection = try Sample.connection(
        over: transport ?? CannedTransport(body: #"{"id": "\#(id)"}"#),
        profile: ServiceProfile(name: service, failure: { _ in nil }),
        configuration: ClientConfiguration(
          ledger: ledger, account: account, retries: .never, clock: VirtualClock()))
    }

    func following(_ isFollowing: @escaping @Sendable () -> Bool) -> Client {
      var client = self
      client.isFollowing = isFollowing
      return client
    }

    func follows(_ submission: LedgerSubmission) -> Bool { isFollowing() }

    @discardableResult
    func submit() async throws -> [JobHandle] {
      try await connection.submit(Sample.purchase) { [try $0.json.object?.required("id") ?? ""] }
        .jobs
    }

    func status(of job: JobHandle) async throws -> JobStatus<String> {
      JobStatus(.running, rawStatus: "running")
    }
  }
}

/// A ledger that is read in steps.
private struct SlowLedger: JobLedger {
  let ledger: MemoryLedger
  let isAsked = Gate()
  let mayRead = Gate()
  let hasRead = Gate()
  let mayReturn = Gate()

  func append(_ event: LedgerEvent) async throws { try await ledger.append(event) }

  func submissions() async throws -> [LedgerSubmission] {
    isAsked.open()
    await mayRead.pass()
    let submissions = await ledger.submissions()
    hasRead.open()
    await mayReturn.pass()
    return submissions
  }
}

extension CannedTransport {
  /// Says when it was sent something, and answers when it may.
  fileprivate static func held(_ sent: Gate, _ answered: Gate) -> CannedTransport {
    CannedTransport { _ in
      sent.open()
      await answered.pass()
      return TransportResponse(status: 200, body: .data(Data(#"{"id": "j-1"}"#.utf8)))
    }
  }
}
