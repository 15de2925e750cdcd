import TypedMedia

/// Bodies made from a schema.
enum Samples {
  /// The body with what is required alone, the one with everything, and for each value of each
  /// property one more.
  static func bodies(of schema: JSON) -> [JSON] {
    let properties = schema["properties"]?.object ?? [:]
    let required = (schema["required"]?.array ?? []).compactMap(\.string)
    var smallest = JSONObject()
    var whole = JSONObject()
    for (key, property) in properties {
      whole[key] = values(of: property).last
      if required.contains(key) { smallest[key] = values(of: property).first }
    }
    var bodies = [smallest, whole]
    for (key, property) in properties {
      for value in values(of: property) {
        var body = whole
        body[key] = value
        bodies.append(body)
      }
    }
    return bodies.map(JSON.object)
  }

  /// Values that a schema does not allow, by the property.
  static func wrongValues(of schema: JSON) -> [(key: String, value: JSON)] {
    (schema["properties"]?.object ?? [:]).flatMap { key, property -> [(String, JSON)] in
      var wrong: [JSON] = [.object(["unheard_of": 1])]
      if let longest = property["maxLength"]?.int {
        wrong.append(.string(String(repeating: "a", count: longest + 1)))
      }
      if let maximum = property["maximum"]?.int { wrong.append(.number(.init(maximum + 1))) }
      if let minimum = property["minimum"]?.int { wrong.append(.number(.init(minimum - 1))) }
      if property["enum"] != nil { wrong += ["unheard of", 7_777] }
      if let most = property["maxItems"]?.int,
        let item = property["items"].flatMap({ values(of: $0).first })
      {
        wrong.append(.array(Array(repeating: item, count: most + 1)))
      }
      return wrong.map { (key, $0) }
    }
  }

  /// Values that a schema allows, the plainest first.
  static func values(of schema: JSON) -> [JSON] {
    if let values = schema["enum"]?.array { return values }
    switch schema["type"]?.string {
    case "string" where schema["format"]?.string == "uri":
      return ["https://example.com/a%20fox.png?size=1"]
    case "string":
      let longest = schema["maxLength"]?.int ?? 50
      return ["x", .string(String(repeating: "ö", count: longest))]
    case "integer":
      return [schema["minimum"], schema["maximum"]].compactMap { $0 }
    case "boolean": return [true, false]
    case "array":
      let items = schema["items"].map(values) ?? []
      let most = schema["maxItems"]?.int ?? 3
      return items.map { .array([$0]) } + [.array(Array(repeating: items[0], count: most))]
    case "object": return objects(of: schema)
    default: return []
    }
  }

  /// Objects with one member: enough for a reference, which has one, and for settings.
  private static func objects(of schema: JSON) -> [JSON] {
    let properties = schema["properties"]?.object ?? [:]
    return properties.flatMap { key, property in values(of: property).map { .object([key: $0]) } }
  }
}
