import Foundation
import HedraV3
import HedraV3Sandbox
import ServiceTestSupport
import Testing

/// Values that many tests need and that mean nothing by themselves.
enum Sample {
  private static let reference: JSON = [
    "oneOf": [
      [
        "type": "object", "required": ["source", "url"], "additionalProperties": false,
        "properties": [
          "source": ["enum": ["url"]], "url": ["type": "string", "format": "uri"],
        ],
      ],
      [
        "type": "object", "required": ["source", "asset_id"], "additionalProperties": false,
        "properties": ["source": ["enum": ["asset"]], "asset_id": ["type": "string"]],
      ],
    ]
  ]

  private static func reference(to kind: String) -> JSON {
    var schema = reference.object ?? [:]
    schema.set("x-media", kind)
    return .object(schema)
  }

  static let schema: JSON = [
    "type": "object", "additionalProperties": false, "required": ["prompt"],
    "properties": [
      "prompt": ["type": "string", "minLength": 1],
      "num_outputs": ["type": "integer", "minimum": 1, "maximum": 4],
      "images": [
        "type": "array", "maxItems": 2, "x-media": "image", "x-media-max-bytes": 1_000,
        "items": reference,
      ],
      "audio": reference(to: "audio"),
      "voice_id": ["type": "string"],
    ],
  ]

  /// The models that the sample's sandbox offers.
  static let models = [
    ModelRecord.sample("fox", "image"), .sample("fox-video", "video"),
    .sample("fox-voice", "audio"),
  ]

  static func request(
    _ members: JSONObject = [:], to model: ModelRecord = models[0]
  ) throws -> RawRequest {
    var body: JSONObject = ["prompt": "A fox"]
    for (name, value) in members { body[name] = value }
    return try RawRequest(body, to: model)
  }
}

extension ModelRecord {
  fileprivate static func sample(_ name: String, _ type: String) -> ModelRecord {
    var record = ModelRecord(name: name)
    record.object["id"] = .string(name)
    record.object["label"] = .string(name.capitalized)
    record.object["type"] = .string(type)
    record.object["input_schema"] = Sample.schema
    return record
  }
}

/// A request as the generator writes one.
struct Fox: HedraV3Request {
  static let snapshot = ModelSnapshot(embedded: Sample.models[0].json.text())

  var prompt: String
  var images: [MediaReference]?

  init(prompt: String, images: [MediaReference]? = nil) {
    self.prompt = prompt
    self.images = images
  }

  init(from object: JSONObject) throws {
    prompt = try object.required("prompt")
    images = try object.optional("images")
  }

  func encode(to object: inout JSONMembers) {
    object.set("prompt", prompt)
    object.set("images", images)
  }
}

extension HedraV3Sandbox {
  /// A sandbox that offers the samples' models.
  static func ofFoxes(
    balance: Decimal = 10, pace: Pace = Pace(), clock: VirtualClock = VirtualClock()
  ) -> HedraV3Sandbox {
    HedraV3Sandbox(balance: balance, models: Sample.models, pace: pace, clock: clock)
  }

  /// The requests to one endpoint.
  func requests(to endpoint: Endpoint) -> [SandboxRequest<Endpoint>] {
    receivedRequests.filter { $0.endpoint == endpoint }
  }
}

extension CannedAnswer {
  /// A client of a service that answers so, for which waiting takes no time.
  var client: HedraV3Client {
    var configuration = ClientConfiguration.once
    configuration.clock = VirtualClock()
    return client(configuration: configuration)
  }

  func client(configuration: ClientConfiguration) -> HedraV3Client {
    HedraV3Client(
      apiKey: APIKey(HedraV3Sandbox.apiKey), configuration: configuration.over(self))
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
