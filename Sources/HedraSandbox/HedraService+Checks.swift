import Foundation
import HedraCore
import TypedMedia
import TypedMediaTesting

/// What is wrong with a request for a generation.
extension HedraService {
  /// The members that accompany a request of any kind.
  private static let accompanying = [
    "workspace_id", "agent_thread_id", "generation_id", "generation_ids",
  ]

  private static let types: [JSON] = [
    "video", "text_to_speech", "text_to_sound", "image", "image_to_image", "image_upscale",
    "video_upscale", "audio_isolation", "speech_to_speech", "voice_clone", "audio_from_video",
    "video_with_audio", "video_to_video", "motion_control",
  ]

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
        "generation_ids": ids, "ai_model_id": id, "reference_image_ids": ids,
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
    if errors.isEmpty { errors = idErrors(in: body) }
    if errors.isEmpty { errors = unknownModelErrors(in: body) }
    if errors.isEmpty { errors = modelErrors(in: body) }
    guard errors.isEmpty else { throw .invalid(errors) }
    return (body["generation_id"]?.string.map { [$0] } ?? body.strings("generation_ids"))
      .map { $0.lowercased() }
  }

  private func idErrors(in body: JSONObject) -> [MediaError.FieldError] {
    let several = body["generation_ids"].flatMap { $0.isNull ? nil : $0.array }
    guard let several else { return [] }
    if body.hasMembers("generation_id") {
      return [.init(message: "is exclusive with generation_ids", field: "generation_id")]
    }
    guard several.count == body["batch_size"]?.int ?? 1, Set(several).count == several.count else {
      return [.init(message: "must have one ID for each of batch_size", field: "generation_ids")]
    }
    return []
  }

  /// That the model which a request names is none of those that the sandbox offers. Where it offers none that
  /// makes such things, any is taken: the snapshots have not all of the service's models.
  private func unknownModelErrors(in body: JSONObject) -> [MediaError.FieldError] {
    guard let id = HedraModel.id(in: body), let type = body["type"] else { return [] }
    let named = models.filter { $0.object["id"] != nil }
    guard named.contains(where: { $0.inputSchema?["properties"]?["type"]?["const"] == type }),
      !named.contains(where: { $0.object["id"]?.string?.lowercased() == id.lowercased() })
    else { return [] }
    return [.init(code: "value_error", message: "is no model", field: "ai_model_id")]
  }

  /// In what a request breaks the schema of its model. Where several fit, it has to keep to one.
  private func modelErrors(in body: JSONObject) -> [MediaError.FieldError] {
    var own = body
    for key in Self.accompanying { own[key] = nil }
    let errors = models(for: body).map {
      $0.fieldErrors(
        in: Self.counting(own, for: $0), unknown: "extra_forbidden", invalid: "value_error")
    }
    return errors.min { $0.count < $1.count } ?? []
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

  /// The models that a request is to, by what their schemas say of the members that name them; empty when
  /// it is to none of the catalog's.
  private func models(for body: JSONObject) -> [ModelRecord] {
    let id = HedraModel.id(in: body)
    let fitting = models.filter { model in
      let properties = model.inputSchema?["properties"]?.object ?? [:]
      return properties.allSatisfy { key, schema in
        !(key == "type" || key.hasSuffix("model_id")) || Self.admits(schema, body[key])
      }
    }
    let named = fitting.filter { $0.object["id"]?.string == id }
    return named.isEmpty ? fitting.filter { $0.object["id"] == nil } : named
  }

  /// Tells whether a schema of one word lets a value through, or a value that is missing.
  private static func admits(_ schema: JSON, _ value: JSON?) -> Bool {
    guard let value = value ?? schema["default"] else { return true }
    if let only = schema["const"] { return only == value }
    return schema["enum"]?.array?.contains(value) ?? true
  }
}

extension JSONObject {
  /// The request with what the service takes where nothing is sent
  /// (https://www.hedra.com/docs/api-reference/public/generate-asset).
  var withDefaults: JSONObject {
    var body = self
    if body["type"] == nil { body["type"] = "video" }
    guard body["type"] == "video", HedraModel.id(in: body) == nil, !hasMembers("model_slug") else {
      return body
    }
    // Null is what was sent for nothing.
    if body["ai_model_id"]?.isNull != false { body["ai_model_id"] = Self.usualVideoModel }
    return body
  }

  private static let usualVideoModel =
    ModelRecord.hedra(.video).inputSchema?["properties"]?["ai_model_id"]?["default"]
}
