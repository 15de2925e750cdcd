import HedraV3
import TypedMediaSchema

/// Bodies that a schema allows, and some that it does not.
struct SampleBodies {
  private let rules: JSONSchema
  private let required: [String]
  private let modes: [[String]]
  /// The properties, and values of each, the plainest first.
  private let properties: [(name: String, values: [JSON])]

  init(of schema: JSON) throws {
    rules = try JSONSchema(schema, options: .init(lenient: true))
    required = Self.names(schema["required"])
    modes = (schema["anyOf"]?.array ?? [[:]]).map { Self.names($0["required"]) }
    properties = (schema["properties"]?.object ?? [:]).map { ($0.key, Self.values(of: $0.value)) }
  }

  /// For each mode, as little as it needs; and one body more for each value of each other property that goes
  /// with it.
  var all: [JSON] {
    modes.flatMap { mode -> [JSON] in
      let least = smallest(mode)
      return least.flatMap { body in
        [body]
          + properties.flatMap { name, values in
            values.map { value in
              var body = body
              body[name] = value
              return body
            }
          }
      }.map(JSON.object).filter { rules.violations(in: $0).isEmpty }
    }
  }

  /// The bodies with one thing in them that is wrong.
  var wrong: [JSON] {
    all.prefix(2).flatMap { body -> [JSON] in
      let object = body.object ?? [:]
      let without = required.map { name in object.filter { $0.key != name } }
        .map { JSON.object($0.reduce(into: JSONObject()) { $0[$1.key] = $1.value }) }
      let others = properties.map(\.name).map { name -> JSON in
        var object = object
        object[name] = ["unheard_of": 1]
        return .object(object)
      }
      var extra = object
      extra["unheard_of"] = 1
      return without + others + [.object(extra)]
    }
  }

  /// The smallest bodies of a mode: with the first values that go together.
  private func smallest(_ mode: [String]) -> [JSONObject] {
    let needed = properties.filter { required.contains($0.name) || mode.contains($0.name) }
    var bodies: [JSONObject] = [[:]]
    for (name, values) in needed {
      bodies = bodies.flatMap { body in
        values.prefix(3).map { value in
          var body = body
          body[name] = value
          return body
        }
      }
      bodies = Array(bodies.prefix(81))
    }
    return bodies.filter { rules.violations(in: .object($0)).isEmpty }.prefix(2) + []
  }

  private static func names(_ json: JSON?) -> [String] {
    (json?.array ?? []).compactMap(\.string)
  }

  private static func values(of schema: JSON) -> [JSON] {
    if let values = schema["enum"]?.array { return values }
    if let alternatives = (schema["oneOf"] ?? schema["anyOf"])?.array {
      return alternatives.flatMap { values(of: $0).prefix(2) }
    }
    if let places = schema["prefixItems"]?.array { return [.array(places.map { _ in 0.5 })] }
    switch schema["type"]?.string {
    case "string" where schema["format"] == "uri":
      return ["https://files.hedra.com/uploads/a%20fox.png?signature=1"]
    case "string": return ["fox", .string(String(repeating: "ö", count: 50))]
    case "boolean": return [true, false]
    case "integer": return [schema["minimum"] ?? 1, schema["maximum"] ?? 600_000]
    case "number": return [schema["minimum"] ?? 0.25, schema["maximum"] ?? 7.5]
    case "array":
      let items = values(of: schema["items"] ?? [:])
      return [.array([items[0]]), .array(items)]
    case "object":
      let required = names(schema["required"])
      let members = (schema["properties"]?.object ?? [:]).map { ($0.key, values(of: $0.value)) }
      let least = members.reduce(into: JSONObject()) { object, member in
        if required.contains(member.0) { object[member.0] = member.1.first }
      }
      return [.object(least)]
    default: return []
    }
  }
}
