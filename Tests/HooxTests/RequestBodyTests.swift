import Foundation
import Hoox
import HooxSandbox
import HooxTestModels
import Testing

/// What is sent, against the bodies and rules of https://docs.hoox.video/api-reference/assets/start.
@Suite struct RequestBodyTests {
  private static let fox = URL(string: "https://example.com/fox.jpg")

  /// The body that arrives when `request` is submitted.
  private func sent(
    _ request: some HooxRequest, options: HooxOptions = HooxOptions(),
    to sandbox: HooxSandbox = HooxSandbox.played()
  ) async throws -> JSON {
    _ = try await sandbox.client().submit(request, options: options)
    let received = try #require(await sandbox.receivedRequests.last)
    #expect(received.endpoint == .start)
    #expect(received.url.absoluteString == "https://app.hoox.video/api/public/v1/asset/start")
    return try #require(received.body)
  }

  @Test func theDocumentedTextToVideoRequest() async throws {
    let request = Lantern(
      prompt: "A cinematic shot of a fox running through autumn leaves at sunrise.",
      aspectRatio: .ratio9x16, resolution: .p720, duration: .seconds8)
    #expect(
      try await sent(request) == [
        "type": "video", "model": "lantern",
        "prompt": "A cinematic shot of a fox running through autumn leaves at sunrise.",
        "aspect_ratio": "9:16", "resolution": "720p", "duration": 8,
      ])
  }

  @Test func typeAndModelComeFirst() async throws {
    let body = try await sent(Pebble(prompt: "p"))
    #expect(body.object?.map(\.key) == ["type", "model", "prompt"])
    #expect(body["type"] == "image")
  }

  @Test func aReferenceIsAListOfOne() async throws {
    let fox = try #require(Self.fox)
    let body = try await sent(Ferry(prompt: "p", reference: .url(fox)))
    #expect(body["references"] == [["url": "https://example.com/fox.jpg"]])
  }

  @Test func referencesOfAllKindsKeepTheirOrder() async throws {
    let fox = try #require(Self.fox)
    let request = Tide(
      prompt: "p", references: [.url(fox), .asset("662f8c1d3a4b5e6f70123456"), .avatar("a1")])
    #expect(
      try await sent(request)["references"] == [
        ["url": "https://example.com/fox.jpg"], ["asset_id": "662f8c1d3a4b5e6f70123456"],
        ["avatar_id": "a1"],
      ])
  }

  @Test func slotsAreMembersOfTheBody() async throws {
    let request = Kite(prompt: "p", slots: .startImage(.asset("a"), endImage: .asset("b")))
    let body = try await sent(request)
    #expect(body["start_image"] == ["asset_id": "a"])
    #expect(body["end_image"] == ["asset_id": "b"])
    #expect(body["slots"] == nil)
    let half = try await sent(Kite(prompt: "p", slots: .startImage(.asset("a"))))
    #expect(half["end_image"] == nil)
  }

  @Test func requiredSlotsAreMembersOfTheBody() async throws {
    let motion = try await sent(
      Loom(
        prompt: "p", startImage: .asset("a"), motionVideo: .asset("b"),
        modelSettings: .init(keepOriginalSound: false)))
    #expect(motion["start_image"] == ["asset_id": "a"])
    #expect(motion["motion_video"] == ["asset_id": "b"])
    #expect(motion["model_settings"] == ["keepOriginalSound": false])
  }

  @Test func settingsKeepTheirSpelling() async throws {
    let request = Heron(
      prompt: "p", modelSettings: .init(generateAudio: true, cameraFixed: true))
    #expect(
      try await sent(request)["model_settings"] == ["generateAudio": true, "camera_fixed": true])
    let image = Ink(prompt: "p", resolution: .k4, modelSettings: .init(quality: .high))
    let body = try await sent(image)
    #expect(body["model_settings"] == ["quality": "high"])
    #expect(body["resolution"] == "4K")
  }

  @Test func everyOptionIsSent() async throws {
    let webhook = try #require(URL(string: "https://example.com/hook?id=1"))
    let sandbox = HooxSandbox.played()
    let folder = try await sandbox.client().createFolder(named: "Waves").id
    let body = try await sent(
      Tide(prompt: "p", generationCount: 2),
      options: HooxOptions(
        placement: .folder(folder), avatarDescription: "A woman waves", webhookURL: webhook,
        fileName: "wave"), to: sandbox)
    #expect(body["generation_count"] == 2)
    #expect(body["folder_id"]?.string == folder)
    #expect(body["parent_media_id"] == nil)
    #expect(body["avatar_description"] == "A woman waves")
    #expect(body["webhook_url"] == "https://example.com/hook?id=1")
    #expect(body["file_name"] == "wave")
    let beside = try await sent(
      Pebble(prompt: "p"), options: HooxOptions(placement: .parent("m1")))
    #expect(beside["parent_media_id"] == "m1")
    #expect(beside["folder_id"] == nil)
  }

  @Test func theDocumentedPriceRequest() async throws {
    let sandbox = HooxSandbox.played()
    let request = Lantern(
      prompt: "p", resolution: .p1080, duration: .seconds8, generationCount: 2,
      modelSettings: .init(generateAudio: false))
    _ = try await sandbox.client().price(of: request)
    #expect(
      await sandbox.receivedRequests.last?.body == [
        "model": "lantern", "duration": 8, "resolution": "1080p",
        "model_settings": ["generateAudio": false], "generation_count": 2,
      ])
    _ = try await sandbox.client().price(
      of: Moss(prompt: "p", references: [.asset("a"), .asset("b")]))
    #expect(await sandbox.receivedRequests.last?.body == ["model": "moss", "image_count": 2])
  }
}
