import Foundation
import TypedMedia
import TypedMediaTesting

/// One person in a sandbox.
struct SandboxAvatar: Sendable {
  let id: String
  let name: String
  /// Whether everybody has it.
  let isPublic: Bool
  /// What the person looks like, as the service spells it.
  let person: JSONObject

  /// The avatars that everybody has.
  static let everybodys = [
    SandboxAvatar(
      id: "662f8c1c0000000000000001", name: "Ada", isPublic: true,
      person: [
        "gender": "female", "age": "34", "age_range": "adult", "ethnicity": "european",
        "hair_color": "brown",
      ]),
    SandboxAvatar(
      id: "662f8c1c0000000000000002", name: "Ben", isPublic: true,
      person: [
        "gender": "male", "age": "61", "age_range": "senior", "ethnicity": "african",
        "hair_color": "grey",
      ]),
  ]
}

/// One look in a sandbox.
struct SandboxLook: Sendable {
  let id: String
  let avatarID: String
  /// What is seen, as the service spells it: its name, place, action…
  let scene: JSONObject
  /// What asked for it: `avatar_create` or `avatar_edit`.
  var task = "avatar_create"
  var cost: Decimal = 0
  /// When it was asked for; `nil` of one that was always there.
  var submitted: Duration?
  /// Why there will be none; `nil` when there will be one.
  var failure: JobFailure?
  /// Where to tell that it has ended.
  var webhook: String?
  /// Whether the credits of a failure were given back.
  var isRefunded = false

  func status(at now: Duration, pace: HooxSandbox.Pace) -> String {
    if let submitted, now - submitted < pace.pending + pace.generating { return "pending" }
    return failure == nil ? "completed" : "failed"
  }

  /// The looks that everybody has.
  static let everybodys = [
    SandboxLook(
      id: "662f8c1c0000000000000011", avatarID: "662f8c1c0000000000000001",
      scene: scene("At the stove", place: "kitchen", action: "cooking", emotion: "happy")),
    SandboxLook(
      id: "662f8c1c0000000000000012", avatarID: "662f8c1c0000000000000001",
      scene: scene(
        "By the sea", place: "beach", action: "relaxing", emotion: "relaxed",
        accessories: ["sunglasses"], isSelfie: true)),
    SandboxLook(
      id: "662f8c1c0000000000000021", avatarID: "662f8c1c0000000000000002",
      scene: scene(
        "On the air", place: "podcast", action: "presenting", emotion: "focused",
        accessories: ["glasses", "microphone"], format: "horizontal", models: ["standard"])),
  ]

  /// What is seen, as the service spells it.
  static func scene(
    _ name: String, place: String, action: String, emotion: String, accessories: [String] = [],
    isSelfie: Bool = false, format: String = "vertical",
    models: [String] = ["premium", "ultra", "veo-3"]
  ) -> JSONObject {
    [
      "look_name": .string(name), "place": .string(place), "accessories": accessories.json,
      "action": .string(action), "emotion": .string(emotion), "selfie": .bool(isSelfie),
      "format": .string(format), "model_available": models.json,
    ]
  }
}
