import Foundation
import Replicate
import ReplicateSandbox
import ReplicateTestModels
import ServiceTestSupport
import Testing

/// Values that many tests need and that mean nothing by themselves.
enum Sample {
  static let request = Pebble(prompt: "A fox")

  /// A version's ID.
  static let version = String(repeating: "ab", count: 32)

  /// A model that runs as a version, and one that is official.
  static let models: [ModelRecord] = [
    model("acme/aurora", ["version": .string(version)]),
    model("acme/dusk", ["is_official": true]),
  ]

  private static func model(_ name: String, _ members: JSONObject) -> ModelRecord {
    var record = ModelRecord(name: name)
    for (key, value) in members { record.object[key] = value }
    record.object["input_schema"] = [
      "type": "object", "required": ["prompt"],
      "properties": [
        "prompt": ["type": "string"], "image": ["type": "string", "format": "uri"],
        "steps": ["type": "integer", "maximum": 4],
      ],
    ]
    return record
  }

  /// A prediction as the service answers.
  static func prediction(_ members: JSONObject = [:]) -> JSONObject {
    var object: JSONObject = [
      "id": "p1", "model": "acme/dusk", "version": "hidden", "input": ["prompt": "A fox"],
      "output": .null, "error": .null, "status": "starting", "data_removed": false,
      "created_at": "2026-11-21T10:00:00Z",
      "urls": [
        "get": "https://api.replicate.com/v1/predictions/p1",
        "cancel": "https://api.replicate.com/v1/predictions/p1/cancel",
        "web": "https://replicate.com/p/p1",
      ],
    ]
    for (key, value) in members { object[key] = value }
    return object
  }

  /// The code of a message by HMAC with SHA-256 (RFC 2104).
  static func code(of message: Data, by secret: Data) -> Data {
    func digest(_ data: Data) -> Data {
      Data(hexadecimal: ContentDigest.sha256(of: data)) ?? Data()
    }
    let key = secret.count > 64 ? digest(secret) : secret
    let block = key + Data(count: 64 - key.count)
    let inner = digest(Data(block.map { $0 ^ 0x36 }) + message)
    return digest(Data(block.map { $0 ^ 0x5c }) + inner)
  }

  /// Compares codes with those that ``code(of:by:)`` makes.
  static let verifier = HMACVerifier { $0 == code(of: $1, by: $2) }
}

extension ReplicateSandbox {
  /// A sandbox that offers the samples' models.
  static func ofSamples(
    pace: Pace = Pace(), pageSize: Int = 100, clock: VirtualClock = VirtualClock()
  ) -> ReplicateSandbox {
    ReplicateSandbox(
      models: Sample.models, deployments: ["studio/fast": "acme/aurora"], pace: pace,
      pageSize: pageSize, clock: clock)
  }

  /// The requests to one endpoint.
  func requests(to endpoint: Endpoint) -> [SandboxRequest<Endpoint>] {
    receivedRequests.filter { $0.endpoint == endpoint }
  }
}

extension CannedAnswer {
  /// A client of a service that answers so, for which waiting takes no time.
  var client: ReplicateClient {
    var configuration = ClientConfiguration.once
    configuration.clock = VirtualClock()
    return ReplicateClient(
      apiKey: APIKey(ReplicateSandbox.apiKey), configuration: configuration.over(self))
  }
}

/// Keeps the requests that pass through it.
actor Recorder: Transport {
  private let transport: any Transport
  private(set) var requests: [TransportRequest] = []

  init(over transport: any Transport) { self.transport = transport }

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    requests.append(request)
    return try await transport.send(request)
  }
}

/// The error that `body` throws.
func mediaError(
  sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> some Any
) async throws -> MediaError {
  var found: (any Error)?
  do { _ = try await body() } catch { found = error }
  return try #require(
    found as? MediaError, "Threw \(String(describing: found)).", sourceLocation: sourceLocation)
}
