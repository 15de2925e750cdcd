import Foundation
import HedraCore
import TypedMedia
import TypedMediaTesting

/// What is wrong with a request for a generation.
extension HedraService {
  /// The members that accompany a request of any kind.
  private static let accompanying = [
    "workspace_id", "agent_thread_id", "generation_id", "generation_ids", "reserved_asset_id",
    "reserved_asset_ids", "batch_generation_id",
  ]

  /// The members that name a model.
  private static let naming = [
    "model_slug", "ai_model_id", "audio_generation_model_id", "video_generation_model_id",
    "model_id",
  ]

  private static let types: [JSON] = ModelRecord.HedraKind.allCases.filter { !$0.isRetired }
    .map { .string($0.rawValue) }

  /// What is documented of every request.
  private static let anyRequest: ModelRecord = {
    let text: JSON = ["type": ["string", "null"]]
    let pattern: JSON = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$"
    let id: JSON = ["type": ["string", "null"], "pattern": pattern]
    let ids: JSON = [
      "type": ["array", "null"], "items": ["type": "string", "pattern": pattern],
    ]
    var record = ModelRecord(name: "any request")
    record.object["input_schema"] = [
      "type": "object",
      "properties": [
        "type": ["enum": .array(types)],
        "workspace_id": text, "agent_thread_id": id, "generation_id": id,
        "generation_ids": ids, "reserved_asset_id": id, "reserved_asset_ids": ids,
        "batch_generation_id": ["type": ["string", "null"], "maxLength": 64],
        "name": ["type": ["string", "null"], "maxLength": 255],
        "model_slug": text, "ai_model_id": id, "reference_audio_ids": ids,
        "reference_image_ids": ids, "reference_video_ids": ids,
        "batch_size": ["type": "integer", "minimum": 1, "maximum": 8],
      ],
    ]
    return record
  }()

  /// Checks a request, and returns the IDs that it brings; empty when it brings none.
  func check(_ body: JSONObject) throws(HedraRefusal) -> [String] {
    var common = body
    for (key, _) in body where Self.anyRequest.inputSchema?["properties"]?[key] == nil {
      common[key] = nil
    }
    var errors = Self.anyRequest.fieldErrors(
      in: common, unknown: "extra_forbidden", invalid: "value_error")
    if errors.isEmpty { errors = idErrors(in: body, "generation_id") }
    if errors.isEmpty { errors = idErrors(in: body, "reserved_asset_id") }
    if errors.isEmpty { errors = unknownModelErrors(in: body) }
    if errors.isEmpty { errors = modelErrors(in: body) }
    guard errors.isEmpty else { throw .invalid(errors) }
    return body.ids("generation_id").map { $0.lowercased() }
  }

  /// What is wrong with the IDs that a request brings, in `key` for one and with an `s` for several.
  private func idErrors(in body: JSONObject, _ key: String) -> [MediaError.FieldError] {
    let several = body[key + "s"].flatMap { $0.isNull ? nil : $0.array }
    guard let several else { return [] }
    if body[key].map({ !$0.isNull }) == true {
      return [.init(message: "is exclusive with \(key)s", field: key)]
    }
    guard several.count == body["batch_size"]?.int ?? 1, Set(several).count == several.count else {
      return [.init(message: "must have one ID for each of batch_size", field: key + "s")]
    }
    return []
  }

  /// That the model which a request names is none of those that the sandbox offers. Where it offers none that
  /// makes such things, any is taken: the snapshots have not all of the service's models.
  private func unknownModelErrors(in body: JSONObject) -> [MediaError.FieldError] {
    guard let name = HedraModel.name(in: body), let type = body["type"] else { return [] }
    let named = models.filter { !$0.isKind }
    guard named.contains(where: { $0.inputSchema?["properties"]?["type"]?["const"] == type }),
      !named.contains(where: { HedraModel($0).isCalled(name) })
    else { return [] }
    let key = Self.naming.first { body.string($0) == name } ?? "model_slug"
    return [.init(code: "value_error", message: "is no model", field: key)]
  }

  /// In what a request breaks the schema of its model. Where several fit, it has to keep to one.
  private func modelErrors(in body: JSONObject) -> [MediaError.FieldError] {
    var own = body
    for key in Self.accompanying { own[key] = nil }
    let errors = models(for: body).map {
      $0.fieldErrors(
        in: Self.counting(Self.naming(own, as: $0), for: $0), unknown: "extra_forbidden",
        invalid: "value_error")
    }
    return errors.min { $0.count < $1.count } ?? []
  }

  /// The request with its model named as the model's schema does, which is by the slug or the ID: the service
  /// takes either.
  private static func naming(_ body: JSONObject, as model: ModelRecord) -> JSONObject {
    guard !model.isKind else { return body }
    var named = body
    for key in naming {
      named[key] = nil
      if let constant = model.inputSchema?["properties"]?[key]?["const"] { named[key] = constant }
    }
    return named
  }

  /// The members that count, of those of which one is documented to come before another: a sound that is
  /// there before speech to make, and images to refer to before the keyframes by ID.
  private static func counting(_ body: JSONObject, for model: ModelRecord) -> JSONObject {
    guard body["type"] == "video" else { return body }
    var counting = body
    if body.hasMembers("audio_id") { counting["audio_generation"] = nil }
    guard body.hasMembers("reference_image_ids") else { return counting }
    if model.inputSchema?["properties"]?["reference_image_ids"] == nil {
      // The member is documented of any video; what the model has to have, it still needs.
      counting["reference_image_ids"] = nil
    } else {
      counting["start_keyframe_id"] = nil
      counting["end_keyframe_id"] = nil
    }
    return counting
  }

  /// The models that a request is to, by the name that it gives, else those that stand for any of its type;
  /// empty when it is to none of the catalog's.
  private func models(for body: JSONObject) -> [ModelRecord] {
    let fitting = models.filter {
      Self.admits($0.inputSchema?["properties"]?["type"] ?? [:], body["type"])
    }
    let name = HedraModel.name(in: body)
    let named = fitting.filter { model in
      name.map { HedraModel(model).isCalled($0) } ?? false
    }
    return named.isEmpty ? fitting.filter(\.isKind) : named
  }

  /// Tells whether a schema of one word lets a value through, or a value that is missing.
  private static func admits(_ schema: JSON, _ value: JSON?) -> Bool {
    guard let value = value ?? schema["default"] else { return true }
    if let only = schema["const"] { return only == value }
    return schema["enum"]?.array?.contains(value) ?? true
  }
}

extension ModelRecord {
  /// Whether it stands for all models that do one thing.
  var isKind: Bool { object["id"]?.string == nil && object["slug"]?.string == nil }
}

extension JSONObject {
  /// The request with what the service takes where nothing is sent
  /// (https://www.hedra.com/docs/api-reference/public/generate-asset).
  var withDefaults: JSONObject {
    var body = self
    if body["type"] == nil { body["type"] = "video" }
    if body["batch_size"] == nil, ["video", "image", "image_to_image"].contains(body["type"]) {
      body["batch_size"] = 1
    }
    guard body["type"] == "video", HedraModel.name(in: body) == nil else { return body }
    // Null is what was sent for nothing.
    if body["ai_model_id"]?.isNull != false { body["ai_model_id"] = Self.usualVideoModel }
    return body
  }

  private static let usualVideoModel =
    ModelRecord.hedra(.video).inputSchema?["properties"]?["ai_model_id"]?["default"]

  /// The IDs in `key`, where there is one, or in the same with an `s`.
  func ids(_ key: String) -> [String] { string(key).map { [$0] } ?? strings(key + "s") }

  fileprivate func string(_ key: String) -> String? { self[key]?.string }
}
