import Fal
import FalTestModels
import Foundation
import ServiceTestSupport

extension CoverageReadings {
  /// The readings of fal's answers.
  static func ofFal() async throws -> [String: Reading] {
    var all = CoverageReadings()
    try await all.readSubmission()
    try await all.readStatus()
    try await all.readResults()
    try await all.readPrices()
    try await all.readRequests()
    try await all.readPlaces()
    try await all.readErrors()
    return all.readings
  }

  private static let request = "queue.fal.run/{model}/requests/{request_id}"

  private func client(
    status: Int = 200, headers: HeaderFields = [:], _ answer: JSON
  ) -> FalClient {
    CannedAnswer(status: status, headers: headers, body: answer.text()).fal
  }

  private mutating func readSubmission() async throws {
    let answer: JSON = [
      "request_id": "r", "status_url": "https://queue.fal.run/a/b/requests/r/status",
      "queue_position": 7,
    ]
    let sent = try await client(answer).submit(Pebble(prompt: "A fox"))
    let call = "POST queue.fal.run/{model}"
    add(call, "request_id", "Submission.job", sent.job.id, of: answer)
    add(call, "status_url", "JobHandle.statusURL", sent.job.handle.statusURL, of: answer)
    add(call, "queue_position", "Submission.queuePosition", sent.queuePosition, of: answer)
  }

  private mutating func readStatus() async throws {
    let answer: JSON = [
      "request_id": "r", "status": "COMPLETED", "queue_position": 3,
      "response_url": "https://queue.fal.run/a/b/requests/r", "error": "No.", "error_type": "t",
      "metrics": ["inference_time": 2.5],
      "logs": [
        ["message": "m", "timestamp": "2026-11-21T10:00:00Z", "level": "INFO", "source": "USER"]
      ],
    ]
    let handle = JobHandle(service: "fal", model: "a/b", id: "r")
    let status = try await client(answer).report(on: handle)
    let line = status.logs.first
    let values: [(String, String, JSON?)] = [
      ("request_id", "requestID", status.requestID.json), ("status", "word", status.word.json),
      ("queue_position", "queuePosition", status.queuePosition?.json),
      ("response_url", "responseURL", status.responseURL?.json),
      ("logs[].message", "LogLine.message", line?.message.json),
      ("logs[].timestamp", "LogLine.timestamp", line?.timestamp?.json),
      ("logs[].level", "LogLine.level", line?.level?.json),
      ("logs[].source", "LogLine.source", line?.source?.json),
      (
        "metrics.inference_time", "inferenceTime",
        status.inferenceTime.map { ($0 / .seconds(1)).json }
      ),
      ("error", "error", status.error?.json), ("error_type", "errorType", status.errorType?.json),
    ]
    for (field, name, value) in values {
      add("GET \(Self.request)/status", field, "FalStatus.\(name)", value, of: answer)
    }
    let cancelled: JSON = ["status": "CANCELLATION_REQUESTED"]
    add(
      "PUT \(Self.request)/cancel", "status", "FalClient.cancel",
      try await client(cancelled).cancel(handle), of: cancelled)
  }

  private mutating func readResults() async throws {
    let answer: JSON = [
      "images": [
        [
          "url": "https://a.b/c.png", "content_type": "image/png", "file_name": "c.png",
          "file_size": 9, "width": 8, "height": 6, "duration": 1.5, "fps": 24.5,
        ]
      ]
    ]
    let result = try await client(answer)
      .run(RawRequest(["prompt": "A fox"], to: Pebble.model)).job.result()
    let file = result.files.first
    let values: [(String, String, JSON?)] = [
      ("url", "url", file?.url.json), ("content_type", "contentType", file?.contentType?.json),
      ("file_name", "name", file?.name?.json),
      ("file_size", "size", file?.size.map { Int($0).json }),
      ("width", "width", file?.width?.json), ("height", "height", file?.height?.json),
      ("duration", "duration", file?.duration.map { ($0 / .seconds(1)).json }),
      ("fps", "framesPerSecond", file?.framesPerSecond?.json),
    ]
    let member = answer["images"]?.array?.first ?? .null
    for (field, name, value) in values {
      add("a file of an output", field, "MediaFile.\(name)", value, of: member)
    }
  }

  private mutating func readPrices() async throws {
    let answer: JSON = [
      "prices": [["endpoint_id": "a/b", "unit_price": 0.05, "unit": "image", "currency": "EUR"]]
    ]
    let price = try await client(answer).unitPrices(of: ["a/b"]).first
    let values: [(String, String, JSON?)] = [
      ("endpoint_id", "model", price?.model.json), ("unit_price", "cost", price?.cost.json),
      ("unit", "unit", price?.unit.json), ("currency", "currency", price?.currency.json),
    ]
    for (field, name, value) in values {
      add("GET models/pricing", "prices[].\(field)", "FalUnitPrice.\(name)", value, of: answer)
    }
    let estimate: JSON = ["total_cost": 1.5, "currency": "EUR"]
    let cost = try await client(estimate).estimate(3, of: "a/b")
    let call = "POST models/pricing/estimate"
    add(call, "total_cost", "Cost.amount", cost.amount, of: estimate)
    add(call, "currency", "Cost.unit", cost.unit, of: estimate)
  }

  private mutating func readRequests() async throws {
    let answer: JSON = [
      "items": [
        [
          "request_id": "r", "endpoint_id": "a/b", "sent_at": "2026-11-21T10:00:00Z",
          "started_at": "2026-11-21T10:00:01Z", "ended_at": "2026-11-21T10:00:02Z",
          "status_code": 200, "duration": 1.5, "json_input": ["prompt": "p"],
          "json_output": ["seed": 7],
        ]
      ], "has_more": false, "next_cursor": nil,
    ]
    let request = try await client(answer).requests(to: ["a/b"]).first { _ in true }
    let values: [(String, String, JSON?)] = [
      ("request_id", "id", request?.id.json), ("endpoint_id", "model", request?.model?.json),
      ("sent_at", "sentAt", request?.sentAt?.json),
      ("started_at", "startedAt", request?.startedAt?.json),
      ("ended_at", "endedAt", request?.endedAt?.json),
      ("status_code", "statusCode", request?.statusCode?.json),
      ("duration", "duration", request?.duration.map { ($0 / .seconds(1)).json }),
      ("json_input", "input", request?.input), ("json_output", "output", request?.output),
    ]
    for (field, name, value) in values {
      add(
        "GET models/requests/by-endpoint", "items[].\(field)", "FalRequestRecord.\(name)", value,
        of: answer)
    }
  }

  /// Lists, keys and places of files, of which Swift has the ends alone.
  private mutating func readPlaces() async throws {
    let keys: JSON = ["keys": [["x": "AAEC_w"]]]
    let key = try await client(keys).webhookKeys().first
    add(
      "GET rest.fal.ai/.well-known/jwks.json", "keys[].x", "FalClient.webhookKeys()",
      key?.base64EncodedString(), of: keys, expecting: "AAEC/w==")
    let model: JSON = [
      "models": [
        [
          "endpoint_id": "a/b", "metadata": ["display_name": "B", "category": "text-to-video"],
          "openapi": [
            "openapi": "3.0.4",
            "paths": [
              "/a/b": [
                "post": [
                  "requestBody": [
                    "content": ["application/json": ["schema": ["type": "object"]]]
                  ]
                ]
              ]
            ],
          ],
        ]
      ], "has_more": false, "next_cursor": nil,
    ]
    let record = try await client(model).model("a/b")
    add("GET models", "models[].endpoint_id", "ModelRecord.name", record.name, of: model)
    add(
      "GET models", "models[].metadata.display_name", "ModelRecord.label", record.label, of: model)
    add(
      "GET models", "models[].metadata.category", "ModelRecord.kind", record.kind, of: model,
      expecting: "video")
    add(
      "GET models", "models[].openapi.openapi",
      "ModelRecord.inputSchema, ModelRecord.outputSchema", record.inputSchema?["type"], of: model,
      expecting: "object")
  }

  private mutating func readErrors() async throws {
    let call = "any call that is refused"
    func error(_ answer: JSON) async throws -> MediaError {
      try await caught { try await client(status: 400, answer).unitPrices(of: []) }
    }
    let text: JSON = ["detail": "No.", "error_type": "t"]
    add(call, "detail", "MediaError.message", try await error(text).message, of: text)
    add(call, "error_type", "MediaError.serviceCode", try await error(text).serviceCode, of: text)
    let list: JSON = ["detail": [["loc": ["body", "seed"], "msg": "m", "type": "t"]]]
    let field = try await error(list).fieldErrors.first
    add(
      call, "detail[].loc", "MediaError.fieldErrors", field?.field, of: list, expecting: "seed")
    add(call, "detail[].msg", "MediaError.fieldErrors", field?.message, of: list)
    add(call, "detail[].type", "MediaError.fieldErrors", field?.code, of: list)
    let unknown: JSON = ["status": "NOT_FOUND"]
    add(call, "status", "MediaError.serviceCode", try await error(unknown).serviceCode, of: unknown)
    let platform: JSON = ["error": ["type": "t", "message": "m", "request_id": "r"]]
    let refusal = try await error(platform)
    add(call, "error.message", "MediaError.message", refusal.message, of: platform)
    add(call, "error.type", "MediaError.serviceCode", refusal.serviceCode, of: platform)
    add(call, "error.request_id", "MediaError.requestID", refusal.requestID, of: platform)
  }
}

extension CannedAnswer {
  /// A client of a service that answers so.
  var fal: FalClient {
    FalClient(apiKey: APIKey("id:secret"), configuration: .once.over(self))
  }
}
