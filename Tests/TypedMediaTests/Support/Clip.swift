import Foundation
import TypedMedia

/// A request as the generator might have made it, written by hand.
struct Clip: JSONObjectConvertible, Hashable, Codable, CustomStringConvertible {
  enum Ratio: String, ClosedValue {
    case wide = "16:9"
    case tall = "9:16"
  }

  var prompt: String
  var ratio: Ratio?
  var seed: Int?
  var tags: [String]?
  var sound: Sound?

  init(
    prompt: String, ratio: Ratio? = nil, seed: Int? = nil, tags: [String]? = nil,
    sound: Sound? = nil
  ) {
    self.prompt = prompt
    self.ratio = ratio
    self.seed = seed
    self.tags = tags
    self.sound = sound
  }

  init(from object: JSONObject) throws {
    prompt = try object.required("prompt")
    ratio = try object.optional("ratio")
    seed = try object.optional("seed")
    let tags: [String]? = try object.optional("tags")
    self.tags = tags?.isEmpty == true ? nil : tags
    sound = try object.optional("sound")
  }

  func encode(to object: inout JSONMembers) {
    object.set("prompt", prompt)
    object.set("ratio", ratio)
    object.set("seed", seed)
    object.set("tags", tags)
    object.set("sound", sound)
  }
}

/// A value within ``Clip``.
struct Sound: JSONObjectConvertible, Hashable, Codable, CustomStringConvertible {
  var volume: Double
  var voice: String?

  init(volume: Double, voice: String? = nil) {
    self.volume = volume
    self.voice = voice
  }

  init(from object: JSONObject) throws {
    volume = try object.required("volume")
    voice = try object.optional("voice")
  }

  func encode(to object: inout JSONMembers) {
    object.set("volume", volume)
    object.set("voice", voice)
  }
}

/// A value of types that have more than one spelling.
struct Stamp: JSONObjectConvertible, Hashable, Codable, CustomStringConvertible {
  var id: UUID
  var date: Date?

  init(from object: JSONObject) throws {
    id = try object.required("id")
    date = try object.optional("date")
  }

  func encode(to object: inout JSONMembers) {
    object.set("id", id)
    object.set("date", date)
  }
}
