import Foundation
import TypedMedia
import TypedMediaTesting

/// A service whose jobs end as a closure says, and are in a ledger.
struct LedgeredService: ReportingService {
  typealias Answer = @Sendable (_ id: String, _ question: Int) async throws -> JobStatus<String>

  let connection: ServiceConnection
  let ledger: MemoryLedger
  private let answer: Answer
  private let questions = Questions()

  /// Creates a service that has accepted `jobIDs`, and gives each question the answer to its number.
  init(
    _ jobIDs: String...,
    answer: @escaping Answer = { id, _ in
      JobStatus(.completed("the result of \(id)"), rawStatus: "done")
    }
  ) async throws {
    ledger = MemoryLedger()
    connection = ServiceConnection(
      profile: Sample.profile, baseURL: URL(filePath: "/"), key: APIKey(Sample.key),
      configuration: ClientConfiguration(
        ledger: ledger, polling: .exact(seconds: 2), clock: VirtualClock()))
    self.answer = answer
    let submission = UUID()
    let intent = LedgerIntent(service: "Acme", model: "aurora", path: ["jobs"], body: [:])
    try await ledger.append(LedgerEvent(.intended(intent), of: submission))
    try await ledger.append(LedgerEvent(.accepted(jobIDs: jobIDs), of: submission))
  }

  /// The IDs of the jobs that were asked about.
  var asked: [String] { get async { await questions.ids } }

  /// The IDs of the jobs that are open in the ledger.
  var open: [String] { get async throws { try await recover().jobs.map(\.id) } }

  func status(of job: JobHandle) async throws -> JobStatus<String> {
    try await answer(job.id, questions.append(job.id))
  }

  private actor Questions {
    private(set) var ids: [String] = []
    func append(_ id: String) -> Int {
      ids.append(id)
      return ids.count
    }
  }
}

/// An app that keeps what it is handed, and fails when it is told to.
actor Shelf {
  struct Full: Error {}

  private(set) var items: [String: [String]] = [:]
  private var failures: Int

  init(failures: Int = 0) { self.failures = failures }

  func put(_ job: JobHandle, _ result: Result<String, MediaError>) throws {
    if failures > 0 {
      failures -= 1
      throw Full()
    }
    items[job.id, default: []].append((try? result.get()) ?? "nothing")
  }
}
