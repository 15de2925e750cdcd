import TypedMedia
import Workbench

/// Changes to what a document holds.
extension Mutator {
  mutating func changingMembers(of json: JSON, times: Int) -> JSON {
    var json = json
    for _ in 0..<times { json = changingSomewhere(json) }
    return json
  }

  /// The value with one place in it changed.
  private mutating func changingSomewhere(_ json: JSON) -> JSON {
    switch json {
    case .object(var object) where !object.isEmpty && !random.oneIn(4):
      let (key, value) = object[random.below(object.count)]
      object[key] = changingSomewhere(value)
      return .object(object)
    case .array(var elements) where !elements.isEmpty && !random.oneIn(4):
      let index = random.below(elements.count)
      elements[index] = changingSomewhere(elements[index])
      return .array(elements)
    case .object(let object): return .object(changed(object))
    case .array(let elements): return .array(changed(elements))
    default: return random.oneIn(2) ? odd() : cast(json)
    }
  }

  private mutating func odd() -> JSON { random.pick(OddValues.values, or: nil) }

  /// The value as one of another type, or in a container.
  private mutating func cast(_ json: JSON) -> JSON {
    switch random.below(5) {
    case 0: .string(json.text())
    case 1: [json]
    case 2: ["value": json]
    case 3: .string((json.string ?? "") + (json.string ?? ""))
    default: .number(JSONNumber((json.int ?? 1) &* -3))
    }
  }

  private mutating func changed(_ elements: [JSON]) -> [JSON] {
    var elements = elements
    let element = random.pick(elements, or: odd())
    switch random.below(4) {
    case 0: elements.append(element)
    case 1: elements.append(odd())
    case 2: elements = elements.reversed()
    default: if !elements.isEmpty { elements.remove(at: random.below(elements.count)) }
    }
    return elements
  }

  private mutating func changed(_ object: JSONObject) -> JSONObject {
    var object = object
    let (key, value) = object.isEmpty ? ("a", nil) : object[random.below(object.count)]
    let (otherKey, other) = object.isEmpty ? ("b", nil) : object[random.below(object.count)]
    switch random.below(8) {
    case 0: object[key] = nil
    case 1: object[random.pick(OddValues.names, or: "")] = value
    case 2: (object[key], object[otherKey]) = (other, value)
    case 3:
      object[key] = nil
      object[random.pick(OddValues.names, or: "")] = value
    case 4: object[key] = odd()
    default:
      let keyword = random.pick(OddValues.keywords, or: "type")
      object[keyword] = operand(of: keyword, beside: object)
    }
    return object
  }

  /// Something that a keyword takes, or nearly so.
  private mutating func operand(of keyword: String, beside object: JSONObject) -> JSON {
    if random.oneIn(8) { return odd() }
    let schema: JSON = .object(object)
    let key = random.pick(object.keys + (object["properties"]?.object?.keys ?? []), or: "a")
    let otherKey = random.pick(object["properties"]?.object?.keys ?? [], or: "b")
    switch keyword {
    case "type": return random.pick(OddValues.types, or: "string")
    case "format": return random.pick(OddValues.formats, or: "uri")
    case "enum", "examples": return .array((0...random.below(6)).map { _ in odd() })
    case "pattern": return .string(random.pick(OddValues.patterns, or: ""))
    case "$ref", "$dynamicRef", "$recursiveRef", "$id", "$schema":
      return .string(random.pick(OddValues.references, or: "#"))
    case "anyOf", "oneOf", "allOf", "prefixItems":
      return random.pick(
        [
          [schema, ["type": "null"]],
          [["required": [.string(key)]], ["required": [.string(otherKey)]]],
          [["type": "string"], ["type": "integer"]], [schema, schema], [false, schema], [true],
          [["enum": ["a", "b"]], ["type": "string"]], [["type": "array"], ["type": "object"]],
        ], or: [])
    case "required", "x-fal-order-properties": return [.string(key), .string(otherKey)]
    case "dependentRequired", "dependencies":
      return .object([key: [.string(otherKey)], otherKey: [.string(key)]] as JSONObject)
    case "properties", "patternProperties", "dependentSchemas", "$defs", "definitions":
      return .object([key: schema, random.pick(OddValues.names, or: ""): ["type": "string"]])
    case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength",
      "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "minContains",
      "maxContains", "x-order":
      return random.pick(
        [0, 1, 2, -1, 0.5, 1e300, 1e-300, .number(9_223_372_036_854_775_807), true, odd()], or: 0)
    case "nullable", "deprecated", "uniqueItems", "readOnly": return .bool(random.oneIn(2))
    case "title", "description", "$comment", "name", "$anchor", "$dynamicAnchor":
      return .string(random.pick(OddValues.names, or: ""))
    default:
      return random.pick(
        [true, false, schema, [:], ["$ref": "#"], ["type": "string"], ["const": 1]], or: true)
    }
  }
}
