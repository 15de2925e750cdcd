import Foundation
import SandboxServer
import Testing
import TypedMedia

/// Runs `body` while a server at a free port serves the sandboxes, which are quick, and `others`.
func withServer(
  credits: Decimal? = nil, maximumBodySize: Int = 50_000_000,
  clock: any Clock<Duration> = ContinuousClock(), adding others: [ServedSandbox] = [],
  _ body: @escaping @Sendable (_ origin: String, SandboxServer) async throws -> Void
) async throws {
  let server = SandboxServer(
    configuration: .init(port: 0, maximumBodySize: maximumBodySize)
  ) { webhooks in
    ServedSandbox.all(credits: credits, speed: 50, webhooks: webhooks, clock: clock) + others
  }
  let (ports, started) = AsyncStream<Int>.makeStream()
  let running = Task {
    defer { started.finish() }
    try await server.run { started.yield($0) }
  }
  defer { running.cancel() }
  var iterator = ports.makeAsyncIterator()
  let port = try #require(await iterator.next())
  try await body("http://127.0.0.1:\(port)", server)
  running.cancel()
  _ = try? await running.value
}

/// An answer that came over HTTP.
struct Answer {
  let status: Int
  let headers: HeaderFields
  let data: Data
  /// The body; `nil` when it is not JSON.
  var json: JSON? { try? JSON(parsing: data) }
}

/// Makes a call over HTTP.
func call(
  _ method: String, _ address: String, key: String? = nil, _ body: JSON? = nil,
  bytes: Data? = nil, headers: HeaderFields = [:]
) async throws -> Answer {
  let body = body?.data() ?? bytes
  var request = TransportRequest(
    method: method, url: try #require(URL(string: address)), headers: headers, body: body)
  if let key { request.headers["Authorization"] = "Bearer \(key)" }
  if body != nil { request.headers["Content-Type"] = "application/json" }
  let response = try await URLSessionTransport().send(request)
  var data = Data()
  for try await piece in response.body { data += piece }
  return Answer(status: response.status, headers: response.headers, data: data)
}

extension ClientConfiguration {
  /// One that does not wait long.
  static let quick = ClientConfiguration(
    polling: PollingPolicy(first: .milliseconds(50), longest: .milliseconds(200)),
    pace: RequestPace(requestsPerMinute: nil))
}

/// A folder that is removed again.
func withFolder(_ body: (URL) async throws -> Void) async throws {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "sandbox-server-\(UUID().uuidString)")
  defer { try? FileManager.default.removeItem(at: folder) }
  try await body(folder)
}
