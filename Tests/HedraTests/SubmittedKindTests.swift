import Foundation
import Hedra
import HedraSandbox
import Testing

/// The bodies of every kind that https://www.hedra.com/docs/api-reference/public/generate-asset has, as
/// they arrive.
@Suite(.timeLimit(.minutes(20))) struct SubmittedKindTests {
  static let id = Sample.asset.json

  /// What each kind is asked for with, and what it makes.
  static let bodies: [(body: JSONObject, makes: HedraAssetType)] = [
    (
      [
        "type": "video", "ai_model_id": id, "start_keyframe_id": id, "audio_start_ms": -1_000,
        "audio_generation": [
          "type": "text_to_speech", "voice_id": id, "text": "I am a fox.", "stability": 0.5,
          "speed": 1.2, "language": "Chinese,Yue",
        ],
        "generated_video_inputs": [
          "text_prompt": "A fox speaks.", "resolution": "540p", "aspect_ratio": "16:9",
          "duration_ms": 5_000, "bounding_box_target": [0.5, 0.5], "enhance_prompt": false,
        ], "batch_size": 1,
      ], .video
    ),
    (["type": "text_to_speech", "voice_id": id, "text": "I am a fox."], .audio),
    (
      [
        "type": "text_to_sound", "ai_model_id": id, "text": "A fox barks.",
        "duration_seconds": 2.5, "prompt_influence": 0.3, "loop": true,
      ], .audio
    ),
    (["type": "image", "ai_model_id": id, "text_prompt": "A fox", "batch_size": 2], .image),
    (
      [
        "type": "image_to_image", "ai_model_id": id, "text_prompt": "A fox",
        "reference_image_ids": [id],
      ], .image
    ),
    (["type": "image_upscale", "ai_model_id": id, "image_id": id, "upscale_factor": 2], .image),
    (["type": "video_upscale", "ai_model_id": id, "video_id": id], .video),
    (["type": "audio_isolation", "ai_model_id": id, "audio_id": id], .audio),
    (
      ["type": "speech_to_speech", "ai_model_id": id, "audio_id": id, "voice_id": id], .audio
    ),
    (["type": "voice_clone", "audio_id": id, "name": "Fox"], .voice),
    (["type": "text_to_music", "model_slug": "acme/song", "prompt": "A shanty"], .audio),
    (["type": "video_background_removal", "model_slug": "acme/cut", "video_id": id], .video),
    (
      [
        "type": "video_to_video", "ai_model_id": id, "video_id": id, "prompt": "@Element1 runs",
        "elements": [["frontal_image_asset_id": id]],
      ], .video
    ),
    (
      [
        "type": "motion_control", "ai_model_id": id, "video_id": id, "start_keyframe_id": id,
        "generated_video_inputs": ["text_prompt": "A fox", "character_orientation": "video"],
      ], .video
    ),
  ]

  @Test(arguments: bodies.indices)
  func aBodyArrivesAsItIsAndMakesSomething(index: Int) async throws {
    let (body, makes) = Self.bodies[index]
    // It knows no model, and takes any.
    let sandbox = HedraSandbox(credits: 1_000, models: [], clock: VirtualClock())
    let hedra = sandbox.client()
    let submission = try await hedra.submit(Sample.request(body))
    var sent = try #require(await sandbox.lastBody?.object)
    for key in ["generation_id", "generation_ids"] { sent[key] = nil }
    #expect(sent == body)
    let result = try await submission.job.result()
    #expect(result.type == makes)
    #expect((result.url == nil) == (makes == .voice))
    let assets = try await hedra.assets(of: makes)
    #expect(assets.map(\.id).contains(try #require(result.assetID)))
    #expect(assets.allSatisfy { $0.media?.kind?.rawValue.hasSuffix(makes.rawValue) == true })
    // Only videos and images come in batches.
    let isBatch = ["video", "image", "image_to_image"].contains(body["type"]?.string)
    #expect(submission.batch.isEmpty != isBatch)
  }
}
