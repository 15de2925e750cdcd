import Foundation
import TypedMedia
import TypedMediaTesting

/// One generation in a sandbox.
struct SandboxAsset: Sendable {
  let id: String
  let model: ModelRecord
  let body: JSONObject
  let cost: Decimal
  let submitted: Duration
  let createdAt: Date
  /// The reason why there will be no result; `nil` when there will be one.
  let failure: JobFailure?
  /// Tells whether the credits of a failure were given back.
  var isRefunded = false

  /// The file that it becomes.
  var media: SampleMedia { model.kind == "image" ? .image : .video }

  var url: String { "https://\(HooxService.fileHost)/assets/\(id).\(media.fileExtension)" }

  func status(at now: Duration, pace: HooxSandbox.Pace) -> String {
    if now - submitted < pace.pending { return "pending" }
    if now - submitted < pace.pending + pace.generating { return "generating" }
    return failure == nil ? "completed" : "failed"
  }
}

extension HooxService {
  /// Members of a request that are not the model's own.
  private static let common = [
    "type", "model", "parent_media_id", "avatar_description", "webhook_url", "folder_id",
    "file_name",
  ]

  /// Takes a request, if it is one that the model takes and there are credits for it.
  mutating func start(_ body: JSON?, at now: Duration) throws(HooxRefusal) -> JSON {
    guard case .object(let body)? = body else { throw .invalid(nil, "The body must be JSON") }
    guard let name = body["model"]?.string else { throw .invalid("model", "model is required") }
    guard let model = models.first(where: { $0.name == name }) else {
      throw .invalid("model", "Unknown model \(name)")
    }
    guard body["type"]?.string == model.kind else {
      throw .invalid("type", "type must be \(model.kind ?? "that of the model")")
    }
    try check(body, against: model)
    try checkAccompanying(body)
    let count = body["generation_count"]?.int ?? 1
    // Documented of every model, whatever a record says.
    guard (1...4).contains(count) else {
      throw .invalid("generation_count", "generation_count must be a number from 1 to 4")
    }
    let cost = cost(of: model, duration: body["duration"]?.int)
    guard cost * Decimal(count) <= credits else { throw .insufficientCredits }
    credits -= cost * Decimal(count)
    let ids = (0..<count).map { _ in
      let failure = comingFailures.isEmpty ? nil : comingFailures.removeFirst()
      let asset = SandboxAsset(
        id: newID(), model: model, body: body, cost: cost, submitted: now, createdAt: .now,
        failure: failure)
      assets[asset.id] = asset
      return asset.id
    }
    var answer: JSONObject = ["asset_ids": ids.json, "status": "generating"]
    answer.set("count", count)
    answer.set("cost_per_generation", cost)
    answer.set("total_cost", cost * Decimal(count))
    return .object(answer)
  }

  /// Checks the members that are the model's own: they must be in its schema, and keep to it.
  private func check(_ body: JSONObject, against model: ModelRecord) throws(HooxRefusal) {
    var own = body
    for key in Self.common { own[key] = nil }
    let details = model.fieldErrors(in: own, unknown: "invalid_value", invalid: "invalid_value")
    if !details.isEmpty { throw .invalid(details) }
  }

  /// Checks the members that accompany a request to any model.
  private func checkAccompanying(_ body: JSONObject) throws(HooxRefusal) {
    for key in ["parent_media_id", "avatar_description", "webhook_url", "folder_id", "file_name"] {
      if let value = body[key], value.string == nil {
        throw .invalid(key, "\(key) must be a string")
      }
    }
    if let address = body["webhook_url"]?.string,
      !["http", "https"].contains(URL(string: address)?.scheme?.lowercased())
    {
      throw .invalid("webhook_url", "webhook_url must be a URL")
    }
    // What is grouped under a parent is in the parent's folder.
    guard body["parent_media_id"] == nil, let folder = body["folder_id"]?.string else { return }
    guard folders.contains(where: { $0["id"]?.string == folder && $0["type"] == "assets" }) else {
      throw .invalid("folder_id", "folder_id is not a folder of assets")
    }
  }

  /// Gives back the credits of what has failed by now.
  mutating func settle(at now: Duration) {
    for (id, asset) in assets
    where !asset.isRefunded && asset.failure != nil && asset.status(at: now, pace: pace) == "failed"
    {
      credits += asset.cost
      assets[id]?.isRefunded = true
    }
    for index in looks.indices
    where !looks[index].isRefunded && looks[index].status(at: now, pace: pace) == "failed" {
      credits += looks[index].cost
      looks[index].isRefunded = true
    }
  }

  func status(of id: String, at now: Duration) throws(HooxRefusal) -> JSON {
    guard let asset = assets[id] else { throw .notFound("Asset") }
    let status = asset.status(at: now, pace: pace)
    var answer: JSONObject = ["asset_id": .string(id), "status": .string(status)]
    answer.set("type", asset.model.kind)
    if status == "completed" {
      answer.set("url", asset.url)
      if asset.media.duration != nil { answer.set("thumbnail_url", thumbnailURL(of: asset)) }
      answer.set("width", asset.media.width)
      answer.set("height", asset.media.height)
      answer.set("duration_seconds", asset.media.duration.map { $0 / .seconds(1) })
    }
    answer.set("cost", asset.cost)
    answer.set("created_at", asset.createdAt)
    var parameters = JSONObject()
    for key in ["model", "prompt", "aspect_ratio", "resolution", "duration"] {
      parameters[key] = asset.body[key]
    }
    answer["generation_params"] = .object(parameters)
    if status == "failed", let failure = asset.failure { answer["error"] = Self.error(failure) }
    return .object(answer)
  }

  func webhookURL(of id: String) -> URL? {
    (assets[id]?.body["webhook_url"]?.string ?? look(withID: id)?.webhook)
      .flatMap { URL(string: $0) }
  }

  func webhookPayload(for id: String, at now: Duration) -> JSON? {
    guard let asset = assets[id] else {
      return look(withID: id).flatMap { webhookPayload(for: $0, at: now) }
    }
    let status = asset.status(at: now, pace: pace)
    var payload: JSONObject = [
      "task": "asset_generation", "asset_id": .string(id), "status": .string(status),
    ]
    switch (status, asset.failure) {
    case ("failed", let failure?): payload["error"] = Self.error(failure)
    case ("completed", _):
      var result: JSONObject = ["asset_url": .string(asset.url)]
      result.set("asset_type", asset.model.kind)
      result.set("width", asset.media.width)
      result.set("height", asset.media.height)
      result.set("duration_seconds", asset.media.duration.map { $0 / .seconds(1) })
      payload["result"] = .object(result)
    default: return nil
    }
    return .object(payload)
  }

  /// The file at an address that an answer gave.
  func file(_ call: HooxCall) -> TransportResponse {
    let parts = call.subject.split(separator: ".").map(String.init)
    guard let id = parts.first, let fileExtension = parts.last else {
      return TransportResponse(status: 404)
    }
    if let asset = assets[id] {
      return TransportResponse(fileExtension == "png" ? SampleMedia.image : asset.media)
    }
    let isKnown =
      (avatars.map(\.id) + looks.map(\.id) + Self.voices.compactMap { $0["id"]?.string }).contains(
        id)
    let samples = [SampleMedia.image, .video, .audio]
    guard isKnown, let sample = samples.first(where: { $0.fileExtension == fileExtension }) else {
      return TransportResponse(status: 404)
    }
    return TransportResponse(sample)
  }

  private func thumbnailURL(of asset: SandboxAsset) -> String {
    "https://\(Self.fileHost)/assets/\(asset.id).png"
  }

  static func error(_ failure: JobFailure) -> JSON {
    var error = JSONObject()
    error.set("code", failure.code)
    error.set("message", failure.message)
    return .object(error)
  }
}
