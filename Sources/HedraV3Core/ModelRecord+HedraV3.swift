extension ModelRecord {
  /// A model of Hedra's API v3 as `GET /models/{model}` describes it.
  ///
  /// - The model's ID is the name that is sent, and its name the label.
  /// - Inputs that are media are marked with `x-media` and `x-media-max-bytes`, by the service's own marks.
  /// - Which inputs go together is an `anyOf` of the schema. Some documents of the service have that; others
  ///   say the same in the schema's description, in a fixed form, which is read.
  ///
  /// Nothing in a record is an error but that it has no ID: what is strange leaves the schema as it is.
  ///
  /// - Returns: A model of Hedra's API v3 as `GET /models/{model}` describes it.
  /// - Throws: `JSONMismatch` when `record` is not an object or has no ID.
  public static func hedraV3(_ record: JSON) throws -> ModelRecord {
    guard case .object(var object) = record else {
      throw JSONMismatch(expected: "a model's record", found: record)
    }
    let id = try object.id("id")
    if object["label"] == nil { object["label"] = object["name"]?.string.map(JSON.string) }
    object["name"] = .string(id)
    if object["type"] == nil { object["type"] = object["modality"] }
    if let schema = object["input_schema"] {
      object["input_schema"] = HedraV3Schema.completed(schema)
    }
    return try ModelRecord(json: .object(object))
  }
}

/// The schemas of inputs, with what the service says in words of its own.
enum HedraV3Schema {
  /// A schema with the marks of media and with its input modes.
  static func completed(_ schema: JSON) -> JSON {
    guard case .object(var object)? = marked(schema).object.map(JSON.object) else { return schema }
    if object["anyOf"] == nil,
      let modes = modes(
        in: object["description"]?.string ?? "", of: object["properties"]?.object ?? [:])
    {
      object["anyOf"] = .array(modes)
    }
    return .object(object)
  }

  /// A schema in which whatever has `media_type` is marked for everybody.
  private static func marked(_ schema: JSON) -> JSON {
    switch schema {
    case .array(let elements): return .array(elements.map(marked))
    case .object(let members):
      var object = JSONObject()
      for (key, value) in members {
        object[key] = ["enum", "default", "required"].contains(key) ? value : marked(value)
      }
      if let kind = members["media_type"]?.string, ["image", "video", "audio"].contains(kind) {
        object["x-media"] = .string(kind)
        if let size = members["max_file_size_bytes"]?.int {
          object.set("x-media-max-bytes", size)
        }
      }
      return .object(object)
    default: return schema
    }
  }

  /// The combinations of inputs that a description lists, as schemas; `nil` where it lists none, or one that
  /// cannot be read.
  ///
  /// ```
  /// (1) requires: prompt, start_image; must omit: end_image; accepts quality: pro; resolution: 1080p | 4K
  /// ```
  static func modes(in description: String, of properties: JSONObject) -> [JSON]? {
    let lines = description.split(separator: "\n").filter { $0.contains(#/^\(\d+\) requires: /#) }
    guard !lines.isEmpty else { return nil }
    let modes = lines.compactMap { mode(String($0), of: properties) }
    return modes.count == lines.count ? modes : nil
  }

  private static func mode(_ line: String, of properties: JSONObject) -> JSON? {
    var required: [JSON] = []
    var narrowed = JSONObject()
    let clauses = line.drop { $0 != " " }.dropFirst().split(separator: ";")
    for clause in clauses.map({ $0.trimmingPrefix(" ") }) {
      let clause = clause.hasPrefix("accepts ") ? clause.dropFirst(8) : clause[...]
      let parts = clause.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      let value = parts[1].trimmingPrefix(" ")
      let names = value.split(separator: ",").map { String($0.trimmingPrefix(" ")) }
      switch parts[0] {
      case "requires": required = names.map(JSON.string)
      case "must omit": for name in names { narrowed[name] = false }
      default:
        let name = String(parts[0])
        let known = properties[name]?["enum"]?.array ?? []
        let words = value.components(of: " | ")
        let values = known.filter { words.contains($0.string ?? $0.text()) }
        guard values.count == words.count else { return nil }
        narrowed[name] = ["enum": .array(values)]
      }
    }
    let named = required.compactMap(\.string) + narrowed.keys
    guard !required.isEmpty, named.allSatisfy({ properties[$0] != nil }) else { return nil }
    var mode: JSONObject = ["required": .array(required)]
    if !narrowed.isEmpty { mode["properties"] = .object(narrowed) }
    return .object(mode)
  }
}

extension StringProtocol {
  /// The texts between the separators.
  fileprivate func components(of separator: String) -> [String] {
    String(self).split(separator: separator).map(String.init)
  }
}
