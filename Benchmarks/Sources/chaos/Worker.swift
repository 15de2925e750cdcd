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
  @Option var service: PlayedService

  func run() async throws {
    guard let url = URL(string: address) else { throw ValidationError("\(address) is no address.") }
    let configuration = URLSessionTransport.forgetful
    configuration.timeoutIntervalForRequest = 1
    let killSwitch = KillSwitch(at: killAt)
    let settings = ClientConfiguration(
      transport: KillingTransport(
        transport: MisdirectedTransport(
          transport: URLSessionTransport(configuration: configuration), deafPort: deafPort),
        killSwitch: killSwitch),
      ledger: KillingLedger(
        ledger: try FileLedger(at: URL(fileURLWithPath: ledger)), killSwitch: killSwitch),
      polling: PollingPolicy(first: .milliseconds(20), longest: .milliseconds(100)),
      retries: RetryPolicy(
        maximumRetries: 3, first: .milliseconds(10), longest: .milliseconds(80)),
      pace: RequestPace(requestsPerMinute: nil, maximumConcurrency: concurrency))
    try await service.work(self, url, settings)
  }

  /// Submits all that is not submitted yet, and follows it.
  func work(_ client: some ChaosClient) async throws {
    await atOnce(try await client.service.recover().jobs) { try await follow($0) }
    // What was refused cost nothing, and is submitted anew until it is taken or lost; what was lost is
    // sent again where the service knows it.
    while true {
      let lost = service.isDeduplicated ? try await client.service.recover().unsettled : []
      let rest = try await unattempted(by: client.service)
      guard !lost.isEmpty || !rest.isEmpty else { return }
      await atOnce(lost) { submission in
        for job in try await client.resubmit(submission) { try await follow(job) }
      }
      await atOnce(rest) { number in
        for job in try await client.submit(number) { try await follow(job) }
      }
    }
  }

  private func follow(_ job: Job<some Sendable>) async throws {
    _ = try await job.result()
    try await job.acknowledge()
  }

  /// The numbers that the ledger has nothing of but refusals.
  private func unattempted(by client: some ReportingService) async throws -> [Int] {
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
