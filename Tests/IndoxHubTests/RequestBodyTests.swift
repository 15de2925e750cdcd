import Foundation
import IndoxHub
import IndoxHubSandbox
import IndoxHubTestModels
import Testing

/// The bodies of https://www.indoxhub.com/docs/usage/video/ and
/// https://indoxhub.com/docs/usage/images/, field by field.
@Suite struct RequestBodyTests {
  private func sent(
    _ request: some IndoxHubRequest, options: IndoxHubOptions = IndoxHubOptions()
  ) async throws -> (endpoint: IndoxHubSandbox.Endpoint?, body: JSON) {
    let sandbox = IndoxHubSandbox.played()
    _ = try await sandbox.client().submit(request, options: options)
    let received = try #require(await sandbox.receivedRequests.last)
    return (received.endpoint, try #require(received.body))
  }

  @Test func whatIsLeftOutIsLeftToTheService() async throws {
    let video = try await sent(Kite(prompt: "A fox"))
    #expect(video.endpoint == .generateVideo)
    #expect(video.body == ["model": "lumen/kite", "prompt": "A fox"])
    let image = try await sent(Pebble(prompt: "A fox"))
    #expect(image.endpoint == .generateImage)
    #expect(image.body == ["model": "ibis/pebble", "prompt": "A fox"])
  }

  @Test func everyFieldOfAVideo() async throws {
    let request = Lantern(
      prompt: "A fox", size: .size1280x720, duration: .seconds6, count: 2,
      responseFormat: .base64, inputImage: .bytes(Sample.bytes),
      additionalParameters: ["seed": 7])
    let options = IndoxHubOptions(provider: "amazon", byokAPIKey: APIKey(Sample.providerKey))
    #expect(
      try await sent(request, options: options).body == [
        "model": "amber/lantern", "prompt": "A fox", "size": "1280x720", "duration": 6,
        "n": 2, "response_format": "b64_json", "input_image": "Zm94IQ==",
        "additional_params": ["seed": 7], "provider": "amazon",
        "byok_api_key": .string(Sample.providerKey),
      ])
  }

  /// What no model takes that is still served is sent as it is documented.
  @Test func theFieldsOfAnyVideo() async throws {
    let body: JSONObject = [
      "prompt": "A fox", "aspect_ratio": "9:16", "resolution": "1080p", "duration": 8,
      "input_image": "https://example.com/portrait.png", "reference_image": "Zm94IQ==",
      "reference_images": ["Zm94IQ=="], "last_frame": "Zm94IQ==",
      "video": "gs://bucket/clip.mp4", "generate_audio": true, "negative_prompt": "Rain",
      "person_generation": "allow_adult",
    ]
    let sandbox = IndoxHubSandbox(models: [Sample.film])
    _ = try await sandbox.client().submit(Sample.filmRequest(body))
    var sent = try #require(await sandbox.lastBody?.object)
    #expect(sent["model"] == "google/film")
    sent["model"] = nil
    #expect(sent == body)
  }

  @Test func everyFieldOfAnImage() async throws {
    let google = Ink(
      prompt: "A fox", aspectRatio: .ratio16x9, count: 3, quality: "high", style: "natural",
      responseFormat: .base64, negativePrompt: "Rain", guidanceScale: 7.5, seed: 4,
      enhancePrompt: false, addWatermark: true, safetyFilterLevel: "block_few",
      personGeneration: "allow_adult", includeSafetyAttributes: true, includeRaiReason: true,
      language: "en", outputMimeType: "image/png")
    #expect(
      try await sent(google).body == [
        "model": "google/ink", "prompt": "A fox",
        "aspect_ratio": "16:9", "n": 3, "quality": "high", "style": "natural",
        "response_format": "b64_json", "negative_prompt": "Rain", "guidance_scale": 7.5,
        "seed": 4, "enhance_prompt": false, "add_watermark": true,
        "safety_filter_level": "block_few", "person_generation": "allow_adult",
        "include_safety_attributes": true, "include_rai_reason": true, "language": "en",
        "output_mime_type": "image/png",
      ])
    let other = Moss(
      prompt: "A fox", size: "1536x1024", additionalParameters: ["input_fidelity": "high"])
    #expect(
      try await sent(other).body == [
        "model": "quill/moss", "prompt": "A fox", "size": "1536x1024",
        "additional_params": ["input_fidelity": "high"],
      ])
  }

  @Test func mediaAreMadeFromBytesOrAnAddress() throws {
    #expect(IndoxHubMedia.bytes(Sample.bytes).json == "Zm94IQ==")
    #expect(IndoxHubData(Sample.bytes).base64 == "Zm94IQ==")
    #expect(try IndoxHubMedia(json: "Zm94IQ==") == .bytes(Sample.bytes))
    #expect(try IndoxHubMedia(json: "https://a.b/c").json == "https://a.b/c")
    #expect("\(IndoxHubMedia.bytes(Sample.bytes))" == "IndoxHubData(8 characters)")
    #expect(throws: JSONMismatch.self) { try IndoxHubMedia(json: "a fox") }
    #expect(throws: JSONMismatch.self) { try IndoxHubData(json: "https://a.b/c") }
  }

  @Test func aRequestSurvivesTheWayToAServer() throws {
    let request = Lantern(
      prompt: "A fox", duration: .seconds6, inputImage: .bytes(Sample.bytes),
      additionalParameters: ["seed": 7])
    let text = try JSONEncoder().encode(request)
    #expect(try JSONDecoder().decode(Lantern.self, from: text) == request)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(
        Lantern.self, from: Data(#"{"prompt": "A fox", "duration": 20}"#.utf8))
    }
  }
}
