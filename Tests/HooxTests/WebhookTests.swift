import Foundation
import Hoox
import Testing

/// The payloads of https://docs.hoox.video/webhooks/overview.
@Suite struct WebhookTests {
  @Test func theDocumentedPayloadIsRead() throws {
    let webhook = try HooxWebhook(
      parsing: Data(
        """
        { "task": "asset_generation", "asset_id": "asset_abc123", "status": "completed",
          "result": { "asset_url": "https://cdn.hoox.video/assets/a.mp4", "asset_type": "video",
            "width": 1920, "height": 1080, "duration_seconds": 6 } }
        """.utf8))
    #expect(webhook.task == .assetGeneration)
    #expect(webhook.assetID == "asset_abc123")
    #expect(webhook.url?.absoluteString == "https://cdn.hoox.video/assets/a.mp4")
    #expect(webhook.type == .video)
    #expect(webhook.width == 1_920)
    #expect(webhook.height == 1_080)
    #expect(webhook.duration == .seconds(6))
  }

  @Test func aPayloadOfAnotherTaskSurvives() throws {
    let webhook = try HooxWebhook(
      parsing: Data(#"{"task": "video_export", "job_id": "j1", "status": "done", "x": 1}"#.utf8))
    #expect(webhook.task.rawValue == "video_export")
    #expect(webhook.assetID == nil)
    #expect(webhook.status.rawValue == "done")
    #expect(webhook.object["x"] == 1)
    #expect(webhook.deliveryKey == "video_export j1 done")
  }

  @Test func aPayloadThatComesTwiceHasOneKey() throws {
    let first =
      #"{"task": "asset_generation", "asset_id": "a", "status": "failed", "error": {"code": "c", "message": "m"}}"#
    let second = #"{"status": "failed", "asset_id": "a", "task": "asset_generation"}"#
    #expect(
      try HooxWebhook(parsing: Data(first.utf8)).deliveryKey
        == HooxWebhook(parsing: Data(second.utf8)).deliveryKey)
  }

  @Test(arguments: ["", "[]", "nope", "{}", #"{"task": 1, "status": "x"}"#, #"{"task": "t"}"#])
  func whatIsNoPayloadIsAClearError(body: String) {
    let error = #expect(throws: MediaError.self) { try HooxWebhook(parsing: Data(body.utf8)) }
    #expect(error?.code == .malformedResponse)
  }
}
