import Foundation
import HooxCore
import TypedMedia
import TypedMediaTesting

/// How avatars and looks are made.
extension HooxService {
  /// Takes a request for a new avatar, if there are credits for it.
  mutating func createAvatar(_ body: JSON?, at now: Duration) throws(HooxRefusal) -> JSON {
    guard case .object(var body)? = body else { throw .invalidAvatar(nil, "The body must be JSON") }
    // The service has two names for it.
    if let images = body["imageUrls"], body["images"] == nil {
      body["images"] = images
      body["imageUrls"] = nil
    }
    if body["prompt"] == nil, body["images"] == nil {
      throw .avatar("MISSING_PROMPT", "prompt", "prompt or images is required")
    }
    let webhook = try webhook(in: &body)
    try check(body, against: HooxNewAvatar.model)
    guard let request = try? HooxNewAvatar(json: .object(body)) else {
      throw .invalidAvatar(nil, "The request cannot be read")
    }
    try pay(request.documentedCost)
    let avatar = SandboxAvatar(
      id: newID(), name: request.name ?? "New avatar", isPublic: false,
      person: [
        "gender": "female", "age": "30", "age_range": "adult", "ethnicity": "other",
        "hair_color": "black",
      ])
    avatars.append(avatar)
    var format: HooxAvatarFormat?
    if case .prompt(_, let wanted) = request.source { format = wanted }
    return add(
      SandboxLook.scene(
        "First look", place: request.place?.rawValue ?? "other", action: "presenting",
        emotion: "neutral", isSelfie: request.style == .selfie,
        format: format?.rawValue ?? "vertical"),
      of: avatar, by: "avatar_create", for: request.documentedCost, webhook, at: now)
  }

  /// Takes a request for another look, if there are credits for it.
  mutating func editAvatar(_ body: JSON?, at now: Duration) throws(HooxRefusal) -> JSON {
    guard case .object(var body)? = body else { throw .invalidAvatar(nil, "The body must be JSON") }
    if body["prompt"] == nil { throw .avatar("MISSING_PROMPT", "prompt", "prompt is required") }
    let webhook = try webhook(in: &body)
    try check(body, against: HooxAvatarEdit.model)
    guard let request = try? HooxAvatarEdit(json: .object(body)) else {
      throw .invalidAvatar(nil, "The request cannot be read")
    }
    guard let named = avatars.first(where: { $0.id == request.avatarID }) else {
      throw .notFoundAvatar
    }
    guard let look = look(withID: request.lookID), look.avatarID == named.id,
      look.status(at: now, pace: pace) == "completed"
    else { throw .notFoundLook }
    try pay(request.documentedCost)
    let avatar = named.isPublic ? copy(of: named) : named
    var scene = look.scene
    scene.set("look_name", request.lookName)
    scene.set("place", request.place)
    scene.set("format", request.format)
    return add(
      scene, of: avatar, by: "avatar_edit", for: request.documentedCost, webhook, at: now)
  }

  /// Copies an avatar that everybody has into the space, with its looks.
  private mutating func copy(of avatar: SandboxAvatar) -> SandboxAvatar {
    let copy = SandboxAvatar(
      id: newID(), name: avatar.name, isPublic: false, person: avatar.person)
    avatars.append(copy)
    for look in looks where look.avatarID == avatar.id {
      looks.append(SandboxLook(id: newID(), avatarID: copy.id, scene: look.scene))
    }
    return copy
  }

  private mutating func add(
    _ scene: JSONObject, of avatar: SandboxAvatar, by task: String, for cost: Decimal,
    _ webhook: String?, at now: Duration
  ) -> JSON {
    let look = SandboxLook(
      id: newID(), avatarID: avatar.id, scene: scene, task: task, cost: cost, submitted: now,
      failure: comingFailures.isEmpty ? nil : comingFailures.removeFirst(), webhook: webhook)
    looks.append(look)
    return ["avatar_id": .string(avatar.id), "look_id": .string(look.id)]
  }

  private mutating func pay(_ cost: Decimal) throws(HooxRefusal) {
    guard cost <= credits else {
      throw HooxRefusal(
        status: 402, message: "Insufficient credits", code: "INSUFFICIENT_CREDITS")
    }
    credits -= cost
  }

  /// Takes the webhook out of a request, which is checked apart from the rest.
  private func webhook(in body: inout JSONObject) throws(HooxRefusal) -> String? {
    guard let value = body["webhook_url"] else { return nil }
    guard let address = value.string,
      ["http", "https"].contains(URL(string: address)?.scheme?.lowercased())
    else {
      throw .avatar("INVALID_WEBHOOK_URL", "webhook_url", "webhook_url must be a URL")
    }
    body["webhook_url"] = nil
    return address
  }

  private func check(_ body: JSONObject, against call: ModelRecord) throws(HooxRefusal) {
    let details = call.fieldErrors(in: body, unknown: "INVALID_VALUE", invalid: "INVALID_VALUE")
    if !details.isEmpty { throw .invalid(details) }
  }
}

extension HooxRefusal {
  // The pages of avatars have capitals (https://docs.hoox.video/api-reference/avatars/edit), and
  // bare messages for what is not there (https://docs.hoox.video/api-reference/avatars/status).
  static let notFoundAvatar = HooxRefusal(
    status: 404, message: "Avatar not found", code: "AVATAR_NOT_FOUND")
  static let notFoundLook = HooxRefusal(
    status: 404, message: "Look not found", code: "LOOK_NOT_FOUND")

  static func avatar(_ code: String, _ field: String?, _ message: String) -> HooxRefusal {
    .invalid([.init(code: code, message: message, field: field)])
  }

  static func invalidAvatar(_ field: String?, _ message: String) -> HooxRefusal {
    .avatar("INVALID_VALUE", field, message)
  }
}
