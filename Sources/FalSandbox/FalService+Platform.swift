import Foundation
import TypedMedia
import TypedMediaTesting

/// What the platform knows of models, prices and keys.
extension FalService {
  func listModels(_ call: FalCall) -> TransportResponse {
    let wanted = models.filter { call.models.isEmpty || call.models.contains($0.name) }
    guard let page = Self.page(of: wanted, call) else { return Self.invalidPage }
    let records = page.elements.map { model in
      var record: JSONObject = [
        "endpoint_id": .string(model.name),
        "metadata": Self.metadata(of: model),
      ]
      if call.query["expand"] == "openapi-3.0" { record["openapi"] = Self.document(of: model) }
      return JSON.object(record)
    }
    return TransportResponse(
      status: 200,
      json: [
        "models": .array(records), "has_more": .bool(page.next != nil),
        "next_cursor": page.next.map { .string($0) } ?? .null,
      ])
  }

  /// The page of a list that a call asks for by its `cursor` and its `limit`, and the cursor of the
  /// next; `nil` where these are no numbers of pages and of what is on them.
  private static func page<Element>(
    of list: [Element], _ call: FalCall
  ) -> (elements: ArraySlice<Element>, next: String?)? {
    guard let limit = Int(call.query["limit"] ?? "50"), limit >= 1,
      let number = Int(call.query["cursor"] ?? "0"), number >= 0
    else { return nil }
    let size = min(limit, largestPage)
    // What is behind the end is, however far, a page without anything on it.
    let start = number > list.count ? list.count : min(number * size, list.count)
    let end = min(start + size, list.count)
    return (list[start..<end], end < list.count ? String(number + 1) : nil)
  }

  /// How many are on a page, however many are asked for.
  private static let largestPage = 100

  /// The answer to a call for a page that there cannot be.
  private static let invalidPage = TransportResponse(
    status: 400,
    json: ["error": ["type": "validation_error", "message": "Invalid request parameters"]])

  /// What the platform says of a model beside its calls: what it always says.
  private static func metadata(of model: ModelRecord) -> JSON {
    let page = JSON.string("https://fal.ai/models/\(model.name)")
    return [
      "display_name": .string(model.label ?? model.name), "status": "active",
      "category": .string("text-to-\(model.kind ?? "image")"), "kind": "inference",
      "description": "", "tags": ["sandbox"], "date": "2026-01-01T00:00:00Z",
      "updated_at": "2026-01-01T00:00:00Z", "is_favorited": false, "model_url": page,
      "thumbnail_url": .string("https://\(fileHost)/thumbnail.png"), "highlighted": false,
      "pinned": false,
    ]
  }

  /// The document of a model's calls, with its schemas where the service has them.
  private static func document(of model: ModelRecord) -> JSON {
    var schemas = JSONObject()
    schemas.addComponent(model.inputSchema, named: "Input")
    schemas.addComponent(model.outputSchema, named: "Output")
    func content(_ name: String) -> JSON {
      [
        "content": [
          "application/json": ["schema": ["$ref": .string("#/components/schemas/\(name)")]]
        ]
      ]
    }
    return [
      "openapi": "3.0.4",
      "info": ["x-fal-metadata": ["endpointId": .string(model.name)]],
      "paths": [
        "/\(model.name)": ["post": ["requestBody": content("Input")]],
        "/\(model.name)/requests/{request_id}": ["get": ["responses": ["200": content("Output")]]],
      ],
      "components": ["schemas": .object(schemas)],
    ]
  }

  /// The requests that have ended, the last first.
  func listRequests(_ call: FalCall, at now: Duration) -> TransportResponse {
    guard !call.models.isEmpty else { return Self.invalidPage }
    func time(_ name: String) -> Date? {
      call.query[name].flatMap { try? Date(json: .string($0)) }
    }
    let (from, until) = (time("start"), time("end"))
    let found = jobs.values.filter { job in
      let end = date(at: end(of: job))
      return call.models.contains(job.model.name) && word(of: job, at: now) == "COMPLETED"
        && call.query["request_id"].map { $0 == job.id } ?? true
        && from.map { end >= $0 } ?? true && until.map { end < $0 } ?? true
    }
    guard let page = Self.page(of: found.sorted { $0.id > $1.id }, call) else {
      return Self.invalidPage
    }
    let records = page.elements.map {
      record(of: $0, hasPayloads: call.query["expand"] == "payloads")
    }
    return TransportResponse(
      status: 200,
      json: [
        "items": .array(records), "has_more": .bool(page.next != nil),
        "next_cursor": page.next.map { .string($0) } ?? .null,
      ])
  }

  private func record(of job: Job, hasPayloads: Bool) -> JSON {
    let status = job.cancelled == nil ? job.failure?.status ?? 200 : 499
    var record: JSONObject = [
      "request_id": .string(job.id), "endpoint_id": .string(job.model.name),
      "sent_at": date(at: job.submitted).json, "started_at": date(at: job.submitted).json,
      "ended_at": date(at: end(of: job)).json, "status_code": status.json,
      "duration": ((end(of: job) - job.submitted) / .seconds(1)).json,
    ]
    if hasPayloads, job.storesPayload {
      record["json_input"] = .object(job.input)
      if status == 200 { record["json_output"] = job.output }
    }
    return .object(record)
  }

  private func end(of job: Job) -> Duration {
    job.cancelled ?? job.submitted + pace.queued + pace.working
  }

  private func date(at time: Duration) -> Date { start.addingTimeInterval(time / .seconds(1)) }

  func listPrices(_ call: FalCall) -> TransportResponse {
    let known = call.models.filter { name in models.contains { $0.name == name } }
    let prices = known.map { name -> JSON in
      ["endpoint_id": .string(name), "unit_price": 0.05, "unit": "image", "currency": "USD"]
    }
    return TransportResponse(
      status: 200, json: ["prices": .array(prices), "has_more": false, "next_cursor": .null])
  }

  func estimate(_ call: FalCall) -> TransportResponse {
    let quantities = call.body?["endpoints"]?.object?.values.compactMap { endpoint in
      (endpoint["unit_quantity"] ?? endpoint["call_quantity"])?.decimal
    }
    guard let quantities, !quantities.isEmpty, let type = call.body?["estimate_type"] else {
      return Self.refusal(422, "value_error", "endpoints is required")
    }
    let cost = quantities.reduce(0, +) / 20
    return TransportResponse(
      status: 200,
      json: ["estimate_type": type, "total_cost": .number(JSONNumber(cost)), "currency": "USD"])
  }

  var keys: TransportResponse {
    let text = publicKey.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
    return TransportResponse(
      status: 200, json: ["keys": [["kty": "OKP", "crv": "Ed25519", "x": .string(text)]]])
  }
}
