/// What a model takes, as far as it is known; of any model, unless it is said.
struct HedraInputs {
  /// Whether an input is there.
  enum Presence {
    /// It has to be there.
    case required
    /// It may be there, as far as is known.
    case optional
    /// The model is not conditioned by it.
    case absent
  }

  /// What the model is for.
  var description: String?
  /// The kind of generation that is sent, where it is the record's own.
  var type: String?
  /// The model's ID; `nil` where it is a parameter.
  var id: String?
  /// The model's other name, for a model without an ID (from 2026-08-03 on).
  var slug: String?
  var startFrame = Presence.optional
  var endFrame = Presence.optional
  var audio = Presence.optional
  var video = Presence.optional
  var characterOrientation = Presence.optional
  /// Whether the speaker can be pointed at.
  var takesSpeakerPosition = true
  /// How long a prompt may be.
  var prompt: JSONObject = [:]
  var aspectRatio: JSONObject = ["type": "string"]
  var resolution: JSONObject = ["type": "string"]
  var duration: JSONObject = ["type": "integer"]

  /// Hedra Character 3, the only model that the speaker's position is documented for, and the one that
  /// makes a video where no other is named.
  static let character3 = "d1dd37a3-e39a-4854-a298-6510289f9cf2"

  /// The members of a body that name the model, if it is known.
  ///
  /// - Parameter key: The member for its ID.
  func name(_ key: String?) -> JSONObject {
    if let key, let id { return [key: ["const": .string(id)]] }
    return slug.map { ["model_slug": ["const": .string($0)]] } ?? [:]
  }

  /// A request of a kind that is not documented: what it is and which model it is for.
  var openBody: JSON {
    var properties: JSONObject = type.map { ["type": ["const": .string($0)]] } ?? [:]
    for (key, schema) in name("ai_model_id") { properties[key] = schema }
    return HedraSchema.object(
      properties, required: properties.keys, description: description)
  }
}

/// The rules that the documentation has in prose, reviewed, as JSON Schema.
extension HedraInputs {
  static let startKeys = ["start_keyframe_id", "start_keyframe_url"]
  static let endKeys = ["end_keyframe_id", "end_keyframe_url"]
  static let audioKeys = ["audio_id", "audio_generation"]
  static let references = "reference_image_ids"

  /// Whether images to refer to can be given. They supersede the keyframes, so that a model which has
  /// to have one of those takes none.
  var takesReferences: Bool { startFrame != .required && endFrame != .required }

  /// A frame is given by its ID or its URL, audio by its ID or as speech to make: the service takes an
  /// ID over speech, and what it does with both of a frame's is not documented. Keyframes beside
  /// references are ignored, at least those by ID.
  ///
  /// - Parameter keys: The members that the body has.
  func rules(among keys: [String]) -> [JSON] {
    let inputs = [(startFrame, Self.startKeys), (endFrame, Self.endKeys), (audio, Self.audioKeys)]
    let choices = inputs.map { ($0, $1.filter(keys.contains)) }.filter { $1.count > 1 }
    let frames = (Self.startKeys + Self.endKeys).filter(keys.contains)
    let apart = keys.contains(Self.references) ? frames.map { [Self.references, $0] } : []
    return choices.filter { $0.0 == .required }.map { _, keys in
      ["oneOf": .array(keys.map { ["required": [.string($0)]] })]
    }
      + (choices.filter { $0.0 == .optional }.map(\.1) + apart).map { keys in
        ["not": ["required": .array(keys.map(JSON.string))]]
      }
  }
}
