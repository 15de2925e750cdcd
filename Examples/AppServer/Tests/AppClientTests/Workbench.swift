import AppClient
import Foundation
import Hoox
import HooxSandbox
import RequestRoutes
import Testing
import WebhookServer

/// An app's server while it runs, where Ada has signed in.
struct RunningServer: Sendable {
  let address: URL
  let folder: URL
  let sandbox: HooxSandbox

  /// The app of whoever has this session.
  func app(session: String, ledger: (any JobLedger)? = nil) -> AppClient {
    AppClient(
      session: session, server: address,
      configuration: ClientConfiguration(
        transport: Internet(server: address, sandbox: sandbox), ledger: ledger,
        polling: PollingPolicy(first: .milliseconds(50), longest: .milliseconds(100)),
        retries: .never))
  }
}

/// Where an app gets to: the server at its port, and the files of what is played in process.
private struct Internet: Transport {
  let server: URL
  let sandbox: HooxSandbox

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    request.url.host == server.host
      ? try await URLSessionTransport().send(request) : try await sandbox.send(request)
  }
}

extension HooxSandbox.Pace {
  static let quick = Self(pending: .milliseconds(50), generating: .milliseconds(150))
}

/// Runs `body` while a server at a free port submits to `sandbox`, for 60 credits a request at most.
func withServer(
  _ sandbox: HooxSandbox, _ body: @escaping @Sendable (RunningServer) async throws -> Void
) async throws {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "app-client-\(UUID().uuidString)", directoryHint: .isDirectory)
  defer { try? FileManager.default.removeItem(at: folder) }
  let hoox = sandbox.client(
    configuration: ClientConfiguration(
      ledger: try FileLedger(at: folder.appending(path: "server.jsonl")), retries: .never,
      pace: RequestPace(requestsPerMinute: nil)))
  let requests = try RequestRoutes(hoox, maxCost: 60)
  let server = try WebhookServer(
    hoox, configuration: .init(port: 0),
    adding: { requests.add(to: $0.group().add(middleware: SessionGate { $0 == "ada" })) },
    handler: { _, _ in })
  let (ports, started) = AsyncStream<Int>.makeStream()
  let running = Task {
    defer { started.finish() }
    try await server.run { started.yield($0) }
  }
  defer { running.cancel() }
  var iterator = ports.makeAsyncIterator()
  let port = try #require(await iterator.next())
  let address = try #require(URL(string: "http://127.0.0.1:\(port)"))
  try await body(RunningServer(address: address, folder: folder, sandbox: sandbox))
  running.cancel()
  _ = try? await running.value
}
