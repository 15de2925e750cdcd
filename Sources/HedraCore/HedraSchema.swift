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

  /// A list of IDs of assets.
  static func ids(_ description: String) -> JSON {
    [
      "type": "array", "items": ["type": "string", "format": "uuid"],
      "description": .string(description),
    ]
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

  static let startFrame = id("The image asset that the video begins with.")
  static let references = ids("The image assets to refer to. They supersede the keyframes.")
}
