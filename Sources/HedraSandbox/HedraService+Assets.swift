import Foundation
import TypedMedia
import TypedMediaTesting

extension HedraService {
  /// The assets of a type that have a file, or are voices: what was made, and what was uploaded.
  func listAssets(_ query: [String: String], at now: Duration) throws(HedraRefusal) -> JSON {
    guard let type = query["type"], !type.isEmpty else {
      throw .invalid("type", "is required", "missing", in: "query")
    }
    let ids = query["ids"]?.split(separator: ",").map(String.init)
    let made = knownGenerations(at: now)
      .filter { $0.assetType == type && $0.status(at: now, pace: pace) == "complete" }
      .map(asset)
    let uploaded = uploads.reversed().filter { $0.type == type && $0.file != nil }
      .map(asset)
    return .array(
      (made + uploaded).filter { ids?.contains($0["id"]?.string ?? "") != false }
        .map(JSON.object))
  }

  /// What a generation that is complete has made.
  func asset(of generation: HedraSandboxGeneration) -> JSONObject {
    asset(
      id: generation.assetID, type: generation.assetType, name: generation.type,
      createdAt: generation.createdAt, media: media(of: generation))
  }

  func asset(of upload: HedraSandboxUpload) -> JSONObject {
    asset(
      id: upload.id, type: upload.type, name: upload.name, createdAt: upload.createdAt,
      media: media(of: upload))
  }

  private func asset(
    id: String, type: String, name: String, createdAt: Date, media: JSONObject
  ) -> JSONObject {
    [
      "id": .string(id), "type": .string(type), "name": .string(name),
      "thumbnail_url": Self.url(id, SampleMedia.image), "description": nil, "is_favorite": false,
      "recent": true, "created_at": createdAt.json, "favorited_at": nil, "asset": .object(media),
    ]
  }

  private func media(of generation: HedraSandboxGeneration) -> JSONObject {
    let file = Self.sample(generation.assetType)
    var media: JSONObject = ["type": .string("generated_\(generation.assetType)")]
    switch generation.assetType {
    case "voice": return ["type": "voice", "labels": [], "source": "clone"]
    case "audio":
      media.set("duration_ms", Int((file.duration ?? .zero) / .milliseconds(1)))
      media["url"] = fileURL(of: generation)
      media["generated_audio_inputs"] = .object(generation.body.audioInputs)
    case "image":
      media.set("width", file.width)
      media.set("height", file.height)
      media["url"] = fileURL(of: generation)
      media["generated_image_inputs"] = .object(generation.body.imageInputs)
    default: addVideo(of: generation, to: &media)
    }
    return media
  }

  private func addVideo(of generation: HedraSandboxGeneration, to media: inout JSONObject) {
    let body = generation.body
    media.set("width", SampleMedia.video.width)
    media.set("height", SampleMedia.video.height)
    for key in ["url", "download_url", "streaming_url"] { media[key] = fileURL(of: generation) }
    for key in ["poster_url", "preview_url"] {
      media[key] = Self.url(generation.assetID, SampleMedia.image)
    }
    media.set("duration_ms", Int((SampleMedia.video.duration ?? .zero) / .milliseconds(1)))
    media["generated_video_inputs"] =
      body["generated_video_inputs"] ?? ["text_prompt": body["prompt"] ?? ""]
    media["keyframe_start"] = upload("start_keyframe_id", of: body)
    media["keyframe_end"] = upload("end_keyframe_id", of: body)
    media["audio"] = upload("audio_id", of: body)
    for key in ["reference_audio_ids", "reference_image_ids", "reference_video_ids"] {
      media[key] = body[key] ?? .null
    }
    media["source_video_id"] = body["video_id"] ?? .null
  }

  /// The asset that a request refers to, where it is one that was uploaded.
  private func upload(_ key: String, of body: JSONObject) -> JSON {
    guard let id = body[key]?.string,
      let upload = uploads.first(where: { $0.id == id && $0.file != nil })
    else { return .null }
    return .object(asset(of: upload))
  }

  func fileURL(of generation: HedraSandboxGeneration) -> JSON {
    guard generation.assetType != "voice" else { return .null }
    return Self.url(generation.assetID, Self.sample(generation.assetType))
  }

  static func url(_ id: String, _ media: SampleMedia) -> JSON {
    .string("https://\(fileHost)/\(id).\(media.fileExtension)")
  }

  static func sample(_ assetType: String) -> SampleMedia {
    switch assetType {
    case "image": .image
    case "audio": .audio
    default: .video
    }
  }
}

extension JSONObject {
  /// What a sound was made of.
  fileprivate var audioInputs: JSONObject {
    var inputs: JSONObject = ["text_prompt": self["text"] ?? self["prompt"] ?? ""]
    inputs["model_slug"] = self["model_slug"]
    inputs["ai_model_id"] = self["ai_model_id"] ?? self["model_id"]
    for key in ["voice_id", "stability", "speed", "language"] { inputs[key] = self[key] }
    return inputs
  }

  /// What an image was made of.
  fileprivate var imageInputs: JSONObject {
    var inputs: JSONObject = ["text_prompt": self["text_prompt"] ?? ""]
    for key in [
      "model_slug", "ai_model_id", "aspect_ratio", "resolution", "start_keyframe_id",
      "reference_image_ids",
    ] { inputs[key] = self[key] }
    return inputs
  }
}
