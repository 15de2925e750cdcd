package import TypedMedia
import TypedMediaSchema

/// What an OpenAPI document says of the answers to its calls.
package struct DocumentedAnswers {
  private let document: JSON
  private let severalMayFit: Bool

  /// - Parameters:
  ///   - document: The OpenAPI document.
  ///   - severalMayFit: Whether of alternatives that exclude each other (`oneOf`) several may fit, for a document
  ///     that means it otherwise: a text beside one of its values.
  package init(of document: JSON, whereSeveralMayFit severalMayFit: Bool = false) {
    self.document = document
    self.severalMayFit = severalMayFit
  }

  /// The answers that the document gives as examples for a call, by their names; one without a name is `""`.
  package func examples(of call: String, status: String = "200") -> [String: JSON] {
    let content = content(of: call, status)
    var examples = (content?["examples"]?.object ?? [:]).reduce(into: [String: JSON]()) {
      $0[$1.key] = $1.value["value"]
    }
    examples[""] = content?["example"]
    return examples
  }

  /// What in an answer is not as the document's schema for it says, with the members that it names and the answer
  /// has not, also those that may be left out.
  ///
  /// - Parameter absent: The paths of members that need not be there.
  package func problems(
    of answer: JSON, to call: String, status: String = "200", absent: Set<String> = []
  ) throws -> [String] {
    guard let schema = content(of: call, status)?["schema"] else {
      return ["\(call): no answer is documented."]
    }
    let whole: JSON = ["allOf": [schema], "components": closure(of: schema)]
    let rules = try JSONSchema(standard(whole), options: .init(lenient: true))
    let wrong = rules.violations(in: answer).map { "\(call): \($0)" }
    return wrong
      + missing(in: answer, schema, "").subtracting(absent).sorted()
      .map { "\(call): \($0) is missing." }
  }

  private func content(of call: String, _ status: String) -> JSON? {
    let parts = call.split(separator: " ")
    let operation = document["paths"]?[String(parts[1])]?[parts[0].lowercased()]
    return operation?["responses"]?[status]?["content"]?["application/json"]
  }

  /// The schema with `nullable` as the standard has it, and with alternatives as they are meant.
  private func standard(_ schema: JSON) -> JSON {
    switch schema {
    case .array(let elements): return .array(elements.map(standard))
    case .object(let object):
      let isNullable = object["nullable"] == true
      let plain = object.reduce(into: JSONObject()) { plain, member in
        guard member.key != "nullable" else { return }
        plain[member.key == "oneOf" && severalMayFit ? "anyOf" : member.key] = standard(
          member.value)
      }
      return isNullable ? ["anyOf": [.object(plain), ["type": "null"]]] : .object(plain)
    default: return schema
    }
  }

  /// The components that a schema needs, and those that they need.
  private func closure(of schema: JSON) -> JSON {
    var schemas = JSONObject()
    var open = references(in: schema)
    while let name = open.popLast() {
      guard schemas[name] == nil, let schema = document["components"]?["schemas"]?[name] else {
        continue
      }
      schemas[name] = schema
      open += references(in: schema)
    }
    return ["schemas": .object(schemas)]
  }

  private func references(in schema: JSON) -> [String] {
    switch schema {
    case .array(let elements): return elements.flatMap { references(in: $0) }
    case .object(let object):
      return object.flatMap { key, value in
        key == "$ref"
          ? [value.string?.split(separator: "/").last.map(String.init)].compactMap { $0 }
          : references(in: value)
      }
    default: return []
    }
  }

  /// The paths of the members that a schema names and an answer has not. Of alternatives, what is in the one that
  /// fits best.
  private func missing(in answer: JSON, _ schema: JSON?, _ path: String) -> Set<String> {
    guard var schema else { return [] }
    if let name = schema["$ref"]?.string?.split(separator: "/").last {
      schema = document["components"]?["schemas"]?[String(name)] ?? .null
    }
    for keyword in ["anyOf", "oneOf"] {
      let parts = (schema[keyword]?.array ?? []).filter {
        answer == .null || $0["type"] != "null"
      }
      guard !parts.isEmpty else { continue }
      return parts.map { missing(in: answer, $0, path) }.min { $0.count < $1.count } ?? []
    }
    var found: Set<String> = []
    for part in schema["allOf"]?.array ?? [] { found.formUnion(missing(in: answer, part, path)) }
    switch answer {
    case .array(let elements):
      for element in elements {
        found.formUnion(missing(in: element, schema["items"], path + "[]"))
      }
    case .object(let object):
      for (name, member) in schema["properties"]?.object ?? [:] {
        let path = path.isEmpty ? name : "\(path).\(name)"
        guard let value = object[name] else {
          found.insert(path)
          continue
        }
        found.formUnion(missing(in: value, member, path))
      }
    default: break
    }
    return found
  }
}
