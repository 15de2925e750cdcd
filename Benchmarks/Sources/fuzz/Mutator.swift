import Foundation
import TypedMedia
import Workbench

/// Makes the document of a case: a sound schema, changed.
struct Mutator {
  let seeds: Seeds
  var random: RandomNumbers

  /// How a whole document is changed.
  private enum Change: CaseIterable {
    case members, mixture, bytes, merge, nesting, circle, width, wrap
  }

  /// The document.
  mutating func document() -> Data {
    if random.oneIn(2_000) { return grown() }
    var json = seeds.model(&random).document
    // Most of what is found is found by changes to members.
    switch random.oneIn(2) ? .members : Change.allCases[random.below(Change.allCases.count)] {
    case .members: json = changingMembers(of: json, times: 1 + random.below(4))
    case .mixture: json = changingMembers(of: json, times: 10 + random.below(100))
    case .bytes: return changingBytes(of: json.data(random.oneIn(2) ? .compact : .indented))
    case .merge: json = merge(json, seeds.model(&random).document)
    case .nesting: return nested(in: json)
    case .circle: json = circle(in: json)
    case .width: json = widened(json)
    case .wrap: json = wrapped(changingMembers(of: json, times: random.below(3)))
    }
    return json.data(random.oneIn(2) ? .compact : .indented)
  }

  /// A body of a request, changed.
  mutating func body(_ body: JSON) -> JSON {
    changingMembers(of: body, times: 1 + random.below(4))
  }

  /// Two schemas in one: the members of the one, then those of the other.
  private mutating func merge(_ first: JSON, _ second: JSON) -> JSON {
    guard case .object(var result) = first, let second = second.object else { return second }
    for (key, value) in second {
      if let old = result[key], random.oneIn(4) {
        result[key] = ["anyOf": [old, value]]
      } else {
        result[key] = result[key].map { merge($0, value) } ?? value
      }
    }
    return .object(result)
  }

  /// Definitions that refer to each other.
  private mutating func circle(in json: JSON) -> JSON {
    guard case .object(var root) = json else { return json }
    let count = random.pick([1, 2, 3, 50, 2_000], or: 1)
    var definitions = root["$defs"]?.object ?? [:]
    for index in 0..<count {
      let reference: JSON = ["$ref": .string("#/$defs/D\((index + 1) % count)")]
      definitions["D\(index)"] = random.pick(
        [
          reference, ["allOf": [reference]], ["anyOf": [reference, ["type": "null"]]],
          ["type": "object", "properties": ["next": reference]], ["items": reference],
          ["type": "object", "properties": ["a": reference, "b": reference], "required": ["a"]],
          ["not": reference], ["oneOf": [reference, reference]],
          ["additionalProperties": reference],
        ], or: reference)
    }
    root["$defs"] = .object(definitions)
    var properties = root["properties"]?.object ?? [:]
    properties["circle"] = ["$ref": "#/$defs/D0"]
    root["properties"] = .object(properties)
    if random.oneIn(4) { root["allOf"] = [["$ref": "#/$defs/D0"]] }
    return .object(root)
  }

  /// A schema with a list or an object that is very long.
  private mutating func widened(_ json: JSON) -> JSON {
    guard case .object(var root) = json else { return json }
    let count = random.pick([100, 1_000, 5_000], or: 100)
    var properties = root["properties"]?.object ?? [:]
    switch random.below(5) {
    case 0: properties["many"] = ["enum": .array((0..<count).map { .string("value \($0)") })]
    case 1:
      properties["many"] = ["enum": .array((0..<count).map { .string("\($0 % 7) \($0 % 3)") })]
    case 2: for index in 0..<count { properties["p\(index)"] = ["type": "string"] }
    case 3:
      let objects = (0..<count / 10).map { index -> JSON in
        ["type": "object", "properties": ["kind": ["const": .string("k\(index)")]]]
      }
      properties["many"] = ["oneOf": .array(objects)]
    default:
      root["anyOf"] = .array((0..<count / 10).map { ["required": [.string("p\($0)")]] })
      for index in 0..<count / 10 { properties["p\(index)"] = ["type": "integer"] }
    }
    root["properties"] = .object(properties)
    return .object(root)
  }

  /// The schema in what schemas come in.
  private mutating func wrapped(_ json: JSON) -> JSON {
    let schema = json["input_schema"] ?? json
    switch random.below(3) {
    case 0:
      return ["name": .string(random.pick(OddValues.names, or: "")), "input_schema": schema]
    case 1:
      return ["openapi": "3.0.0", "paths": [:], "components": ["schemas": ["Input": schema]]]
    default:
      let body: JSON = ["content": ["application/json": ["schema": schema]]]
      return [
        "openapi": random.oneIn(2) ? "3.0.0" : "3.1.0",
        "paths": ["/": ["post": ["requestBody": body]]],
      ]
    }
  }
}
