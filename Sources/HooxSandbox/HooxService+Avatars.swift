import Foundation
import HooxCore
import TypedMedia
import TypedMediaTesting

/// What there is of avatars. What they look like, and which words there are besides those that are
/// documented, is the sandbox's own.
extension HooxService {
  func look(withID id: String) -> SandboxLook? { looks.first { $0.id == id } }

  /// The looks that are there, of which those fit that have one of the words for each thing.
  func listLooks(_ query: [String: String], at now: Duration) throws(HooxRefusal) -> JSON {
    for key in ["selfie", "onlyPublic"] {
      guard let word = query[key], !["true", "false"].contains(word) else { continue }
      throw .invalidAvatar(key, "\(key) must be true or false")
    }
    let found = looks.filter { look in
      guard look.status(at: now, pace: pace) == "completed",
        let avatar = avatars.first(where: { $0.id == look.avatarID }),
        avatar.isPublic || query["onlyPublic"] != "true"
      else { return false }
      let record = record(of: look, of: avatar, at: now)
      let isWanted = Self.lookFilters.allSatisfy { key in
        Self.fits(record[key] ?? .null, query[key])
      }
      return isWanted && query["selfie"].map { record["selfie"]?.bool == ($0 == "true") } != false
    }
    return .array(
      found.compactMap { look in
        avatars.first { $0.id == look.avatarID }
          .map { .object(record(of: look, of: $0, at: now)) }
      })
  }

  private static let lookFilters = [
    "gender", "age_range", "ethnicity", "hair_color", "place", "action", "emotion", "accessories",
  ]

  /// Whether a member is one of the words that are wanted, or has one of them.
  static func fits(_ member: JSON, _ wanted: String?) -> Bool {
    guard let wanted else { return true }
    let words = wanted.split(separator: ",").map(String.init)
    return (member.array ?? [member]).contains { $0.string.map(words.contains) == true }
  }

  func avatar(_ id: String, at now: Duration) throws(HooxRefusal) -> JSON {
    guard let avatar = avatars.first(where: { $0.id == id }) else { throw .notFoundAvatar }
    var answer: JSONObject = ["id": .string(id), "name": .string(avatar.name)]
    for (key, value) in avatar.person { answer[key] = value }
    answer["thumbnail"] = .string(Self.address(of: id, .image))
    let own = looks.filter { $0.avatarID == id }
    answer["looks"] = .array(
      own.map { look in
        var record = scene(of: look, at: now)
        record["name"] = record["look_name"]
        record["look_name"] = nil
        return .object(record)
      })
    return .object(answer)
  }

  func look(
    _ id: String, of avatarID: String, at now: Duration
  ) throws(HooxRefusal) -> JSON {
    guard let avatar = avatars.first(where: { $0.id == avatarID }) else { throw .notFoundAvatar }
    guard let look = look(withID: id), look.avatarID == avatarID else { throw .notFoundLook }
    var answer = record(of: look, of: avatar, at: now)
    answer["error_message"] = errorMessage(of: look, at: now)
    return .object(answer)
  }

  func lookStatus(_ query: [String: String], at now: Duration) throws(HooxRefusal) -> JSON {
    for key in ["avatar_id", "look_id"] where query[key]?.isEmpty != false {
      throw .invalidAvatar(key, "\(key) is required")
    }
    let (avatarID, lookID) = (query["avatar_id"] ?? "", query["look_id"] ?? "")
    let result = try look(lookID, of: avatarID, at: now)
    return [
      "avatar_id": .string(avatarID), "look_id": .string(lookID),
      "status": result["status"] ?? .null, "result": result,
    ]
  }

  /// What a webhook is told of a look; `nil` until that has ended.
  func webhookPayload(for look: SandboxLook, at now: Duration) -> JSON? {
    let status = look.status(at: now, pace: pace)
    guard status != "pending", let avatar = avatars.first(where: { $0.id == look.avatarID }) else {
      return nil
    }
    var payload: JSONObject = [
      "task": .string(look.task), "avatar_id": .string(avatar.id), "look_id": .string(look.id),
      "status": .string(status),
    ]
    if let failure = look.failure {
      payload["error"] = Self.error(failure)
    } else {
      payload["result"] = .object(record(of: look, of: avatar, at: now))
    }
    return .object(payload)
  }

  /// What a webhook is told of a whole video.
  static func videoPayload(_ task: String, of jobID: String, failure: JobFailure?) -> JSON {
    var payload: JSONObject = [
      "task": .string(task), "job_id": .string(jobID),
      "status": failure == nil ? "completed" : "failed",
    ]
    payload["error"] = failure.map(error)
    return .object(payload)
  }

  /// A look, with what is known of the person.
  private func record(
    of look: SandboxLook, of avatar: SandboxAvatar, at now: Duration
  ) -> JSONObject {
    var record: JSONObject = [
      "avatar_id": .string(avatar.id), "avatar_name": .string(avatar.name),
    ]
    for (key, value) in avatar.person where key != "age" { record[key] = value }
    for (key, value) in scene(of: look, at: now) { record[key] = value }
    return record
  }

  private func scene(of look: SandboxLook, at now: Duration) -> JSONObject {
    var scene: JSONObject = ["id": .string(look.id)]
    for (key, value) in look.scene { scene[key] = value }
    let status = look.status(at: now, pace: pace)
    scene["status"] = .string(status)
    guard status == "completed" else { return scene }
    scene["thumbnail"] = .string(Self.address(of: look.id, .image))
    scene["preview"] = .string(Self.address(of: look.id, .video))
    return scene
  }

  private func errorMessage(of look: SandboxLook, at now: Duration) -> JSON {
    guard look.status(at: now, pace: pace) == "failed", let failure = look.failure else {
      return .null
    }
    return .string(failure.message)
  }

  static func address(of id: String, _ media: SampleMedia) -> String {
    "https://\(fileHost)/avatars/\(id).\(media.fileExtension)"
  }
}
