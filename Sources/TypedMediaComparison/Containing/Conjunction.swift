import TypedMediaSchema

/// All schemas that a value in one place has to fulfil, wherever they are written: beside a reference,
/// behind it, and in every part of an `allOf`.
///
/// A view keeps the first of what is said twice; here nothing is dropped. `null` is set apart: what is
/// said here is of other values.
struct Conjunction {
  /// The schemas, without `allOf` and references.
  private(set) var parts: [JSONObject] = []
  /// Tells whether one of them takes nothing.
  private(set) var isImpossible = false
  /// Tells whether all of them take `null`.
  private(set) var takesNull = true
  /// What references lead into.
  let document: JSON

  init(_ schemas: [JSON], in document: JSON) {
    self.document = document
    for schema in schemas {
      var references: Set<String> = []
      add(schema, &references)
      takesNull = takesNull && NullAcceptance(document: document).takesNull(schema)
    }
  }

  /// - Parameter pointer: The way there by names that a view uses: past references and `allOf`.
  init(_ document: JSON, at root: JSONPointer, descending pointer: JSONPointer) {
    var place = Conjunction([document[root] ?? [:]], in: document)
    var tokens = pointer.tokens[...]
    while let keyword = tokens.popFirst() {
      var path = [keyword]
      if Self.containers.contains(keyword), let name = tokens.popFirst() { path.append(name) }
      place = place.child(path)
    }
    self = place
  }

  /// Tells whether it says the same, in the same words.
  func isSame(as other: Conjunction) -> Bool {
    parts == other.parts && isImpossible == other.isImpossible && takesNull == other.takesNull
  }

  /// Tells whether its references lead to the same as those of another.
  func leadsToTheSame(as other: Conjunction) -> Bool {
    parts.allSatisfy { JSON.object($0).leadsToTheSame(in: document, as: other.document) }
  }

  private static let containers: Set<String> = [
    "anyOf", "oneOf", "patternProperties", "prefixItems", "properties",
  ]

  private mutating func add(_ schema: JSON, _ references: inout Set<String>) {
    guard var object = schema.object else {
      isImpossible = isImpossible || schema == false
      return
    }
    if let reference = object["$ref"]?.string, let target = document.target(of: reference) {
      object["$ref"] = nil
      // One that comes back to itself adds nothing.
      if references.insert(reference).inserted { add(target, &references) }
    }
    for part in object["allOf"]?.array ?? [] { add(part, &references) }
    object["allOf"] = nil
    for keyword in ["anyOf", "oneOf"] {
      guard let branches = object[keyword]?.array else { continue }
      let rest = branches.filter { $0["type"] != "null" && $0["const"] != .null }
      object[keyword] = rest.count == 1 ? nil : .array(rest)
      if rest.count == 1 { add(rest[0], &references) }
    }
    parts.append(object)
  }

  private func child(_ path: [String]) -> Conjunction {
    let found = parts.compactMap { JSON.object($0)[JSONPointer(tokens: path)] }
    // Of several lists of alternatives a view has the first.
    let isBranch = path[0] == "anyOf" || path[0] == "oneOf"
    return Conjunction(isBranch ? Array(found.prefix(1)) : found, in: document)
  }

  /// What a member has to fulfil.
  func property(_ name: String) -> Conjunction {
    Conjunction(
      parts.compactMap { part in
        part["properties"]?[name]
          ?? (part["patternProperties"] == nil ? part["additionalProperties"] : nil)
      }, in: document)
  }

  /// What a member has to fulfil that is not declared.
  var otherMembers: Conjunction {
    Conjunction(
      parts.compactMap { $0["patternProperties"] == nil ? $0["additionalProperties"] : nil },
      in: document)
  }

  /// What an element has to fulfil, wherever it is.
  var elements: Conjunction {
    Conjunction(parts.compactMap { $0["prefixItems"] == nil ? $0["items"] : nil }, in: document)
  }

  /// The names of the members that have to be there.
  var required: Set<String> {
    Set(parts.flatMap { ($0["required"]?.array ?? []).compactMap(\.string) })
  }

  /// The names of the members that are declared.
  var declared: Set<String> { Set(parts.flatMap { $0["properties"]?.object?.keys ?? [] }) }

  /// The same with one of its lists of alternatives taken apart; `nil` where it has none.
  var branches: [Conjunction]? {
    for (index, part) in parts.enumerated() {
      for keyword in ["anyOf", "oneOf"] {
        guard let branches = part[keyword]?.array else { continue }
        var rest = parts
        rest[index][keyword] = nil
        return branches.map { branch in
          Conjunction(rest.map(JSON.object) + [branch], in: document)
        }
      }
    }
    return nil
  }

  /// The same for values of these types alone.
  func only(_ types: [String]) -> Conjunction {
    Conjunction(
      parts.map(JSON.object) + [["type": .array(types.map(JSON.string))]], in: document)
  }

  /// The same as one schema that can be validated with; `nil` when it refers to what is not there.
  var validator: JSONSchema? {
    var schema: JSONObject = [
      "allOf": .array(parts.map(JSON.object) + (isImpossible ? [false] : []))
    ]
    for key in ["$defs", "definitions", "components"] { schema[key] = document[key] }
    var options = JSONSchema.Options()
    options.lenient = true
    return try? JSONSchema(.object(schema), options: options)
  }
}

/// Finds out whether a schema takes `null`.
private struct NullAcceptance {
  let document: JSON

  func takesNull(_ schema: JSON, depth: Int = 0) -> Bool {
    guard depth < 32, let object = schema.object else { return schema != false }
    func takes(_ schema: JSON) -> Bool { takesNull(schema, depth: depth + 1) }
    if object["nullable"] == true { return true }
    let types = object["type"]?.array ?? [object["type"]].compactMap { $0 }
    return (types.isEmpty || types.contains("null"))
      && object["enum"]?.array?.contains(.null) != false
      && (object["const"] ?? .null).isNull
      && object["allOf"]?.array?.allSatisfy(takes) != false
      && object["anyOf"]?.array?.contains(where: takes) != false
      && object["oneOf"]?.array.map { $0.count(where: takes) == 1 } != false
      && object["not"].map { !takes($0) } != false
      && object["$ref"]?.string.flatMap(document.target).map(takes) != false
  }
}

extension JSON {
  /// What a reference within this document leads to.
  func target(of reference: String) -> JSON? {
    guard reference.hasPrefix("#"),
      let pointer = JSONPointer(uriFragment: String(reference.dropFirst()))
    else { return nil }
    return self[pointer]
  }
}
