public import TypedMediaSchema

extension Configuration: CustomStringConvertible {
  /// The members of a `typed-media.json` that says the same. What is as by default is left out.
  public var json: JSON {
    let defaults = Configuration()
    var object: JSONObject = [:]
    if protocolName != defaults.protocolName { object["protocol"] = .string(protocolName) }
    if let outputProtocolName { object["outputProtocol"] = .string(outputProtocolName) }
    if !imports.isEmpty { object["imports"] = Self.list(imports) }
    if access != defaults.access { object["access"] = .string(access.rawValue) }
    if models != defaults.models { object["models"] = Self.list(models) }
    if let catalogName { object["catalog"] = .string(catalogName) }
    if !flattenings.isEmpty { object["flatten"] = Self.list(flattenings.map(\.description)) }
    if !renames.isEmpty {
      var names: JSONObject = [:]
      for rename in renames { names[rename.place.description] = .string(rename.name) }
      object["renames"] = .object(names)
    }
    return .object(object)
  }

  /// A `typed-media.json` that says the same.
  public var description: String { json.text(.indented) }

  private static func list(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
}

extension Configuration.Place: CustomStringConvertible {
  /// The place as `typed-media.json` spells it: `veo-3.1#/properties/resolution`.
  public var description: String { model + (pointer.map { "#\($0)" } ?? "") }
}

extension Configuration.Rename: CustomStringConvertible {
  /// The place, and the name.
  public var description: String { "\(place): \(name)" }
}
