import TypedMedia

/// What the service says for people, which generated types do not carry.
extension ModelRecord {
  /// The record as the service sends it: with a label, with descriptions, and without the members that are an
  /// update's own. What the record says itself stays.
  var described: JSON {
    var record = object.filter { !$0.key.hasPrefix("x-") }
      .reduce(into: JSONObject()) { $0[$1.key] = $1.value }
    if label == nil { record["label"] = .string(Self.words(of: name)) }
    let settings = (object["settings"]?.array ?? []).map { setting -> JSON in
      guard var described = setting.object, described["label"] == nil,
        let key = described["key"]?.string
      else { return setting }
      described["label"] = .string(Self.settingLabels[key] ?? Self.words(of: key))
      return .object(described)
    }
    if object["settings"] != nil { record["settings"] = .array(settings) }
    record["input_schema"] = inputSchema.map(Self.describing)
    return .object(record)
  }

  /// The schema with a description of each property that has none.
  private static func describing(_ schema: JSON) -> JSON {
    switch schema {
    case .array(let elements): return .array(elements.map(describing))
    case .object(let members):
      var described = JSONObject()
      for (key, value) in members where !key.hasPrefix("x-") { described[key] = describing(value) }
      guard case .object(var properties)? = described["properties"] else {
        return .object(described)
      }
      for (name, property) in properties {
        guard var property = property.object, property["description"] == nil,
          let description = descriptions[name] ?? count(of: name, property)
        else { continue }
        property["description"] = .string(description)
        properties[name] = .object(property)
      }
      described["properties"] = .object(properties)
      return .object(described)
    default: return schema
    }
  }

  /// The number of reference that media there may be.
  private static func count(of name: String, _ property: JSONObject) -> String? {
    guard name == "references", let most = property["maxItems"]?.int else { return nil }
    return "Reference media, \(property["minItems"]?.int ?? 0) to \(most)."
  }

  /// `kling-v3-pro` as `Kling V3 Pro`.
  private static func words(of name: String) -> String {
    name.split(whereSeparator: { "-_".contains($0) })
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
  }

  /// The documented label (https://docs.hoox.video/api-reference/assets/model).
  private static let settingLabels = ["generateAudio": "audio"]

  private static let oneOf = "Set exactly one of url, asset_id and avatar_id."

  /// What is documented of requests (https://docs.hoox.video/api-reference/assets/start), by the name that is
  /// sent.
  private static let descriptions = [
    "prompt": "What to generate, in words.",
    "duration": "Length in seconds.",
    "generation_count": "How many variations to make of the same prompt.",
    "model_settings": "Settings that this model alone takes.",
    "url": "Publicly reachable URL of the media file.",
    "asset_id": "ID of an asset in the space's media library.",
    "avatar_id": "ID of an avatar defined in the space.",
    "start_image": "Image that the video starts from. \(oneOf)",
    "end_image": "Image that the video ends on. Needs start_image. \(oneOf)",
    "motion_video": "Video whose motion is applied to the start image. \(oneOf)",
    "source_video": "Video that the model works on. \(oneOf)",
    "first_frame": "First frame of the video. \(oneOf)",
    "last_frame": "Last frame of the video. \(oneOf)",
  ]
}
