import Foundation
import ServiceTestSupport
import Testing
import TypedMedia

/// What a ledger knows without reading its file is what the file tells.
@Suite(.timeLimit(.minutes(5))) struct OpenSubmissionsTests {
  let folder: TemporaryFolder
  let url: URL

  init() throws {
    folder = try TemporaryFolder()
    url = folder.url.appending(path: "ledger.jsonl")
  }

  /// Events in any order, of few submissions and few jobs, so that all comes to pass: what is closed is
  /// opened again, jobs have one ID, acknowledgements come early and twice.
  @Test(arguments: 0..<20 as Range<UInt64>)
  func itIsTheSameWhateverHappens(seed: UInt64) async throws {
    var generator = SeededGenerator(seed: seed)
    let ids = (0..<4).map { _ in UUID() }
    var ledger: FileLedger? = try FileLedger(at: url)
    for _ in 0..<120 {
      try await ledger?.append(
        LedgerEvent(
          kind(&generator), of: try #require(ids.randomElement(using: &generator)),
          at: Date(timeIntervalSinceNow: .random(in: -1e7...0, using: &generator))))
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: try await ledger?.compact()
      case 1:
        // There can be one at a time.
        ledger = nil
        ledger = try FileLedger(at: url)
      case 2...6: try await expectSame(#require(ledger))
      default: break
      }
    }
    try await expectSame(#require(ledger))
  }

  private func expectSame(
    _ ledger: FileLedger, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let open = try await ledger.submissions().filter { !$0.isClosed }
    #expect(try await ledger.openSubmissions() == open, sourceLocation: sourceLocation)
    for id in ["a", "b", "c", ""] {
      let expected = open.filter { $0.openJobs.contains { $0.id == id } }
      #expect(
        try await ledger.openSubmissions(withJob: id) == expected, sourceLocation: sourceLocation)
    }
  }

  private func kind(_ generator: inout SeededGenerator) -> LedgerEvent.Kind {
    let jobs = ["a", "b", "c"].filter { _ in Bool.random(using: &generator) }
    switch Int.random(in: 0..<8, using: &generator) {
    case 0, 1: return .intended("A fox")
    case 2: return .accepted(jobIDs: jobs, results: ["a": 1, "c": [2]])
    case 3: return .accepted(jobIDs: jobs)
    case 4: return .acknowledged(jobID: jobs.first ?? "")
    case 5: return .lost(reason: "r", response: ReceivedResponse(status: 200, body: "b"))
    case 6: return .refused(reason: "r")
    default: return .abandoned
    }
  }

  /// The file is not read, so that it may say what it likes.
  @Test func neitherAWebhookNorARecoveryReadsTheFile() async throws {
    let ledger = try FileLedger(at: url)
    for number in 0..<20 {
      try await ledger.append(.intended("A fox"), .accepted(jobIDs: ["job-\(number)"]))
    }
    let file = try FileHandle(forWritingTo: url)
    try file.write(contentsOf: Data(count: try Data(contentsOf: url).count))
    let service = Client(ledger: ledger)
    #expect(try await service.recover().jobs.count == 20)
    let shelf = Shelf()
    let inbox = try ResultInbox(service) { job, result in try await shelf.put(job, result) }
    #expect(try await !inbox.follow("job-20"))
    #expect(try await inbox.follow("job-7"))
    #expect(await shelf.items == ["job-7": ["done"]])
    #expect(try await service.recover().jobs.count == 19)
    _ = try await caught { try await ledger.submissions() }
  }

  /// A ledger of somebody's own has two methods.
  @Test func aLedgerThatKeepsNothingInMemoryAnswersAllTheSame() async throws {
    let ledger = MemoryLedger()
    try await ledger.append(.intended("A fox"), .abandoned)
    let ids = [
      try await ledger.append(.intended("A fox"), .accepted(jobIDs: ["a", "b"])),
      try await ledger.append(
        .intended("A fox"), .accepted(jobIDs: ["a", "b"]), .acknowledged(jobID: "a")),
      try await ledger.append(.intended("A fox"), .lost(reason: "r")),
    ]
    #expect(try await ledger.openSubmissions().map(\.id) == ids)
    #expect(try await ledger.openSubmissions(withJob: "a").map(\.id) == [ids[0]])
    #expect(try await ledger.openSubmissions(withJob: "b").map(\.id) == [ids[0], ids[1]])
    #expect(try await ledger.openSubmissions(withJob: "c").isEmpty)
  }

  private struct Client: ReportingService {
    let connection: ServiceConnection

    init(ledger: any JobLedger) {
      connection = ServiceConnection(
        profile: Sample.profile, baseURL: URL(filePath: "/"), key: APIKey(Sample.key),
        configuration: ClientConfiguration(ledger: ledger))
    }

    func status(of job: JobHandle) async throws -> JobStatus<String> {
      JobStatus(.completed("done"), rawStatus: "done")
    }
  }
}
