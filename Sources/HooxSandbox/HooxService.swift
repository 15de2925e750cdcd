import Foundation
import HooxCore
import TypedMedia
import TypedMediaTesting

/// What Hoox knows and does, as far as it is documented: a value that changes with each call.
struct HooxService: Sendable {
  /// Where results are served from.
  static let fileHost = "cdn.hoox.video"

  /// What a plain request costs where the model's record does not say.
  static let usualCost: Decimal = 10

  let models: [ModelRecord]
  let pace: HooxSandbox.Pace
  var credits: Decimal
  var baseCosts: [String: Decimal] = [:]
  /// The failures of the generations that are submitted next.
  var comingFailures: [JobFailure] = []
  var assets: [String: SandboxAsset] = [:]
  var folders: [JSONObject] = []
  /// The avatars, those that everybody has first.
  var avatars: [SandboxAvatar] = SandboxAvatar.everybodys
  /// The looks, in the order in which they were asked for.
  var looks: [SandboxLook] = SandboxLook.everybodys
  private var lastID = 0

  init(models: [ModelRecord], credits: Decimal, pace: HooxSandbox.Pace) {
    self.models = models
    self.credits = credits
    self.pace = pace
  }

  /// Answers a call whose key is right.
  mutating func answer(
    to call: HooxCall, at now: Duration
  ) throws(HooxRefusal) -> (status: Int, body: JSON) {
    switch call.endpoint {
    case .listModels: (200, listModels(call.query))
    case .getModel: (200, try model(named: call.subject).described)
    case .price: (200, try price(call.body))
    case .start: (201, try start(call.body, at: now))
    case .status: (200, try status(of: call.subject, at: now))
    case .createFolder: (201, try createFolder(call.body))
    case .listFolders: (200, listFolders(call.query))
    case .listLooks: (200, try listLooks(call.query, at: now))
    case .getAvatar: (200, try avatar(call.subject, at: now))
    case .getLook: (200, try look(call.subject, of: call.path[1], at: now))
    case .createAvatar: (201, try createAvatar(call.body, at: now))
    case .editAvatar: (201, try editAvatar(call.body, at: now))
    case .lookStatus: (200, try lookStatus(call.query, at: now))
    case .listVoices: (200, try listVoices(call.query))
    case .getVoice: (200, try voice(call.subject))
    case .file, nil: throw .notFound("Page")
    }
  }

  /// An ID such as the service's own: 24 hexadecimal digits.
  mutating func newID() -> String {
    lastID += 1
    let digits = String(lastID, radix: 16)
    return "662f8c1d" + String(repeating: "0", count: 16 - digits.count) + digits
  }

  func model(named name: String) throws(HooxRefusal) -> ModelRecord {
    guard let model = models.first(where: { $0.name == name }) else { throw .notFound("Model") }
    return model
  }

  /// The models' records without their schemas; what all have in common for being asked for stands
  /// beside the list.
  private func listModels(_ query: [String: String]) -> JSON {
    var list = JSONObject()
    var found = models
    for key in ["type", "provider"] {
      guard let wanted = query[key] else { continue }
      found = found.filter { $0.object[key]?.string == wanted }
      list[key] = .string(wanted)
    }
    if let tag = query["tag"] { found = found.filter { HooxModel($0).tags.contains(tag) } }
    let records = found.map { model in
      var record = model.described.object ?? [:]
      for key in ["input_schema", "settings"] + list.map(\.key) { record[key] = nil }
      return JSON.object(record)
    }
    list["models"] = .array(records)
    list.set("count", records.count)
    return .object(list)
  }

  private mutating func createFolder(_ body: JSON?) throws(HooxRefusal) -> JSON {
    guard let name = body?["name"]?.string, !name.isEmpty else {
      throw .invalid("name", "name is required")
    }
    for (key, takesNull) in [("type", false), ("parent_folder_id", true)] {
      guard let value = body?[key], value.string == nil, !(takesNull && value.isNull) else {
        continue
      }
      throw .invalid(key, "\(key) must be a string")
    }
    let kind = body?["type"]?.string ?? "assets"
    guard ["assets", "videos"].contains(kind) else {
      throw .invalid("type", "type must be assets or videos")
    }
    let parent = body?["parent_folder_id"]?.string
    if let parent,
      !folders.contains(where: { $0["id"]?.string == parent && $0["type"]?.string == kind })
    {
      throw .invalid("parent_folder_id", "parent_folder_id is not a folder of this type")
    }
    let folder: JSONObject = [
      "id": .string(newID()), "name": .string(name), "type": .string(kind),
      "parent_folder_id": parent.map(JSON.string) ?? .null, "created_at": Date.now.json,
    ]
    folders.append(folder)
    return .object(folder)
  }

  private func listFolders(_ query: [String: String]) -> JSON {
    let found = folders.filter { query["type"] == nil || $0["type"]?.string == query["type"] }
    return ["folders": .array(found.map(JSON.object))]
  }
}
