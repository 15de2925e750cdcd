import ArgumentParser
import Foundation
import TypedMedia
import Workbench

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The client, as a process that may be killed at any time and is then started again.
struct Worker: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "worker", shouldDisplay: false)

  @Option var address: String
  @Option var ledger: String
  @Option var count: Int
  @Option var concurrency = 32
  @Option var deafPort: Int?
  @Option var killAt: Int?
  @Flag var deduplicated = false

  func run() async throws {
    guard let url = URL(string: address) else { throw ValidationError("\(address) is no address.") }
    let configuration = URLSessionTransport.forgetful
    configuration.timeoutIntervalForRequest = 1
    let killSwitch = KillSwitch(at: killAt)
    let client = ChaosClient(
      at: url, isDeduplicated: deduplicated,
      ledger: KillingLedger(
        ledger: try FileLedger(at: URL(fileURLWithPath: ledger)), killSwitch: killSwitch),
      transport: KillingTransport(
        transport: MisdirectedTransport(
          transport: URLSessionTransport(configuration: configuration), deafPort: deafPort),
        killSwitch: killSwitch),
      concurrency: concurrency)
    await atOnce(try await client.recover().jobs) { try await follow($0) }
    // What was refused cost nothing, and is submitted anew until it is taken or lost; what was lost is
    // sent again where the service knows it.
    while true {
      let lost = deduplicated ? try await client.recover().unsettled : []
      let rest = try await unattempted(by: client)
      guard !lost.isEmpty || !rest.isEmpty else { return }
      await atOnce(lost) { submission in
        for job in try await client.resubmit(submission) { try await follow(job) }
      }
      await atOnce(rest) { number in
        for job in try await client.submit(number) { try await follow(job) }
      }
    }
  }

  private func follow(_ job: Job<ChaosClient>) async throws {
    _ = try await job.result()
    try await job.acknowledge()
  }

  /// The numbers that the ledger has nothing of but refusals.
  private func unattempted(by client: ChaosClient) async throws -> [Int] {
    let submissions = try await client.connection.configuration.ledger?.submissions() ?? []
    let attempted = submissions.filter { submission in
      if case .refused = submission.state { false } else { true }
    }
    let numbers = Set(attempted.compactMap(\.number))
    return (0..<count).filter { !numbers.contains($0) }
  }

  /// Does something for each element, some at a time. What goes wrong shows in the ledger.
  private func atOnce<Element: Sendable>(
    _ elements: [Element], _ body: @escaping @Sendable (Element) async throws -> Void
  ) async {
    await withTaskGroup(of: Void.self) { group in
      for (index, element) in elements.enumerated() {
        if index >= concurrency * 2 { await group.next() }
        group.addTask { try? await body(element) }
      }
    }
  }
}
