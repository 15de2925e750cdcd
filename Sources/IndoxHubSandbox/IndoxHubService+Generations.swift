import Foundation
import IndoxHubCore
import TypedMedia
import TypedMediaTesting

extension IndoxHubService {
  /// Members of a request that are not the model's own.
  private static let common = ["model", "provider", "byok_api_key"]
  /// The most that is made at once, which is the sandbox's own: what the service takes is not
  /// documented.
  private static let mostAtOnce = 100
  /// The model that makes a video where none is named.
  private static let usualVideoModel = "veo-3.0-generate-001"

  /// What an image or a video of `model` costs, in credits.
  func cost(of model: ModelRecord) -> Decimal { costs[model.name] ?? Self.usualCost }

  /// Takes a request, if it is one that the model takes and there are credits for it.
  mutating func generate(
    _ type: String, _ body: JSON?, id: String, at now: Duration
  ) throws(IndoxHubRefusal) -> JSON {
    guard case .object(let body)? = body else { throw .badRequest("The body has to be JSON") }
    let name = body["model"]?.string ?? (type == "video" ? Self.usualVideoModel : "")
    guard
      let model = models.first(where: {
        $0.kind == type && ($0.name == name || $0.name.hasSuffix("/\(name)"))
      })
    else { throw .notFound("Model \(name)") }
    try check(body, against: model)
    try checkAccompanying(body)
    let count = try count(in: body)
    let isOwnKey = body["byok_api_key"] != nil
    let cost = isOwnKey ? 0 : cost(of: model) * Decimal(count)
    guard cost <= credits else { throw .insufficientCredits }
    let failure = comingFailures.isEmpty ? nil : comingFailures.removeFirst()
    let isImmediate =
      type == "image" || immediateProviders.contains(IndoxHubModel(model).provider ?? "")
    if isImmediate, let failure {
      throw IndoxHubRefusal(status: 500, message: failure, code: "provider_error")
    }
    credits -= cost
    debits.append((model.name, cost))
    let data: JSON
    if isImmediate {
      data = .array((0..<count).map { result(number: $0, of: body, type, id: id) })
    } else {
      let job = SandboxVideoJob(
        id: newID(), model: model, body: body, submitted: now, createdAt: .now, failure: failure)
      jobs.append(job)
      data = [
        "is_async": true, "job_id": .string(job.id), "status": "pending",
        "provider_video_id": .string("video_\(job.id.suffix(4))"),
      ]
    }
    return .object(
      envelope(id: id, model: model, data: data, cost: cost, usesOwnKey: isOwnKey))
  }

  private func count(in body: JSONObject) throws(IndoxHubRefusal) -> Int {
    guard let asked = body["n"] else { return 1 }
    guard let count = asked.int, (1...Self.mostAtOnce).contains(count) else {
      throw .invalid([
        .init(
          code: "less_than_equal", message: "must be a number from 1 to \(Self.mostAtOnce)",
          field: "n")
      ])
    }
    return count
  }

  private func envelope(
    id: String, model: ModelRecord, data: JSON, cost: Decimal, usesOwnKey: Bool
  ) -> JSONObject {
    var answer: JSONObject = ["request_id": .string(id), "created_at": Date.now.json]
    answer.set("duration_ms", 12.5)
    answer.set("provider", IndoxHubModel(model).provider)
    answer.set("model", model.name)
    answer.set("success", true)
    answer.set("message", "")
    answer["data"] = data
    answer["usage"] = [
      "tokens_prompt": 0, "tokens_completion": 0, "tokens_total": 0, "request_count": 1,
      "cost": (cost / 1_000).json, "latency": 12.5, "timestamp": Date.now.json,
      "cache_read_tokens": 0, "cache_write_tokens": 0, "reasoning_tokens": 0,
      "web_search_count": 0, "cost_breakdown": [:],
    ]
    answer["raw_response"] = .null
    answer.set("byok_api_key", usesOwnKey)
    return answer
  }

  private func result(number: Int, of body: JSONObject, _ type: String, id: String) -> JSON {
    let media = type == "image" ? SampleMedia.image : .video
    if body["response_format"]?.string == "b64_json" {
      return ["b64_json": .string(media.data.base64EncodedString())]
    }
    let url = "https://\(Self.fileHost)/\(id)-\(number).\(media.fileExtension)"
    return type == "image" ? ["url": .string(url), "b64_json": .null] : ["url": .string(url)]
  }

  /// Checks the members that accompany a request to any model.
  func checkAccompanying(_ body: JSONObject) throws(IndoxHubRefusal) {
    for key in Self.common {
      guard let value = body[key], value.string == nil else { continue }
      throw .invalid([.init(code: "string_type", message: "must be a string", field: key)])
    }
  }

  /// Checks the members that are the model's own: they must be in its schema, and keep to it.
  func check(
    _ body: JSONObject, against model: ModelRecord
  ) throws(IndoxHubRefusal) {
    var own = body
    for key in Self.common { own[key] = nil }
    let details = model.fieldErrors(in: own, unknown: "extra_forbidden", invalid: "value_error")
    if !details.isEmpty { throw .invalid(details) }
  }
}
