import Foundation
import Hedra
import ServiceTestSupport

extension CoverageReadings {
  mutating func readAssets() async throws {
    var record: JSONObject = [
      "id": "a", "type": "image", "name": "n", "thumbnail_url": "https://a.b/1",
      "description": "d", "is_favorite": true, "recent": true,
      "created_at": "2026-11-21T10:00:00Z", "favorited_at": "2026-11-21T11:00:00Z",
    ]
    let media: JSONObject = [
      "type": "generated_video", "width": 1, "height": 2, "duration_ms": 3,
      "url": "https://a.b/2", "download_url": "https://a.b/3", "streaming_url": "https://a.b/4",
      "poster_url": "https://a.b/5", "preview_url": "https://a.b/6",
      "transcriptions": [["text": "t"]], "keyframe_start": ["id": "s"],
      "keyframe_end": ["id": "e"], "audio": ["id": "o"], "reference_image_ids": ["r"],
      "reference_audio_ids": ["t"], "reference_video_ids": ["u"],
      "source_video_id": "v",
    ]
    for inputs: JSONObject in [
      [
        "generated_audio_inputs": [
          "text_prompt": "p", "model_slug": "a/m", "ai_model_id": "m", "voice_name": "Ada",
          "voice_id": "v", "stability": 0.5,
          "speed": 1.1, "language": "English",
        ]
      ],
      [
        "generated_image_inputs": [
          "text_prompt": "p", "model_slug": "a/m", "ai_model_id": "m", "aspect_ratio": "1:1",
          "resolution": "2K",
          "start_keyframe_id": "k", "reference_image_ids": ["r"],
        ]
      ],
      [
        "generated_video_inputs": [
          "text_prompt": "p", "model_slug": "a/m", "ai_model_id": "m", "resolution": "540p",
          "aspect_ratio": "1:1",
          "duration_ms": 5, "bounding_box_target": [0.5, 0.25],
          "character_orientation": "image", "enhance_prompt": true, "generate_audio": false,
          "seed": 7, "negative_prompt": "n", "multi_prompt": [["prompt": "s"]],
          "shot_type": "intelligent", "cfg_scale": 0.5, "subject_is_person": true,
        ]
      ],
    ] {
      var whole = media
      for (key, value) in inputs { whole[key] = value }
      record["asset"] = .object(whole)
      try await readAsset(.object(record))
    }
  }

  private mutating func readAsset(_ record: JSON) async throws {
    let call = "GET assets"
    let asset = try await CannedAnswer(body: "[\(record.text())]").client.assets(of: .image).first
    let media = asset?.media
    add(
      call, "HedraAsset", of: record,
      [
        ("id", "id", asset?.id.json), ("type", "type", asset?.type?.json),
        ("name", "name", asset?.name?.json),
        ("thumbnail_url", "thumbnailURL", asset?.thumbnailURL?.json),
        ("description", "summary", asset?.summary?.json),
        ("is_favorite", "isFavorite", asset?.isFavorite?.json),
        ("recent", "isRecent", asset?.isRecent?.json),
        ("created_at", "createdAt", asset?.createdAt?.json),
        ("favorited_at", "favoritedAt", asset?.favoritedAt?.json),
        ("asset", "media", media.map { .object($0.object) }),
      ])
    add(
      call, "HedraMedia", of: record,
      [
        ("asset.type", "kind", media?.kind?.json), ("asset.width", "width", media?.width?.json),
        ("asset.height", "height", media?.height?.json),
        (
          "asset.duration_ms", "duration",
          media?.duration.map { Int($0 / .milliseconds(1)).json }
        ),
        ("asset.url", "url", media?.url?.json),
        ("asset.download_url", "downloadURL", media?.downloadURL?.json),
        ("asset.streaming_url", "streamingURL", media?.streamingURL?.json),
        ("asset.poster_url", "posterURL", media?.posterURL?.json),
        ("asset.preview_url", "previewURL", media?.previewURL?.json),
        (
          "asset.transcriptions", "transcriptions",
          media.map { .array($0.transcriptions.map(JSON.object)) }
        ),
        ("asset.keyframe_start", "startKeyframe", media?.startKeyframe.map { .object($0.object) }),
        ("asset.keyframe_end", "endKeyframe", media?.endKeyframe.map { .object($0.object) }),
        ("asset.audio", "audio", media?.audio.map { .object($0.object) }),
        ("asset.reference_image_ids", "referenceImageIDs", media?.referenceImageIDs.json),
        ("asset.reference_audio_ids", "referenceAudioIDs", media?.referenceAudioIDs.json),
        ("asset.reference_video_ids", "referenceVideoIDs", media?.referenceVideoIDs.json),
        ("asset.source_video_id", "sourceVideoID", media?.sourceVideoID?.json),
      ])
    readInputs(media?.inputs, of: record)
  }

  private mutating func readInputs(_ inputs: HedraMediaInputs?, of record: JSON) {
    let members = record["asset"]?.object ?? [:]
    guard let key = members.keys.first(where: { $0.hasPrefix("generated_") }) else { return }
    add(
      "GET assets", "HedraMedia", of: record,
      [("asset.\(key)", "inputs", inputs.map { .object($0.object) })])
    let values: [(String, String, JSON?)] = [
      ("text_prompt", "textPrompt", inputs?.textPrompt?.json),
      ("model_slug", "modelSlug", inputs?.modelSlug?.json),
      ("ai_model_id", "modelID", inputs?.modelID?.json),
      ("voice_name", "voiceName", inputs?.voiceName?.json),
      ("voice_id", "voiceID", inputs?.voiceID?.json),
      ("stability", "stability", inputs?.stability?.json),
      ("speed", "speed", inputs?.speed?.json), ("language", "language", inputs?.language?.json),
      ("aspect_ratio", "aspectRatio", inputs?.aspectRatio?.json),
      ("resolution", "resolution", inputs?.resolution?.json),
      ("start_keyframe_id", "startKeyframeID", inputs?.startKeyframeID?.json),
      ("reference_image_ids", "referenceImageIDs", inputs?.referenceImageIDs.json),
      ("duration_ms", "duration", inputs?.duration.map { Int($0 / .milliseconds(1)).json }),
      ("bounding_box_target", "boundingBoxTarget", inputs?.boundingBoxTarget?.json),
      ("character_orientation", "characterOrientation", inputs?.characterOrientation?.json),
      ("enhance_prompt", "enhancesPrompt", inputs?.enhancesPrompt?.json),
      ("generate_audio", "generatesAudio", inputs?.generatesAudio?.json),
      ("seed", "seed", inputs?.seed?.json),
      ("negative_prompt", "negativePrompt", inputs?.negativePrompt?.json),
      ("multi_prompt", "shots", inputs.map { .array($0.shots.map(JSON.object)) }),
      ("shot_type", "shotType", inputs?.shotType?.json),
      ("cfg_scale", "promptScale", inputs?.promptScale?.json),
      ("subject_is_person", "subjectIsPerson", inputs?.subjectIsPerson?.json),
    ]
    add(
      "GET assets", "HedraMediaInputs", of: record,
      values.filter { members[key]?[$0.0] != nil }.map { ("asset.\(key).\($0)", $1, $2) })
  }

  mutating func readUploads() async throws {
    let voice: JSON = [
      "id": "v",
      "asset": [
        "type": "voice", "external_id": "x", "labels": [["name": "accent", "value": "british"]],
        "preview_url": "https://a.b/1", "source": "s",
      ],
    ]
    let media = try await CannedAnswer(body: "[\(voice.text())]").client.voices().first?.media
    add(
      "GET voices", "HedraMedia", of: voice,
      [
        ("asset.type", "kind", media?.kind?.json),
        ("asset.external_id", "externalID", media?.externalID?.json),
        ("asset.labels[0].name", "Label.name", media?.labels.first?.name.json),
        ("asset.labels[0].value", "Label.value", media?.labels.first?.value.json),
        ("asset.preview_url", "previewURL", media?.previewURL?.json),
        ("asset.source", "source", media?.source?.json),
      ])
    let created: JSON = [
      "name": "n", "type": "video", "id": "a", "upload_url": "https://a.b/put",
      "workspace_id": "w", "reserved_asset_id": "r",
    ]
    let asset = try await CannedAnswer(body: created.text()).client
      .createAsset(named: "n", as: .video)
    add(
      "POST assets", "HedraNewAsset", of: created,
      [
        ("name", "name", asset.name?.json), ("type", "type", asset.type?.json),
        ("id", "id", asset.id.json), ("upload_url", "uploadURL", asset.uploadURL?.json),
        ("workspace_id", "workspaceID", asset.workspaceID?.json),
        ("reserved_asset_id", "reservedID", asset.reservedID?.json),
      ])
    let answer: JSON = ["id": "a"]
    let uploaded = try await CannedAnswer(body: answer.text()).client
      .upload(Data(), as: .image, named: "n")
    add("POST assets/{id}/upload", "HedraAsset", of: answer, [("id", "id", uploaded.id.json)])
  }
}
