import Foundation
import Hedra
import Testing

/// The bodies of https://www.hedra.com/docs/api-reference/public/generate-asset, field by field.
@Suite struct RequestBodyTests {
  private let first = UUID()
  private let second = UUID()
  private let third = UUID()
  private let address: URL

  init() throws { address = try #require(URL(string: "https://example.com/a.png")) }

  private func expect(_ request: some HedraRequest, _ body: JSON) throws {
    #expect(request.json == body)
    #expect(try type(of: request).init(json: body).json == body)
    try request.validate()
  }

  @Test func anAvatarThatSpeaks() throws {
    try expect(
      HedraCharacter3(
        textPrompt: "A woman talks.", startKeyframe: .asset(first),
        audio: .speech("Hello", voice: second)),
      [
        "type": "video", "ai_model_id": "d1dd37a3-e39a-4854-a298-6510289f9cf2",
        "generated_video_inputs": ["text_prompt": "A woman talks."],
        "start_keyframe_id": first.json,
        "audio_generation": [
          "type": "text_to_speech", "text": "Hello", "voice_id": second.json,
        ],
      ])
  }

  @Test func everyFieldOfAnAvatar() throws {
    let request = HedraCharacter3(
      textPrompt: "p", startKeyframe: .url(address),
      audio: .speech(
        "Hello", voice: first, stability: 0.5, speed: 0.7, language: .chineseYue, modelID: second),
      aspectRatio: .ratio9x16, resolution: .p540, durationMilliseconds: 600_000,
      boundingBoxTarget: HedraPoint(x: 0.5, y: 0.25), characterOrientation: .image,
      enhancePrompt: true, endKeyframe: .asset(third), audioStartMilliseconds: -1000,
      videoID: third, batchSize: 8)
    try expect(
      request,
      [
        "type": "video", "ai_model_id": "d1dd37a3-e39a-4854-a298-6510289f9cf2",
        "generated_video_inputs": [
          "text_prompt": "p", "aspect_ratio": "9:16", "resolution": "540p", "duration_ms": 600000,
          "bounding_box_target": [0.5, 0.25], "character_orientation": "image",
          "enhance_prompt": true,
        ],
        "start_keyframe_url": address.json, "end_keyframe_id": third.json,
        "audio_generation": [
          "type": "text_to_speech", "text": "Hello", "voice_id": first.json, "stability": 0.5,
          "speed": 0.7,
          "language": "Chinese,Yue", "model_id": second.json,
        ],
        "audio_start_ms": -1000, "video_id": third.json, "batch_size": 8,
      ])
  }

  @Test func aVideoOfClosedValues() throws {
    try expect(
      GrokVideoT2V(
        textPrompt: "A tide pool", aspectRatio: .ratio16x9, resolution: .p720, duration: .seconds5),
      [
        "type": "video", "ai_model_id": "827122cd-5fdd-4412-86f2-554f7bb8eef9",
        "generated_video_inputs": [
          "text_prompt": "A tide pool", "aspect_ratio": "16:9", "resolution": "720p",
          "duration_ms": 5000,
        ],
      ])
  }

  @Test func imagesAreKeyframesOrReferences() throws {
    let model: JSONObject = [
      "type": "video", "ai_model_id": "3b22668c-8e7e-48fb-a3b7-a509df3ccd2b",
      "generated_video_inputs": ["text_prompt": "p"],
    ]
    let cases: [(Veo3FastT2V.Images, JSONObject)] = [
      (.startKeyframe(.asset(first)), ["start_keyframe_id": first.json]),
      (
        .startKeyframe(.url(address), endKeyframe: .asset(first)),
        ["start_keyframe_url": address.json, "end_keyframe_id": first.json]
      ),
      (.endKeyframe(.url(address)), ["end_keyframe_url": address.json]),
      (.referenceImages([first, second]), ["reference_image_ids": [first.json, second.json]]),
    ]
    for (images, members) in cases {
      var body = model
      for (key, value) in members { body[key] = value }
      try expect(Veo3FastT2V(textPrompt: "p", images: images), .object(body))
    }
  }

  @Test func whatTheServiceWouldIgnoreIsRefused() throws {
    let body: JSONObject = [
      "type": "video", "ai_model_id": "3b22668c-8e7e-48fb-a3b7-a509df3ccd2b",
      "generated_video_inputs": ["text_prompt": "p"],
    ]
    let pairs: [(JSONObject, String)] = [
      (
        ["start_keyframe_id": first.json, "start_keyframe_url": "https://example.com/a.png"],
        "/start_keyframe_id and /start_keyframe_url cannot be set together"
      ),
      (
        ["reference_image_ids": [first.json], "end_keyframe_id": second.json],
        "/reference_image_ids and /end_keyframe_id cannot be set together"
      ),
      (
        [
          "audio_id": first.json,
          "audio_generation": [
            "type": "text_to_speech", "text": "Hello", "voice_id": first.json,
          ],
        ],
        "/audio_id and /audio_generation cannot be set together"
      ),
    ]
    for (members, message) in pairs {
      var both = body
      for (key, value) in members { both[key] = value }
      #expect(throws: JSONMismatch.self) { try Veo3FastT2V(json: .object(both)) }
      let request = try RawRequest(both, to: Veo3FastT2V.model)
      #expect(request.violations().map(\.message) == [message])
    }
  }

  @Test func aCharacterMovesAsInAVideo() throws {
    try expect(
      Kling2_6MotionControlProVI2V(
        textPrompt: "p", characterOrientation: .video, videoID: first, startKeyframeID: second),
      [
        "type": "motion_control", "ai_model_id": "10a4d9fb-491a-4ced-ac00-e980bf18e53f",
        "generated_video_inputs": ["text_prompt": "p", "character_orientation": "video"],
        "video_id": first.json, "start_keyframe_id": second.json,
      ])
    try expect(
      MotionControl(modelID: third, textPrompt: "p", videoID: first, startKeyframeID: second),
      [
        "type": "motion_control", "ai_model_id": third.json,
        "generated_video_inputs": ["text_prompt": "p"], "video_id": first.json,
        "start_keyframe_id": second.json,
      ])
  }

  @Test func aVideoIsMadeOfAnother() throws {
    try expect(
      KlingO3ProReferenceV2V(
        textPrompt: "p", videoID: first, aspectRatio: .auto, duration: .seconds15),
      [
        "type": "video", "ai_model_id": "33b7aa18-8abf-4422-a931-0a62468b8d02",
        "generated_video_inputs": [
          "text_prompt": "p", "aspect_ratio": "auto", "duration_ms": 15000,
        ],
        "video_id": first.json,
      ])
    try expect(
      VideoToVideo(
        modelID: first, videoID: second, prompt: "Make @Element1 dance",
        referenceImageAssetIDs: [third],
        elements: [.init(frontalImageAssetID: first, referenceImageAssetIDs: [second])],
        keepAudio: true),
      [
        "type": "video_to_video", "ai_model_id": first.json, "video_id": second.json,
        "prompt": "Make @Element1 dance", "reference_image_asset_ids": [third.json],
        "elements": [
          [
            "frontal_image_asset_id": first.json, "reference_image_asset_ids": [second.json],
          ]
        ],
        "keep_audio": true,
      ])
  }

  @Test func anImageOfAKnownModelAndOfAnyModel() throws {
    try expect(
      NanoBananaProI2I(textPrompt: "p", resolution: .k4, images: .referenceImages([first])),
      [
        "type": "image", "ai_model_id": "c81e401b-6036-4e1f-9165-60eafcee9dd3", "text_prompt": "p",
        "resolution": "4K", "reference_image_ids": [first.json],
      ])
    try expect(
      ImageToImage(
        modelID: first, textPrompt: "p", aspectRatio: "16:9", resolution: "1440p (2K QHD)",
        images: .startKeyframe(second), batchSize: 2, enhancePrompt: false),
      [
        "type": "image_to_image", "ai_model_id": first.json, "text_prompt": "p",
        "aspect_ratio": "16:9", "resolution": "1440p (2K QHD)", "start_keyframe_id": second.json,
        "batch_size": 2, "enhance_prompt": false,
      ])
    try expect(
      AnyImage(modelID: first, textPrompt: "p"),
      ["type": "image", "ai_model_id": first.json, "text_prompt": "p"])
  }

  @Test func aVideoOfAnyModel() throws {
    try expect(
      AnyVideo(textPrompt: "p"),
      ["type": "video", "generated_video_inputs": ["text_prompt": "p"]])
    try expect(
      AnyVideo(
        textPrompt: "p", modelID: first, aspectRatio: "5:4", resolution: "8K",
        durationMilliseconds: 1, audio: .asset(second)),
      [
        "type": "video", "ai_model_id": first.json,
        "generated_video_inputs": [
          "text_prompt": "p", "aspect_ratio": "5:4", "resolution": "8K", "duration_ms": 1,
        ],
        "audio_id": second.json,
      ])
  }

  @Test func speechAndSound() throws {
    try expect(
      TextToSpeech(
        text: "Hello", voiceID: first, modelID: second, stability: 0, speed: 1.2,
        language: .default),
      [
        "type": "text_to_speech", "text": "Hello", "voice_id": first.json,
        "model_id": second.json, "stability": 0, "speed": 1.2, "language": "auto",
      ])
    try expect(
      TextToSound(
        modelID: first, text: "Rain", durationSeconds: 0.5, promptInfluence: 0.3, loop: true,
        outputFormat: "pcm_44100"),
      [
        "type": "text_to_sound", "ai_model_id": first.json, "text": "Rain",
        "duration_seconds": 0.5, "prompt_influence": 0.3, "loop": true,
        "output_format": "pcm_44100",
      ])
    try expect(
      SpeechToSpeech(modelID: first, audioID: second, voiceID: third),
      [
        "type": "speech_to_speech", "ai_model_id": first.json, "audio_id": second.json,
        "voice_id": third.json,
      ])
    try expect(
      AudioIsolation(modelID: first, audioID: second),
      ["type": "audio_isolation", "ai_model_id": first.json, "audio_id": second.json])
    try expect(
      VoiceClone(audioID: first, name: "Ann"),
      ["type": "voice_clone", "audio_id": first.json, "name": "Ann"])
  }

  @Test func soundOfVideosAndLargerOnes() throws {
    try expect(
      AudioFromVideo(modelID: first, videoID: second, prompt: "Rain"),
      [
        "type": "audio_from_video", "audio_generation_model_id": first.json,
        "video_id": second.json, "prompt": "Rain",
      ])
    try expect(
      VideoWithAudio(modelID: first, videoID: second),
      [
        "type": "video_with_audio", "video_generation_model_id": first.json,
        "video_id": second.json,
      ])
    try expect(
      VideoUpscale(modelID: first, videoID: second, upscaleFactor: 4),
      [
        "type": "video_upscale", "ai_model_id": first.json, "video_id": second.json,
        "upscale_factor": 4,
      ])
    try expect(
      ImageUpscale(modelID: first, imageID: second, upscaleFactor: 2),
      [
        "type": "image_upscale", "ai_model_id": first.json, "image_id": second.json,
        "upscale_factor": 2,
      ])
  }

  @Test func boundsAreChecked() throws {
    let speech = TextToSpeech(text: "Hello", voiceID: first, stability: 1.1, speed: 0.6)
    #expect(speech.violations().map(\.instancePath.description) == ["/stability", "/speed"])
    #expect(TextToSpeech.Language.allCases.count == 41)
    #expect(VideoUpscale(modelID: first, videoID: second, upscaleFactor: 0).violations().count == 1)
    #expect(
      VideoUpscale(modelID: first, videoID: second, upscaleFactor: 4.1).violations().count == 1)
    #expect(TextToSound(modelID: first, text: "Rain", durationSeconds: 31).violations().count == 1)
    #expect(GrokVideoT2V(textPrompt: "p", batchSize: 9).violations().count == 1)
    #expect(GrokVideoT2V(textPrompt: "p", batchSize: 0).violations().count == 1)
    let point = HedraCharacter3(
      textPrompt: "p", startKeyframe: .asset(first), audio: .asset(second),
      boundingBoxTarget: HedraPoint(x: 1.5, y: 0))
    #expect(
      point.violations().map(\.instancePath.description) == [
        "/generated_video_inputs/bounding_box_target/0"
      ])
    let long = try #require(
      URL(string: "https://example.com/" + String(repeating: "a", count: 2064)))
    let frame = GrokVideoI2V(textPrompt: "p", startKeyframe: .url(long))
    #expect(frame.violations().map(\.instancePath.description) == ["/start_keyframe_url"])
    #expect(
      KlingAIAvatarV2Pro(textPrompt: "p", durationMilliseconds: 60_001).violations().count == 1)
  }
}
