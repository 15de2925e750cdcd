/// The parts of which the bodies of `POST /generations` are made
/// (https://www.hedra.com/docs/api-reference/public/generate-asset).
enum HedraSchema {
  /// An object, with rules about its members.
  static func object(
    _ properties: JSONObject, required: [String], description: String? = nil, rules: [JSON] = []
  ) -> JSON {
    var schema: JSONObject = ["type": "object"]
    if let description, !description.isEmpty { schema["description"] = .string(description) }
    if !required.isEmpty { schema["required"] = .array(required.map(JSON.string)) }
    schema["properties"] = .object(properties)
    if !rules.isEmpty { schema["allOf"] = .array(rules) }
    return .object(schema)
  }

  /// Any text.
  static func text(_ description: String) -> JSON {
    ["type": "string", "description": .string(description)]
  }

  /// The ID of an asset, a voice or a model.
  static func id(_ description: String, default defaultID: String? = nil) -> JSON {
    var schema: JSONObject = [
      "type": "string", "format": "uuid", "description": .string(description),
    ]
    if let defaultID { schema["default"] = .string(defaultID) }
    return .object(schema)
  }

  /// The ID of an asset, or a file that becomes one.
  static func media(_ kind: MediaKind, _ description: String) -> JSON {
    [
      "type": "string", "format": "uuid", "x-media": .string(kind.rawValue),
      "description": .string(description),
    ]
  }

  /// A list of IDs of assets, or of files that become some.
  static func media(listOf kind: MediaKind, _ description: String) -> JSON {
    [
      "type": "array", "x-media": .string(kind.rawValue),
      "items": ["type": "string", "format": "uuid"], "description": .string(description),
    ]
  }

  /// The members that name a model, where it is not known which: by its slug, or by its ID, which is deprecated.
  static func modelNames(idKey: String, default defaultID: String? = nil) -> JSONObject {
    [
      "model_slug": text("The model's slug, as the list of models has it."),
      idKey: id(
        "The model's ID, which the service advises against" + (defaultID == nil ? "." : "; ")
          + (defaultID == nil ? "" : "that of Hedra Character 3, where no model is named."),
        default: defaultID),
    ]
  }

  /// That a model is named in one way: which the service takes of two is not documented.
  static func modelRules(idKey: String) -> [JSON] {
    [["not": ["required": ["model_slug", .string(idKey)]]]]
  }

  static func url(_ description: String) -> JSON {
    [
      "type": "string", "format": "uri", "minLength": 1, "maxLength": 2083,
      "description": .string(description),
    ]
  }

  /// `schema` with a description.
  static func described(_ schema: JSONObject, _ description: String) -> JSON {
    var schema = schema
    schema["description"] = .string(description)
    return .object(schema)
  }

  static func prompt(_ model: HedraInputs, _ description: String) -> JSON {
    var schema: JSONObject = ["type": "string"]
    for (key, bound) in model.prompt { schema[key] = bound }
    return described(schema, description)
  }

  static let enhancing: JSON = [
    "type": "boolean", "default": false,
    "description": "Whether the service rewrites the prompt before it is used.",
  ]

  static func batch(of things: String) -> JSON {
    [
      "type": "integer", "minimum": 1, "maximum": 8, "default": 1,
      "description": .string("How many \(things) to make."),
    ]
  }

  static let title: JSON = [
    "type": "string", "maxLength": 255, "description": "What the asset is called that is made.",
  ]

  static let seed: JSON = [
    "type": "integer", "description": "What chance begins with, so that it can be repeated.",
  ]

  static func exclusion(of things: String) -> JSON {
    text("What is not to be in the \(things), in words.")
  }

  /// The images, videos and sounds to refer to, as far as the model takes some.
  static func references(_ model: HedraInputs, isVideo: Bool) -> JSONObject {
    let all: [(String, MediaKind, HedraInputs.Presence, HedraModes.Input, String)] = [
      (
        "reference_audio_ids", .audio, model.referenceAudios, .referenceAudio,
        "The audio assets to refer to."
      ),
      (
        HedraInputs.references, .image, model.referenceImages, .referenceImage,
        "The image assets to refer to."
          + (model.modes == nil ? " They supersede the keyframes." : "")
      ),
      (
        "reference_video_ids", .video, model.referenceVideos, .referenceVideo,
        "The video assets to refer to."
      ),
    ]
    var members = JSONObject()
    for (key, kind, presence, input, description) in all
    where presence != .absent && (isVideo || kind == .image) {
      let schema = media(listOf: kind, description)
      members[key] = model.counting(model.limiting(schema, of: input), of: input)
    }
    return members
  }
}

extension HedraInputs {
  /// Adds what the model takes for an input to the schema of one.
  func limiting(_ schema: JSON, of input: HedraModes.Input) -> JSON {
    modes?.limiting(schema, of: input) ?? schema
  }

  /// Adds how many the model takes of an input to the schema of a list of them.
  func counting(_ schema: JSON, of input: HedraModes.Input) -> JSON {
    modes?.counting(schema, of: input) ?? schema
  }
}
