package import TypedMedia

extension DocumentedCalls {
  /// The call that stands for all that are refused: what errors have is documented with each call, and the same.
  package static let refused = "any call that is refused"

  /// Walks an OpenAPI document: its paths, their parameters, and the schemas of what is sent and answered.
  ///
  /// - Parameters:
  ///   - document: The document.
  ///   - prefix: What the paths begin with and is no part of the call's name here.
  package init(openAPI document: JSON, droppingPrefix prefix: String = "/") {
    self.init()
    var walk = Walk(document: document)
    for (path, item) in document["paths"]?.object ?? [:] {
      let name = path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : path
      for (method, operation) in item.object ?? [:] where Walk.methods.contains(method) {
        let call = "\(method.uppercased()) \(name)"
        walk.calls.add(call)
        walk.parameters(of: item, call)
        walk.parameters(of: operation, call)
        walk.schemas(of: operation["requestBody"], call, "body")
        for (status, answer) in operation["responses"]?.object ?? [:] {
          let call = status.hasPrefix("2") ? call : Self.refused
          for (header, _) in walk.resolved(answer)["headers"]?.object ?? [:] {
            walk.calls.add(call, "answer-header", header)
          }
          walk.schemas(of: answer, call, "answer")
        }
      }
    }
    self = walk.calls
  }
}

/// A walk through the schemas of one document.
private struct Walk {
  static let methods: Set<String> = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
  ]

  let document: JSON
  var calls = DocumentedCalls()

  /// What a reference refers to, and so on; the value itself where it is none.
  func resolved(_ value: JSON?) -> JSON {
    var value = value ?? .null
    // A document may refer in a circle.
    for _ in 0..<20 {
      guard let reference = value["$ref"]?.string, reference.hasPrefix("#/") else { return value }
      let tokens = reference.dropFirst(2).split(separator: "/").map {
        String($0).replacing("~1", with: "/").replacing("~0", with: "~")
      }
      value = document[JSONPointer(tokens: tokens)] ?? .null
    }
    return value
  }

  mutating func parameters(of object: JSON, _ call: String) {
    for parameter in (object["parameters"]?.array ?? []).map(resolved) {
      guard let way = parameter["in"]?.string, ["query", "header"].contains(way),
        let name = parameter["name"]?.string
      else { continue }
      calls.add(call, way, name)
      walk(parameter["schema"], call, way, name, [])
    }
  }

  mutating func schemas(of part: JSON?, _ call: String, _ way: String) {
    for (_, content) in resolved(part)["content"]?.object ?? [:] {
      walk(content["schema"], call, way, "", [])
    }
  }

  /// Adds the members of a schema and of those in it. One that is within itself is walked once.
  private mutating func walk(
    _ schema: JSON?, _ call: String, _ way: String, _ path: String, _ outer: Set<String>
  ) {
    guard let schema = schema?.object else { return }
    var outer = outer
    if let reference = schema["$ref"]?.string {
      guard outer.insert(reference).inserted else { return }
      walk(resolved(.object(["$ref": .string(reference)])), call, way, path, outer)
    }
    let values = (schema["enum"]?.array ?? []) + [schema["const"]].compactMap { $0 }
    let words = values.compactMap { $0.string ?? $0.int.map(String.init) }
    if !path.isEmpty, !words.isEmpty { calls.add(call, way, path, values: words) }
    for keyword in ["allOf", "anyOf", "oneOf"] {
      for part in schema[keyword]?.array ?? [] { walk(part, call, way, path, outer) }
    }
    for (name, member) in schema["properties"]?.object ?? [:] where member != false {
      let path = path.isEmpty ? name : "\(path).\(name)"
      calls.add(call, way, path)
      walk(member, call, way, path, outer)
    }
    for item in [schema["items"]].compactMap({ $0 }) + (schema["prefixItems"]?.array ?? []) {
      walk(item, call, way, path + "[]", outer)
    }
    guard let members = schema["additionalProperties"]?.object, !members.isEmpty else { return }
    let place = path.isEmpty ? "*" : "\(path).*"
    calls.add(call, way, place)
    walk(.object(members), call, way, place, outer)
  }
}
