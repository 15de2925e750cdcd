import Foundation
import Hoox
import ServiceTestSupport
import Testing

extension CoverageReadings {
  private static let look: JSONObject = [
    "id": "l", "avatar_id": "a", "avatar_name": "Ada", "look_name": "Hat", "gender": "female",
    "age_range": "adult", "ethnicity": "e", "hair_color": "red", "place": "gym",
    "accessories": ["hat"], "action": "calling", "emotion": "bored", "selfie": true,
    "format": "vertical", "thumbnail": "https://a.b/t.png", "preview": "https://a.b/p.mp4",
    "model_available": ["standard"],
  ]

  /// What is alike of a look wherever it is.
  private func scene(_ look: HooxLook) -> [(String, String, JSON?)] {
    [
      ("id", "id", look.id.json), ("place", "place", look.place?.json),
      ("accessories", "accessories", look.accessories.json),
      ("action", "action", look.action?.json), ("emotion", "emotion", look.emotion?.json),
      ("selfie", "isSelfie", look.isSelfie?.json), ("format", "format", look.format?.json),
      ("thumbnail", "thumbnailURL", look.thumbnailURL?.json),
      ("preview", "previewURL", look.previewURL?.json),
      ("model_available", "availableModels", look.availableModels.json),
    ]
  }

  mutating func readLooks() async throws {
    let list: JSON = [.object(Self.look)]
    let looks = try await CannedAnswer(body: list.text()).client.avatars.looks()
    let look = try #require(looks.first)
    add(
      "GET avatar/list",
      scene(look) + [
        ("avatar_id", "avatarID", look.avatarID?.json),
        ("avatar_name", "avatarName", look.avatarName?.json),
        ("look_name", "name", look.name?.json), ("gender", "gender", look.gender?.json),
        ("age_range", "ageRange", look.ageRange?.json),
        ("ethnicity", "ethnicity", look.ethnicity?.json),
        ("hair_color", "hairColor", look.hairColor?.json),
      ], of: "HooxLook", at: "[0].", in: list)

    var failed = Self.look
    failed["status"] = "failed"
    failed["error_message"] = "m"
    let answer = JSON.object(failed)
    let one = try await CannedAnswer(body: answer.text()).client.avatars.look("l", of: "a")
    add(
      "GET avatar/{id}/look/{lookId}",
      [
        ("status", "status", one.status?.json),
        ("error_message", "errorMessage", one.errorMessage?.json),
      ], of: "HooxLook", in: answer)

    let report: JSON = [
      "avatar_id": "a", "look_id": "l", "status": "completed", "result": ["selfie": true],
    ]
    let status = try await CannedAnswer(body: report.text()).client.avatars
      .job(look: "l", of: "a").status()
    guard case .completed(let made) = status.state else {
      Issue.record("The look is not completed.")
      return
    }
    let call = "GET avatar/status"
    add(call, "avatar_id", "HooxLook.avatarID", made.avatarID, of: report)
    add(call, "look_id", "HooxLook.id", made.id, of: report)
    add(call, "status", "JobStatus.rawStatus", status.rawStatus, of: report)
    add(call, "result", "HooxLook.object", JSON.object(made.object), of: report)
  }

  mutating func readAvatarsAndVoices() async throws {
    var look = Self.look
    for key in ["avatar_id", "avatar_name", "look_name"] { look[key] = nil }
    look["name"] = "Hat"
    look["status"] = "completed"
    let answer: JSON = [
      "id": "a", "name": "Ada", "gender": "female", "age": "34", "age_range": "adult",
      "ethnicity": "e", "hair_color": "red", "thumbnail": "https://a.b/t.png",
      "looks": [.object(look)],
    ]
    let avatar = try await CannedAnswer(body: answer.text()).client.avatars.avatar("a")
    let call = "GET avatar/{id}"
    add(
      call,
      [
        ("id", "id", avatar.id.json), ("name", "name", avatar.name?.json),
        ("gender", "gender", avatar.gender?.json), ("age", "age", avatar.age?.json),
        ("age_range", "ageRange", avatar.ageRange?.json),
        ("ethnicity", "ethnicity", avatar.ethnicity?.json),
        ("hair_color", "hairColor", avatar.hairColor?.json),
        ("thumbnail", "thumbnailURL", avatar.thumbnailURL?.json),
      ], of: "HooxAvatar", in: answer)
    let own = try #require(avatar.looks.first)
    add(
      call,
      scene(own) + [
        ("name", "name", own.name?.json), ("status", "status", own.status?.json),
      ], of: "HooxLook", at: "looks[0].", in: answer)

    let accepted: JSON = ["avatar_id": "a", "look_id": "l"]
    let avatars = CannedAnswer(body: accepted.text()).client.avatars
    let new = try await avatars.submit(HooxNewAvatar(.prompt("p")))
    let edit = try await avatars.submit(HooxAvatarEdit(avatarID: "a", lookID: "l", prompt: "p"))
    for (call, sent) in [("POST avatar/create", new), ("POST avatar/edit", edit)] {
      add(call, "avatar_id", "Submission.avatarID", sent.avatarID, of: accepted)
      add(call, "look_id", "Submission.lookID", sent.lookID, of: accepted)
    }

    let list: JSON = [
      [
        "id": "v", "name": "Clara", "language": "en", "accent": "british", "gender": "female",
        "tags": ["warm"], "preview": "https://a.b/v.wav", "source": "s",
      ]
    ]
    let voice = try #require(try await CannedAnswer(body: list.text()).client.voices().first)
    add(
      "GET voice/list",
      [
        ("id", "id", voice.id.json), ("name", "name", voice.name?.json),
        ("language", "language", voice.language?.json), ("accent", "accent", voice.accent?.json),
        ("gender", "gender", voice.gender?.json), ("tags", "tags", voice.tags.json),
        ("preview", "previewURL", voice.previewURL?.json), ("source", "source", voice.source?.json),
      ], of: "HooxVoice", at: "[0].", in: list)
  }

  mutating func readWebhooks() throws {
    let answer: JSON = [
      "task": "asset_generation", "asset_id": "a", "avatar_id": "v", "look_id": "l", "job_id": "j",
      "status": "failed",
      "result": [
        "asset_url": "https://a.b/c.mp4", "asset_type": "video", "width": 1_920, "height": 1_080,
        "duration_seconds": 6.5,
      ],
      "error": ["code": "c", "message": "m"],
    ]
    let webhook = try HooxWebhook(parsing: answer.data())
    let failure = try #require(webhook.failure)
    add(
      "webhook",
      [
        ("task", "task", webhook.task.json), ("asset_id", "assetID", webhook.assetID?.json),
        ("avatar_id", "avatarID", webhook.avatarID?.json),
        ("look_id", "lookID", webhook.lookID?.json),
        ("job_id", "videoJobID", webhook.videoJobID?.json),
        ("status", "status", webhook.status.json), ("result", "result", .object(webhook.result)),
        ("result.asset_url", "url", webhook.url?.json),
        ("result.asset_type", "type", webhook.type?.json),
        ("result.width", "width", webhook.width?.json),
        ("result.height", "height", webhook.height?.json),
        ("result.duration_seconds", "duration", webhook.duration.map { ($0 / .seconds(1)).json }),
        ("error.code", "failure", failure.code?.json),
        ("error.message", "failure", failure.message.json),
      ], of: "HooxWebhook", in: answer)
  }
}
