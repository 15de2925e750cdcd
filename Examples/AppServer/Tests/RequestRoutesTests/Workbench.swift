import Foundation
import Hoox
import HooxSandbox
import Rehearsal
import RequestRoutes
import Testing
import WebhookServer

/// An app's server while it runs, as an app sees it.
struct TestServer: Sendable {
  let origin: String
  /// What the app was handed.
  let app: HandedOver

  func post(_ path: String, _ body: Data) async throws -> Answer {
    try await send("POST", path, body)
  }

  func get(_ path: String) async throws -> Answer { try await send("GET", path, nil) }

  private func send(_ method: String, _ path: String, _ body: Data?) async throws -> Answer {
    let url = try #require(URL(string: "\(origin)/\(path)"))
    let response = try await URLSessionTransport()
      .send(TransportRequest(method: method, url: url, body: body))
    var data = Data()
    for try await piece in response.body { data += piece }
    return Answer(status: response.status, data: data)
  }
}

/// An answer that came over HTTP.
struct Answer {
  let status: Int
  let data: Data
  /// The body; `nil` when it is not JSON.
  var json: JSON? { try? JSON(parsing: data) }
}

/// The jobs that an app was handed, in their order.
struct HandedOver: Sendable {
  private let jobs: AsyncStream<JobHandle>
  private let job: AsyncStream<JobHandle>.Continuation

  init() { (jobs, job) = AsyncStream.makeStream() }

  func add(_ handle: JobHandle) { job.yield(handle) }

  /// The first, which may have yet to come.
  var first: JobHandle? {
    get async {
      var iterator = jobs.makeAsyncIterator()
      return await iterator.next()
    }
  }
}

extension HooxSandbox.Pace {
  static let quick = Self(pending: .milliseconds(50), generating: .milliseconds(150))
}

/// Passes what is sent to the server's public address on to where it listens.
actor FrontDoor: Transport {
  private var origin: String?

  func open(to origin: String) { self.origin = origin }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    var request = request
    let origin = try #require(origin)
    request.url = try #require(URL(string: origin + request.url.path))
    return try await URLSessionTransport().send(request)
  }
}

/// Runs `body` while a server at a free port submits to `sandbox`, for 60 credits a request at most.
func withServer(
  _ sandbox: HooxSandbox, behind door: FrontDoor = FrontDoor(),
  _ body: @escaping @Sendable (TestServer) async throws -> Void
) async throws {
  let hoox = HooxClient(
    apiKey: APIKey(HooxSandbox.apiKey),
    configuration: ClientConfiguration(
      transport: sandbox, ledger: MemoryLedger(),
      polling: PollingPolicy(first: .milliseconds(50), longest: .milliseconds(100)),
      retries: .never, pace: RequestPace(requestsPerMinute: nil)))
  let app = HandedOver()
  let configuration = WebhookServer.Configuration(port: 0)
  let requests = try RequestRoutes(
    hoox, maxCost: 60,
    options: HooxOptions(webhookURL: URL(string: "https://app.example\(configuration.path)")))
  let server = try WebhookServer(
    hoox, configuration: configuration, adding: { requests.add(to: $0) }
  ) { job, _ in app.add(job) }
  let (ports, started) = AsyncStream<Int>.makeStream()
  let running = Task {
    defer { started.finish() }
    try await server.run { started.yield($0) }
  }
  defer { running.cancel() }
  var iterator = ports.makeAsyncIterator()
  let origin = "http://127.0.0.1:\(try #require(await iterator.next()))"
  await door.open(to: origin)
  try await body(TestServer(origin: origin, app: app))
  running.cancel()
  _ = try? await running.value
}
