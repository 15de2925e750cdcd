import TypedMediaSchema

/// One schema of a document, with its place in it.
struct SchemaNode {
  /// The schema's keywords, those of what it refers to included.
  let keywords: JSONObject
  /// Where it is written, from the root of the model's schema.
  let pointer: JSONPointer
  /// The reference that led nowhere, if one did.
  let danglingReference: String?
  private let document: JSON

  /// The root of `document`.
  init(document: JSON) { self.init(document, at: .root, in: document) }

  private init(_ json: JSON, at pointer: JSONPointer, in document: JSON) {
    var keywords = json.object ?? [:]
    var dangling: String?
    // A chain of references is followed to its end; one that comes back to itself is cut off.
    for _ in 0..<16 {
      guard let reference = keywords["$ref"]?.string else { break }
      keywords["$ref"] = nil
      guard reference.hasPrefix("#"), let target = JSONPointer(String(reference.dropFirst())),
        case .object(var merged)? = document[target]
      else {
        dangling = reference
        break
      }
      // What stands beside a reference says more about this place than what it refers to.
      for (key, value) in keywords { merged[key] = value }
      keywords = merged
    }
    self.keywords = keywords
    self.pointer = pointer
    self.document = document
    danglingReference = dangling
  }

  subscript(keyword: String) -> JSON? { keywords[keyword] }

  /// The schema under `tokens`, if there is one.
  func child(_ tokens: String...) -> SchemaNode? {
    var (json, pointer) = (JSON.object(keywords), pointer)
    for token in tokens {
      guard let next = json[token] else { return nil }
      (json, pointer) = (next, pointer.appending(token))
    }
    return SchemaNode(json, at: pointer, in: document)
  }

  /// The properties, in the schema's order.
  var properties: [(name: String, schema: SchemaNode)] {
    (self["properties"]?.object ?? [:]).compactMap { name, _ in
      child("properties", name).map { (name, $0) }
    }
  }

  /// The names of the properties that have to be there.
  var required: [String] { (self["required"]?.array ?? []).compactMap(\.string) }

  /// The types that are named, `null` aside.
  var types: [String] {
    let named =
      self["type"]?.array?.compactMap(\.string) ?? [self["type"]?.string].compactMap { $0 }
    return named.filter { $0 != "null" }
  }

  /// Whether `null` is allowed beside the types.
  var isNullable: Bool {
    self["type"]?.array?.contains("null") == true || self["nullable"]?.bool == true
  }

  /// What the schema says of itself, on one line for each paragraph.
  var description: String? { self["description"]?.string ?? self["title"]?.string }
}
