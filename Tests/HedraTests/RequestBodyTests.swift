import Foundation
import Hedra
import HedraTestModels
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
      Heath(
        textPrompt: "A woman talks.", startKeyframe: .asset(first),
        audio: .speech("Hello", voice: second)),
      [
        "type": "video", "ai_model_id": "6e3f755e-2331-51ee-ac86-b651427b4fdd",
        "generated_video_inputs": ["text_prompt": "A woman talks."],
        "start_keyframe_id": first.json,
        "audio_generation": [
          "type": "text_to_speech", "text": "Hello", "voice_id": second.json,
        ],
      ])
  }

  @Test func everyFieldOfAnAvatar() throws {
    let request = Heath(
      textPrompt: "p", startKeyframe: .url(address),
      audio: .speech(
        "Hello", voice: first, stability: 0.5, speed: 0.7, language: .chineseYue, model: .id(second)
      ),
      aspectRatio: .ratio9x16, resolution: .p540, durationMilliseconds: 600_000,
      boundingBoxTarget: .at(x: 0.5, y: 0.25), characterOrientation: .image, enhancePrompt: true,
      generateAudio: false, seed: 7, negativePrompt: "n",
      shots: [.init(prompt: "s", durationMilliseconds: 1_000)], shotType: .customize,
      cfgScale: 0.5, endKeyframe: .asset(third), audioStartMilliseconds: -1000,
      referenceSounds: [.asset(first)], referenceVideos: [.asset(second)], video: .asset(third),
      batchSize: 8, name: "Fox")
    try expect(
      request,
      [
        "type": "video", "ai_model_id": "6e3f755e-2331-51ee-ac86-b651427b4fdd",
        "generated_video_inputs": [
          "text_prompt": "p", "aspect_ratio": "9:16", "resolution": "540p", "duration_ms": 600000,
          "bounding_box_target": [0.5, 0.25], "character_orientation": "image",
          "enhance_prompt": true, "generate_audio": false, "seed": 7, "negative_prompt": "n",
          "multi_prompt": [["prompt": "s", "duration_ms": 1_000]], "shot_type": "customize",
          "cfg_scale": 0.5,
        ],
        "start_keyframe_url": address.json, "end_keyframe_id": third.json,
        "audio_generation": [
          "type": "text_to_speech", "text": "Hello", "voice_id": first.json, "stability": 0.5,
          "speed": 0.7,
          "language": "Chinese,Yue", "model_id": second.json,
        ],
        "audio_start_ms": -1000, "reference_audio_ids": [first.json],
        "reference_video_ids": [second.json], "video_id": third.json, "batch_size": 8,
        "name": "Fox",
      ])
  }

  @Test func severalSpeakInOneVideo() throws {
    try expect(
      Heath(
        textPrompt: "They talk.", startKeyframe: .asset(first),
        audio: .sound(.several([.asset(second), .asset(third)])),
        boundingBoxTarget: .several([HedraPoint(x: 0.2, y: 0.5), HedraPoint(x: 0.8, y: 0.5)])),
      [
        "type": "video", "ai_model_id": "6e3f755e-2331-51ee-ac86-b651427b4fdd",
        "generated_video_inputs": [
          "text_prompt": "They talk.", "bounding_box_target": [[0.2, 0.5], [0.8, 0.5]],
        ],
        "start_keyframe_id": first.json, "audio_id": [second.json, third.json],
      ])
    for json in [[], [0.5], [0.5, 0.5, 0.5], "left", [[0.5]]] as [JSON] {
      #expect(throws: JSONMismatch.self) { try HedraPoint(json: json) }
    }
    #expect(try HedraSpeakers(json: [[0.5, 0.25]]) == .several([HedraPoint(x: 0.5, y: 0.25)]))
    #expect(throws: JSONMismatch.self) { try HedraSound(json: "a fox") }
  }

  @Test func aVideoOfClosedValues() throws {
    try expect(
      Brook(
        textPrompt: "A tide pool", aspectRatio: .ratio16x9, resolution: .p720, duration: .seconds5),
      [
        "type": "video", "model_slug": "cedar/brook",
        "generated_video_inputs": [
          "text_prompt": "A tide pool", "aspect_ratio": "16:9", "resolution": "720p",
          "duration_ms": 5000,
        ],
      ])
  }

  @Test func imagesAreKeyframesOrReferences() throws {
    let model: JSONObject = [
      "type": "video", "ai_model_id": "b2c3127b-01cc-52df-8e8b-16ec4357bcef",
      "generated_video_inputs": ["text_prompt": "p"],
    ]
    let cases: [(Marsh.Images, JSONObject)] = [
      (.startKeyframe(.asset(first)), ["start_keyframe_id": first.json]),
      (
        .startKeyframe(.url(address), endKeyframe: .asset(first)),
        ["start_keyframe_url": address.json, "end_keyframe_id": first.json]
      ),
      (.endKeyframe(.url(address)), ["end_keyframe_url": address.json]),
      (
        .referenceImages([.asset(first), .asset(second)]),
        ["reference_image_ids": [first.json, second.json]]
      ),
    ]
    for (images, members) in cases {
      var body = model
      for (key, value) in members { body[key] = value }
      try expect(Marsh(textPrompt: "p", images: images), .object(body))
    }
  }

  @Test func whatTheServiceWouldIgnoreIsRefused() throws {
    let body: JSONObject = [
      "type": "video", "ai_model_id": "b2c3127b-01cc-52df-8e8b-16ec4357bcef",
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
      #expect(throws: JSONMismatch.self) { try Marsh(json: .object(both)) }
      let request = try RawRequest(both, to: Marsh.model)
      #expect(request.violations().map(\.message) == [message])
    }
  }

  @Test func aCharacterMovesAsInAVideo() throws {
    try expect(
      Glen(
        textPrompt: "p", characterOrientation: .video, video: .asset(first),
        startKeyframe: .asset(second)),
      [
        "type": "motion_control", "ai_model_id": "5ab68706-be15-55cc-8ba3-a967d7317e82",
        "generated_video_inputs": ["text_prompt": "p", "character_orientation": "video"],
        "video_id": first.json, "start_keyframe_id": second.json,
      ])
    try expect(
      MotionControl(
        textPrompt: "p", video: .asset(first), startKeyframe: .asset(second), model: .id(third)),
      [
        "type": "motion_control", "ai_model_id": third.json,
        "generated_video_inputs": ["text_prompt": "p"], "video_id": first.json,
        "start_keyframe_id": second.json,
      ])
  }

  @Test func aVideoIsMadeOfAnother() throws {
    try expect(
      Fjord(
        textPrompt: "p", video: .asset(first), aspectRatio: .auto, duration: .seconds15),
      [
        "type": "video", "ai_model_id": "f43179e6-5010-530a-ba7b-4e8432c52092",
        "generated_video_inputs": [
          "text_prompt": "p", "aspect_ratio": "auto", "duration_ms": 15000,
        ],
        "video_id": first.json,
      ])
    try expect(
      VideoToVideo(
        video: .asset(second), prompt: "Make @Element1 dance", model: .id(first),
        referenceImages: [.asset(third)],
        elements: [.init(frontalImage: .asset(first), referenceImages: [.asset(second)])],
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
      Dune(textPrompt: "p", resolution: .k4, images: .referenceImages([.asset(first)])),
      [
        "type": "image", "ai_model_id": "520e9a89-c6e7-5acc-a119-aff47ece953f", "text_prompt": "p",
        "resolution": "4K", "reference_image_ids": [first.json],
      ])
    try expect(
      ImageToImage(
        textPrompt: "p", model: .id(first), aspectRatio: "16:9", resolution: "1440p (2K QHD)",
        images: .startKeyframe(.asset(second)), batchSize: 2, enhancePrompt: false,
        outputFormat: "png", seed: 7, negativePrompt: "n", guidanceScale: 2.5, inferenceSteps: 30,
        name: "Fox"),
      [
        "type": "image_to_image", "ai_model_id": first.json, "text_prompt": "p",
        "aspect_ratio": "16:9", "resolution": "1440p (2K QHD)", "start_keyframe_id": second.json,
        "batch_size": 2, "enhance_prompt": false, "output_format": "png", "seed": 7,
        "negative_prompt": "n", "guidance_scale": 2.5, "num_inference_steps": 30, "name": "Fox",
      ])
    try expect(
      AnyImage(textPrompt: "p", model: .slug("acme/aurora")),
      ["type": "image", "model_slug": "acme/aurora", "text_prompt": "p"])
  }

  @Test func aVideoOfAnyModel() throws {
    try expect(
      AnyVideo(textPrompt: "p"),
      ["type": "video", "generated_video_inputs": ["text_prompt": "p"]])
    try expect(
      AnyVideo(
        textPrompt: "p", model: .id(first), aspectRatio: "5:4", resolution: "8K",
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
        text: "Hello", voiceID: first, model: .id(second), stability: 0, speed: 1.2,
        language: TextToSpeech.defaultLanguage, name: "Hello"),
      [
        "type": "text_to_speech", "text": "Hello", "voice_id": first.json,
        "model_id": second.json, "stability": 0, "speed": 1.2, "language": "auto",
        "name": "Hello",
      ])
    try expect(
      TextToSound(
        text: "Rain", model: .id(first), durationSeconds: 0.5, promptInfluence: 0.3, loop: true,
        outputFormat: "pcm_44100"),
      [
        "type": "text_to_sound", "ai_model_id": first.json, "text": "Rain",
        "duration_seconds": 0.5, "prompt_influence": 0.3, "loop": true,
        "output_format": "pcm_44100",
      ])
    try expect(
      SpeechToSpeech(audio: .asset(second), voiceID: third, model: .id(first)),
      [
        "type": "speech_to_speech", "ai_model_id": first.json, "audio_id": second.json,
        "voice_id": third.json,
      ])
    try expect(
      AudioIsolation(audio: .asset(second), model: .id(first)),
      ["type": "audio_isolation", "ai_model_id": first.json, "audio_id": second.json])
    try expect(
      VoiceClone(audio: .asset(first), name: "Ann"),
      ["type": "voice_clone", "audio_id": first.json, "name": "Ann"])
    try expect(
      TextToMusic(
        modelSlug: "acme/song", prompt: "A shanty", lyrics: "Heave!", forceInstrumental: false,
        musicLengthMilliseconds: .null),
      [
        "type": "text_to_music", "model_slug": "acme/song", "prompt": "A shanty",
        "lyrics": "Heave!", "force_instrumental": false, "music_length_ms": nil,
      ])
  }

  @Test func videosWithoutABackgroundAndLargerOnes() throws {
    try expect(
      VideoBackgroundRemoval(
        modelSlug: "acme/cut", video: .asset(second), subjectIsPerson: false),
      [
        "type": "video_background_removal", "model_slug": "acme/cut", "video_id": second.json,
        "subject_is_person": false,
      ])
    try expect(
      VideoUpscale(
        video: .asset(second), model: .id(first), targetResolution: .k2, upscaleFactor: 4,
        frameRate: .perSecond(60, engine: "acme"), options: ["grain": .boolean(true)]),
      [
        "type": "video_upscale", "ai_model_id": first.json, "video_id": second.json,
        "target_resolution": "2K", "upscale_factor": 4, "target_fps": 60, "fps_engine": "acme",
        "options": ["grain": true],
      ])
    try expect(
      ImageUpscale(
        image: .asset(second), model: .id(first), targetResolution: "2K",
        options: ["look": .text("film")]),
      [
        "type": "image_upscale", "ai_model_id": first.json, "image_id": second.json,
        "target_resolution": "2K", "options": ["look": "film"],
      ])
  }

  @Test func boundsAreChecked() throws {
    let speech = TextToSpeech(text: "Hello", voiceID: first, stability: 1.1, speed: 0.6)
    #expect(speech.violations().map(\.instancePath.description) == ["/stability", "/speed"])
    let languages = TextToSpeech.model.inputSchema?["properties"]?["language"]?["enum"]
    #expect(.array(TextToSpeech.Language.allCases.map { .string($0.rawValue) }) == languages)
    #expect(TextToSound(text: "Rain", durationSeconds: 31).violations().count == 1)
    #expect(TextToSound(text: "").violations().count == 1)
    let music = TextToMusic(
      modelSlug: "m", prompt: "p", lyrics: "Heave!", forceInstrumental: true,
      musicLengthMilliseconds: .value(2_999))
    #expect(music.violations().count == 2)
    #expect(Brook(textPrompt: "p", batchSize: 9).violations().count == 1)
    #expect(Brook(textPrompt: "p", batchSize: 0).violations().count == 1)
    let point = Heath(
      textPrompt: "p", startKeyframe: .asset(first), audio: .asset(second),
      boundingBoxTarget: .at(x: 1.5, y: 0))
    #expect(
      point.violations().map(\.instancePath.description) == [
        "/generated_video_inputs/bounding_box_target"
      ])
    let long = try #require(
      URL(string: "https://example.com/" + String(repeating: "a", count: 2064)))
    let frame = Cove(textPrompt: "p", startKeyframe: .url(long))
    #expect(frame.violations().map(\.instancePath.description) == ["/start_keyframe_url"])
    #expect(
      Heath(
        textPrompt: "p", startKeyframe: .asset(first), audio: .asset(second),
        durationMilliseconds: 600_001
      ).violations().count == 1)
  }
}
