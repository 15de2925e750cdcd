import Foundation
import Hedra
import HedraSandbox
import ServiceTestSupport

/// Values that many tests need and that mean nothing by themselves.
enum Sample {
  static let modelID = "d1dd37a3-e39a-4854-a298-6510289f9cf2"
  static let asset = "6b29fc40-ca47-4067-b31d-00dd010662da"
  static let first = UUID(uuid: (1, 1, 1, 1, 1, 1, 0x41, 1, 0x81, 1, 1, 1, 1, 1, 1, 1))
  static let second = UUID(uuid: (2, 2, 2, 2, 2, 2, 0x42, 2, 0x82, 2, 2, 2, 2, 2, 2, 2))

  /// A model as the service describes it, with the schema of a request.
  static let record: JSON = [
    "id": .string(modelID), "name": "Fox Video", "description": "Foxes.", "type": "video",
    "aspect_ratios": ["16:9", "9:16"], "resolutions": ["540p", "1080p"], "durations": ["5", "8"],
    "requires_start_frame": false, "requires_end_frame": false, "requires_audio_input": false,
    "requires_input_video": false, "requires_character_orientation": false,
    "max_duration_ms": 8_000, "custom_resolution": true,
    "price_details": ["credit_cost": 7, "unit_scale": 1, "billing_unit": "second"],
    "pricing": [
      "base_cost": nil, "credits_per_second": 7,
      "modifiers": ["resolution": ["540p": 0.5, "1080p": 3.0]],
    ],
    "dimensions": ["16:9": ["540p": ["width": 960, "height": 540]]],
    "logo_url": "https://example.com/fox.svg", "premium": false, "display_order": 3,
    "input_schema": [
      "type": "object",
      "required": ["type", "ai_model_id", "generated_video_inputs"],
      "properties": [
        "type": ["const": "video"], "ai_model_id": ["const": .string(modelID)],
        "batch_size": ["type": "integer", "minimum": 1, "maximum": 8],
        "start_keyframe_id": ["type": "string"], "audio_id": ["type": "string"],
        "generated_video_inputs": [
          "type": "object",
          "required": ["text_prompt"],
          "properties": [
            "text_prompt": ["type": "string", "minLength": 1],
            "resolution": ["enum": ["540p", "1080p"]],
            "duration_ms": ["type": "integer", "maximum": 8_000],
          ],
        ],
      ],
    ],
  ]

  static var model: ModelRecord { FoxVideo.model }

  /// A request that there is no type for, to a model of which nothing is known.
  static func request(_ body: JSONObject) throws -> RawRequest {
    try RawRequest(
      body, to: ModelRecord(json: ["name": "any", "input_schema": ["type": "object"]]))
  }

  /// The smallest request for an image.
  static func image(batchSize: Int? = nil) throws -> RawRequest {
    var body: JSONObject = [
      "type": "image", "text_prompt": "A fox", "ai_model_id": .string(asset),
    ]
    body.set("batch_size", batchSize)
    return try request(body)
  }
}

/// A request as the generator writes one.
struct FoxVideo: HedraRequest {
  static let snapshot = ModelSnapshot(embedded: Sample.record.text())

  var textPrompt: String
  var resolution: String?
  var duration: Int?
  var batchSize: Int?

  init(
    textPrompt: String, resolution: String? = nil, duration: Int? = nil, batchSize: Int? = nil
  ) {
    self.textPrompt = textPrompt
    self.resolution = resolution
    self.duration = duration
    self.batchSize = batchSize
  }

  init(from object: JSONObject) throws {
    let inputs: JSON = try object.required("generated_video_inputs")
    textPrompt = try (inputs.object ?? [:]).required("text_prompt")
    resolution = inputs["resolution"]?.string
    duration = inputs["duration_ms"]?.int
    batchSize = try object.optional("batch_size")
  }

  func encode(to object: inout JSONMembers) {
    var inputs: JSONObject = ["text_prompt": .string(textPrompt)]
    inputs.set("resolution", resolution)
    inputs.set("duration_ms", duration)
    object.set("type", "video")
    object.set("ai_model_id", Sample.modelID)
    object.set("generated_video_inputs", JSON.object(inputs))
    object.set("batch_size", batchSize)
  }
}

extension HedraSandbox {
  /// A sandbox that offers the sample's model.
  static func ofFoxes(
    credits: Decimal = 1_000, pace: Pace = Pace(), saysWhereImagesAre: Bool = true,
    clock: VirtualClock = VirtualClock()
  ) -> HedraSandbox {
    HedraSandbox(
      credits: credits, models: [Sample.model], pace: pace, saysWhereImagesAre: saysWhereImagesAre,
      clock: clock)
  }

  /// The body of the last request that arrived.
  var lastBody: JSON? { receivedRequests.last?.body }

  /// The requests to one endpoint.
  func requests(to endpoint: Endpoint) -> [SandboxRequest<Endpoint>] {
    receivedRequests.filter { $0.endpoint == endpoint }
  }
}

extension CannedAnswer {
  /// A client of a service that answers so, for which waiting takes no time.
  var client: HedraClient {
    var configuration = ClientConfiguration.once
    configuration.clock = VirtualClock()
    return client(configuration: configuration)
  }

  func client(configuration: ClientConfiguration) -> HedraClient {
    HedraClient(apiKey: APIKey(HedraSandbox.apiKey), configuration: configuration.over(self))
  }
}
