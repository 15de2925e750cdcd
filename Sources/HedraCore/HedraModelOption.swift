/// Something that a model lets one set by a name of its own
/// (https://www.hedra.com/docs/api-reference/public/list-models: `ModelOption`).
public struct HedraModelOption: Hashable, Sendable {
  /// The name, as requests send it in `options`.
  public let name: String
  /// The whole member, in the service's spelling.
  public let object: JSONObject

  init?(_ json: JSON) {
    guard let object = json.object, let name = object["name"]?.string else { return nil }
    self.name = name
    self.object = object
  }

  /// The words that it takes; empty for one that is true or false.
  public var values: [String] { object.strings("values") }
  /// What holds where it is left out.
  public var defaultValue: JSON? { object["default"] }

  /// The schema of the option.
  private var schema: JSON {
    var schema: JSONObject =
      values.isEmpty
      ? ["type": "boolean"]
      : ["type": "string", "enum": .array(values.map(JSON.string))]
    schema["default"] = defaultValue
    return .object(schema)
  }

  /// The schema of the options that a record publishes; `nil` where it publishes none.
  static func schema(of options: JSON?) -> JSONObject? {
    let options = (options?.array ?? []).compactMap(HedraModelOption.init)
    guard !options.isEmpty else { return nil }
    var properties = JSONObject()
    for option in options { properties[option.name] = option.schema }
    return ["type": "object", "properties": .object(properties)]
  }
}
