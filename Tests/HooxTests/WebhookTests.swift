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

  @Test(
    arguments: [
      (#""task": "asset_generation", "asset_id": "a""#, .assetGeneration, "a", "a", nil, nil, nil),
      (
        #""task": "avatar_create", "avatar_id": "v", "look_id": "l""#, .avatarCreate, "v/l", nil,
        "v", "l", nil
      ),
      (
        #""task": "avatar_edit", "avatar_id": 7, "look_id": 8"#, .avatarEdit, "7/8", nil, "7",
        "8", nil
      ),
      (#""task": "video_generate", "job_id": "j""#, .videoGenerate, nil, nil, nil, nil, "j"),
      (#""task": "video_export", "job_id": "j""#, .videoExport, nil, nil, nil, nil, "j"),
      (#""task": "avatar_edit", "avatar_id": "v""#, .avatarEdit, nil, nil, "v", nil, nil),
    ] as [(String, HooxWebhook.Task, String?, String?, String?, String?, String?)])
  func everyTaskIsRead(
    members: String, task: HooxWebhook.Task, job: String?, asset: String?, avatar: String?,
    look: String?, video: String?
  ) throws {
    for status in ["completed", "failed"] {
      let webhook = try HooxWebhook(
        parsing: Data(
          #"{\#(members), "status": "\#(status)", "error": {"code": "c", "message": "m"}}"#.utf8))
      #expect(webhook.task == task && webhook.status.rawValue == status)
      #expect(webhook.jobID == job && webhook.assetID == asset)
      #expect(webhook.avatarID == avatar && webhook.lookID == look && webhook.videoJobID == video)
      #expect(webhook.failure?.code == "c" && webhook.look == nil)
      // That credits come back is documented of assets.
      #expect(webhook.failure?.isRefunded == (asset == nil ? nil : true))
    }
  }

  @Test func aLookIsReadFromThePayload() throws {
    let webhook = try HooxWebhook(
      parsing: Data(
        #"""
        {"task": "avatar_create", "avatar_id": "v", "look_id": "l", "status": "completed",
          "result": {"look_name": "Hat", "place": "moon"}}
        """#.utf8))
    #expect(webhook.look?.id == "l" && webhook.look?.avatarID == "v")
    #expect(webhook.look?.name == "Hat" && webhook.look?.place == "moon")
    #expect(webhook.deliveryKey == "avatar_create l completed")
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
