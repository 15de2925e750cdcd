import Foundation
import TypedMedia
import TypedMediaTesting

/// What the platform knows of models, prices and keys.
extension FalService {
  func listModels(_ call: FalCall) -> TransportResponse {
    let wanted = models.filter { call.models.isEmpty || call.models.contains($0.name) }
    let pageSize = max(call.query["limit"].flatMap { Int($0) } ?? 50, 1)
    let page = call.query["cursor"].flatMap { Int($0) } ?? 0
    let start = min(page * pageSize, wanted.count)
    let end = min(start + pageSize, wanted.count)
    let records = wanted[start..<end].map { model in
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
        "models": .array(Array(records)), "has_more": .bool(end < wanted.count),
        "next_cursor": end < wanted.count ? .string(String(page + 1)) : .null,
      ])
  }

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
