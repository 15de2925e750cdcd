import Hedra

/// Bodies that a schema allows, and some that it does not.
struct SampleBodies {
  private let schema: JSON
  private let rules: JSONSchema
  /// The properties, and the values that each of them takes, the plainest first.
  private let properties: [(name: String, values: [JSON])]

  init(of schema: JSON) throws {
    self.schema = schema
    rules = try JSONSchema(schema)
    properties = (schema["properties"]?.object ?? [:]).map { ($0.key, Self.values(of: $0.value)) }
  }

  /// A body with as much as goes together, from either end, and one with each value of each property.
  var all: [JSON] {
    [filled(properties), filled(properties.reversed())]
      + properties.flatMap { name, values in values.map { completed([name: $0]) } }
  }

  /// Bodies with one thing in them that is wrong.
  var wrong: [JSON] {
    let body = filled(properties)
    return Self.wrongValues(in: schema, at: []).map { path, value in
      body.setting(value, at: path[...])
    }
  }

  private func filled(_ order: [(name: String, values: [JSON])]) -> JSON {
    var body = completed([:])
    for (name, values) in order where body[name] == nil {
      let more = body.setting(values[values.count - 1], at: [name])
      if rules.violations(in: more).isEmpty { body = more }
    }
    return body
  }

  /// `members` with what has to be there besides.
  private func completed(_ members: JSONObject) -> JSON {
    var body = JSON.object(members)
    var problems = rules.violations(in: body).count
    for (name, values) in properties where body[name] == nil && problems > 0 {
      let more = body.setting(values[0], at: [name])
      let remaining = rules.violations(in: more).count
      if remaining < problems { (body, problems) = (more, remaining) }
    }
    return body
  }

  private static func values(of schema: JSON) -> [JSON] {
    if let constant = schema["const"] { return [constant] }
    if let values = schema["enum"]?.array { return values }
    if let alternatives = schema["anyOf"]?.array { return alternatives.flatMap(values) }
    if let types = schema["type"]?.array {
      return types.flatMap { type -> [JSON] in
        guard type != "null" else { return [.null] }
        var plain = schema.object ?? [:]
        plain["type"] = type
        return values(of: .object(plain))
      }
    }
    if let places = schema["prefixItems"]?.array {
      return [.array(places.map { values(of: $0)[0] }), .array(places.map { _ in 0.5 })]
    }
    switch schema["type"]?.string {
    case "string" where schema["format"] == "uuid":
      return ["7f3c1c1e-8d0b-4a57-9d55-0a3f3f6f2f10"]
    case "string" where schema["format"] == "uri": return ["https://example.com/a%20fox.png?size=1"]
    case "string": return ["x", .string(String(repeating: "ö", count: 50))]
    case "boolean": return [true, false]
    case "integer": return [schema["minimum"] ?? -1000, schema["maximum"] ?? 600000]
    case "number": return [schema["minimum"] ?? 0.25, schema["maximum"] ?? 7.5]
    case "array":
      let items = values(of: schema["items"] ?? [:])
      return [.array([items[0]]), .array(items + items)]
    case "object" where schema["properties"] == nil:
      return values(of: schema["additionalProperties"] ?? [:]).map { ["look": $0] }
    case "object": return (try? SampleBodies(of: schema).all) ?? []
    default: return []
    }
  }

  /// Values that a schema does not allow, and `nil` where something is missing, each with its place.
  private static func wrongValues(in schema: JSON, at path: [String]) -> [([String], JSON?)] {
    // What is always the same is not missed.
    let required = (schema["required"]?.array ?? []).compactMap(\.string)
      .filter { schema["properties"]?[$0]?["const"] == nil }
    return required.map { (path + [$0], nil) }
      + (schema["properties"]?.object ?? [:]).flatMap { name, property -> [([String], JSON?)] in
        var wrong: [JSON] = [["unheard_of": 1], "unheard of", 7777.5]
        if property["type"] == "string", property["enum"] == nil, property["format"] == nil {
          wrong.remove(at: 1)
        }
        if property["type"] == "number" && property["maximum"] == nil { wrong.removeLast() }
        if let least = property["minimum"]?.double { wrong.append(.number(.init(Int(least) - 1))) }
        if let most = property["maximum"]?.double { wrong.append(.number(.init(Int(most) + 1))) }
        if property["prefixItems"] != nil { wrong += [[0.5], [0, 0, 0], [0, 2]] }
        return wrong.map { (path + [name], $0) } + wrongValues(in: property, at: path + [name])
      }
  }
}

extension JSON {
  /// The same with another member at `path`, or without one.
  func setting(_ value: JSON?, at path: ArraySlice<String>) -> JSON {
    guard let key = path.first else { return value ?? .null }
    var object = self.object ?? [:]
    let rest = path.dropFirst()
    object[key] = rest.isEmpty ? value : (self[key] ?? [:]).setting(value, at: rest)
    return .object(object)
  }

  /// The paths of the objects in objects, this one first.
  var objects: [[String]] {
    guard case .object(let object) = self else { return [] }
    return [[]] + object.flatMap { key, value in value.objects.map { [key] + $0 } }
  }
}
