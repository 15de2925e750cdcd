import Foundation
import Hoox
import HooxSandbox
import Rehearsal
import Testing
import WebhookServer

/// An app that counts how often it is handed each job.
actor App {
  struct Crash: Error {}

  private(set) var counts: [String: Int] = [:]
  private(set) var failures: Set<String> = []
  private var crashes: Int
  /// How often it was handed a job.
  nonisolated let handovers = Tally()

  init(crashes: Int = 0) { self.crashes = crashes }

  func keep(_ result: Result<HooxAsset, MediaError>, of job: JobHandle) async throws {
    if crashes > 0 {
      crashes -= 1
      throw Crash()
    }
    counts[job.id, default: 0] += 1
    if case .failure = result { failures.insert(job.id) }
    await handovers.add()
  }
}

/// A sandbox whose answers to questions about jobs wait for a gate.
struct HeldSandbox: Transport {
  let sandbox: HooxSandbox
  let gate = Gate()

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    if request.method == "GET" { await gate.pass() }
    return try await sandbox.send(request)
  }
}

/// Holds whoever comes until it is opened.
actor Gate {
  private var isOpen = false
  private var held: [CheckedContinuation<Void, Never>] = []
  /// How many have come.
  nonisolated let arrivals = Tally()

  func pass() async {
    await arrivals.add()
    guard !isOpen else { return }
    await withCheckedContinuation { held.append($0) }
  }

  func open() {
    isOpen = true
    for continuation in held { continuation.resume() }
    held = []
  }
}

extension HooxSandbox {
  static let quick = Pace(pending: .milliseconds(50), generating: .milliseconds(150))

  /// A client that does not wait long, over `transport` or the sandbox itself.
  nonisolated func quickClient(
    ledger: any JobLedger, over transport: (any Transport)? = nil
  ) -> HooxClient {
    HooxClient(
      apiKey: APIKey(HooxSandbox.apiKey),
      configuration: ClientConfiguration(
        transport: transport ?? self, ledger: ledger,
        polling: PollingPolicy(first: .milliseconds(50), longest: .milliseconds(100)),
        pace: RequestPace(requestsPerMinute: nil)))
  }

  var questions: Int { receivedRequests.filter { $0.endpoint == .status }.count }
}

extension HooxClient {
  /// Submits `count` jobs whose webhooks go to `url`.
  func submit(_ count: Int, webhooksTo url: URL?) async throws -> [String] {
    var ids: [String] = []
    for number in 0..<count {
      ids += try await submit(
        ZImageTurbo(prompt: "Starfish \(number)"), options: HooxOptions(webhookURL: url)
      ).jobs.map(\.id)
    }
    return ids
  }
}

/// Runs `body` while a server at a free port takes webhooks for `app`.
func withServer(
  _ hoox: HooxClient, for app: App, maximumBacklog: Int = 1_000,
  _ body: @escaping @Sendable (URL, WebhookServer) async throws -> Void
) async throws {
  let configuration = WebhookServer.Configuration(port: 0, maximumBacklog: maximumBacklog)
  let server = try WebhookServer(hoox, configuration: configuration) { job, result in
    try await app.keep(result, of: job)
  }
  let (ports, started) = AsyncStream<Int>.makeStream()
  let running = Task {
    defer { started.finish() }
    try await server.run { started.yield($0) }
  }
  defer { running.cancel() }
  var iterator = ports.makeAsyncIterator()
  let port = try #require(await iterator.next())
  let url = try #require(URL(string: "http://127.0.0.1:\(port)\(configuration.path)"))
  try await body(url, server)
  running.cancel()
  _ = try? await running.value
}
