import TypedMediaSchema

/// One schema of a document, as if it were written in one place: what it refers to and what it is
/// combined of is merged, and `null` is told from the other types.
struct SchemaNode {
  /// The keywords.
  private(set) var keywords: JSONObject
  /// How one gets here from the root, by the names that a user sees.
  let pointer: JSONPointer
  /// Where it is written.
  private(set) var place: JSONPointer
  /// The definition that it refers to; `nil` when it is written where it is used.
  private(set) var definition: JSONPointer?
  /// Whether `null` is allowed besides.
  private(set) var isNullable = false
  /// Whether nothing is allowed: the schema is `false`.
  private(set) var isImpossible = false
  /// The reference that led nowhere, if one did.
  private(set) var danglingReference: String?

  private let document: JSON
  /// Where keywords are written that came from elsewhere, by the keyword, and properties by
  /// `properties/name`.
  private var origins: [String: JSONPointer] = [:]

  /// The schema at `pointer` of `document`.
  init(document: JSON, at pointer: JSONPointer = .root) {
    self.init(document[pointer] ?? [:], at: .root, place: pointer, in: document, depth: 0)
  }

  private init(
    _ json: JSON, at pointer: JSONPointer, place: JSONPointer, in document: JSON, depth: Int
  ) {
    self.pointer = pointer
    self.place = place
    self.document = document
    keywords = json.object ?? [:]
    isImpossible = json == false
    resolveReference(depth)
    mergeAllOf(depth)
    readNull(depth)
  }

  subscript(keyword: String) -> JSON? { keywords[keyword] }

  /// The schema under `tokens`, if there is one.
  func child(_ tokens: String...) -> SchemaNode? { child(tokens) }

  private func child(_ tokens: [String], depth: Int = 0) -> SchemaNode? {
    var (json, pointer) = (JSON.object(keywords), pointer)
    for token in tokens {
      guard let next = json[JSONPointer(tokens: [token])] else { return nil }
      (json, pointer) = (next, pointer.appending(token))
    }
    let origin = origins[tokens.joined(separator: "/")] ?? origins[tokens.first ?? ""] ?? place
    return SchemaNode(
      json, at: pointer, place: JSONPointer(tokens: origin.tokens + tokens), in: document,
      depth: depth)
  }

  /// The schemas in the list `keyword`.
  func children(_ keyword: String, depth: Int = 0) -> [SchemaNode] {
    (self[keyword]?.array ?? []).indices.compactMap { child([keyword, String($0)], depth: depth) }
  }
}

extension SchemaNode {
  /// Makes it a schema for values of one type.
  mutating func setType(_ type: String) { keywords["type"] = .string(type) }

  /// Follows a chain of references to its end; one that comes back to itself is cut off.
  private mutating func resolveReference(_ depth: Int) {
    var seen: Set<String> = []
    while let reference = keywords["$ref"]?.string, depth < 32 {
      keywords["$ref"] = nil
      guard reference.hasPrefix("#"), seen.insert(reference).inserted,
        let target = JSONPointer(uriFragment: String(reference.dropFirst())),
        let object = document[target]?.object
      else {
        danglingReference = reference
        return
      }
      // What stands beside a reference says more about this place than what it refers to.
      merge(object, from: target)
      place = target
      definition = target
    }
  }

  /// Merges the schemas that all hold. Two say more than one only where both are objects; else what
  /// is said closest to the property counts.
  private mutating func mergeAllOf(_ depth: Int) {
    guard self["allOf"] != nil, depth < 32 else { return }
    let parts = children("allOf", depth: depth + 1)
    keywords["allOf"] = nil
    for part in parts {
      merge(part.keywords, from: part.place)
      for (key, origin) in part.origins where origins[key] == nil { origins[key] = origin }
      if parts.count == 1 { definition = definition ?? part.definition }
      isNullable = isNullable || part.isNullable
      danglingReference = danglingReference ?? part.danglingReference
    }
  }

  /// Takes `null` out of the types, the alternatives and the values.
  private mutating func readNull(_ depth: Int) {
    if self["nullable"]?.bool == true { isNullable = true }
    if let types = self["type"]?.array, types.contains("null") {
      isNullable = true
      let rest = types.filter { $0 != "null" }
      keywords["type"] = rest.count == 1 ? rest[0] : .array(rest)
    }
    if let values = self["enum"]?.array, values.contains(.null), values.count > 1 {
      isNullable = true
      keywords["enum"] = .array(values.filter { !$0.isNull })
    }
    for keyword in ["anyOf", "oneOf"] where depth < 32 {
      guard let branches = self[keyword]?.array else { continue }
      let nulls = branches.indices.filter {
        branches[$0]["type"] == "null" || branches[$0]["const"] == .null
      }
      let rest = children(keyword, depth: depth + 1).enumerated()
        .filter { !nulls.contains($0.offset) }.map(\.element)
      if !nulls.isEmpty { isNullable = true }
      guard rest.count == 1, let only = rest.first else { continue }
      keywords[keyword] = nil
      merge(only.keywords, from: only.place)
      for (key, origin) in only.origins where origins[key] == nil { origins[key] = origin }
      definition = definition ?? only.definition
      isNullable = isNullable || only.isNullable
      danglingReference = danglingReference ?? only.danglingReference
    }
  }

  /// Adds `others`, as far as nothing is said of them here.
  private mutating func merge(_ others: JSONObject, from origin: JSONPointer) {
    for (key, value) in others {
      switch (key, keywords[key], value) {
      case ("properties", .object(var own)?, .object(let more)):
        for (name, schema) in more where own[name] == nil {
          own[name] = schema
          origins["properties/\(name)"] = origin
        }
        keywords[key] = .object(own)
      case ("required", .array(let own)?, .array(let more)):
        keywords[key] = .array(own + more.filter { !own.contains($0) })
      case (_, nil, _):
        keywords[key] = value
        origins[key] = origin
      default: continue
      }
    }
  }
}

extension SchemaNode {
  /// The properties that may be there, in the schema's order or the one that it asks for.
  var properties: [(name: String, schema: SchemaNode)] {
    let object = self["properties"]?.object ?? [:]
    let properties = object.keys.compactMap { name in
      child(["properties", name]).map { (name: name, schema: $0) }
    }
    .filter { !$0.schema.isImpossible && $0.schema["readOnly"]?.bool != true }
    let asked = (self["x-fal-order-properties"]?.array ?? []).compactMap(\.string)
    let places = Dictionary(
      zip(asked, asked.indices), uniquingKeysWith: { first, _ in first })
    return properties.enumerated().sorted { first, second in
      rank(first, places) < rank(second, places)
    }
    .map(\.element)
  }

  /// What a property is ordered by: the list of names, else its own number, else its place.
  private func rank(
    _ item: (offset: Int, element: (name: String, schema: SchemaNode)), _ places: [String: Int]
  ) -> (Int, Int) {
    let asked = places[item.element.name] ?? item.element.schema["x-order"]?.int
    return (asked ?? Int.max, item.offset)
  }

  /// The names of the properties that have to be there.
  var required: [String] { (self["required"]?.array ?? []).compactMap(\.string) }

  /// The types that are named.
  var types: [String] {
    self["type"]?.array?.compactMap(\.string) ?? [self["type"]?.string].compactMap { $0 }
  }

  /// What the schema says of itself, on one line for each paragraph.
  var description: String? {
    guard let text = self["description"]?.string ?? self["title"]?.string, !text.isEmpty else {
      return nil
    }
    return text
  }

  /// The name of the definition that it refers to.
  var definitionName: String? { definition?.tokens.last }

  /// What a request or a nested object may hold besides its properties, where the schema says that it
  /// may hold something.
  var additionalProperties: SchemaNode? {
    guard let additional = self["additionalProperties"], additional != false else { return nil }
    return child("additionalProperties")
  }
}
