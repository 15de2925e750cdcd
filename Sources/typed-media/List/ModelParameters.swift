import TypedMediaSchema

/// What a schema says of a request's parameters, as far as a list shows it.
struct ModelParameters {
  /// The number of the parameters.
  private(set) var count = 0
  /// The names of those that are needed.
  private(set) var required: [String] = []
  /// The values of those that take certain ones, nested ones by their paths: `model_settings.quality`.
  private(set) var values: [(path: String, values: [JSON])] = []

  /// The paths at which constants are allowed.
  private var constants: Set<String> = []

  /// A schema may contain itself, so what is deeper than this is not looked at.
  private static let maximumDepth = 4

  private let document: JSON

  /// Reads a schema that is a whole document.
  init(of schema: JSON) {
    document = schema
    let request = resolved(schema)
    count = request["properties"]?.object?.count ?? 0
    required = (request["required"]?.array ?? []).compactMap(\.string)
    collectValues(in: request, under: "", depth: 0)
    // Of one value there is nothing to choose.
    values.removeAll { $0.values.count == 1 && constants.contains($0.path) }
  }

  private mutating func collectValues(in schema: JSONObject, under path: String, depth: Int) {
    guard depth < Self.maximumDepth else { return }
    for (name, json) in schema["properties"]?.object ?? [:] {
      let property = resolved(json)
      let path = path.isEmpty ? name : "\(path).\(name)"
      let alternatives = [property] + elements(of: property)
      for alternative in alternatives {
        if let found = alternative["enum"]?.array {
          add(found, at: path)
        } else if let constant = alternative["const"] {
          constants.insert(path)
          add([constant], at: path)
        }
      }
      for alternative in alternatives {
        collectValues(in: alternative, under: path, depth: depth + 1)
      }
    }
  }

  /// Adds values of a place, which may be there in several alternatives.
  private mutating func add(_ found: [JSON], at path: String) {
    guard let index = values.firstIndex(where: { $0.path == path }) else {
      return values.append((path, found))
    }
    let known = values[index].values
    values[index].values = known + found.filter { !known.contains($0) }
  }

  /// What a value may be instead, or hold.
  private func elements(of schema: JSONObject) -> [JSONObject] {
    let branches = ["anyOf", "oneOf"].flatMap { (schema[$0]?.array ?? []).map(resolved) }
    return branches + ([schema] + branches).compactMap { $0["items"].map(resolved) }
  }

  /// A schema with what it refers to and is combined of.
  private func resolved(_ schema: JSON) -> JSONObject { resolved(schema, depth: 0) }

  private func resolved(_ schema: JSON, depth: Int) -> JSONObject {
    guard var result = schema.object, depth < 32 else { return [:] }
    var parts = result["allOf"]?.array ?? []
    if let reference = result["$ref"]?.string, reference.hasPrefix("#"),
      let pointer = JSONPointer(uriFragment: String(reference.dropFirst())),
      let target = document[pointer]
    {
      parts.append(target)
    }
    for part in parts.map({ resolved($0, depth: depth + 1) }) {
      for (keyword, value) in part {
        result[keyword] = Self.merged(result[keyword], value, of: keyword)
      }
    }
    return result
  }

  /// What a keyword says when it is said twice.
  private static func merged(_ first: JSON?, _ second: JSON, of keyword: String) -> JSON {
    switch (first, second) {
    case (.object(var object), .object(let other)):
      for (key, value) in other where !object.contains(key) { object[key] = value }
      return .object(object)
    case (.array(let elements), .array(let others)) where keyword == "enum":
      return .array(elements.filter(others.contains))
    case (.array(let elements), .array(let others)):
      return .array(elements + others.filter { !elements.contains($0) })
    default: return first ?? second
    }
  }
}
