/// One schema of a document, as if it were written in one place: what it refers to and what it is
/// combined of is merged, alternatives that are constants are values, and `null` is told from the
/// other types.
package struct SchemaView: Sendable {
  /// The keywords.
  package internal(set) var keywords: JSONObject
  /// The way here from the root, by the names that a user sees.
  package let pointer: JSONPointer
  /// The place at which it is written.
  package internal(set) var place: JSONPointer
  /// The definition that it refers to; `nil` when it is written where it is used.
  package internal(set) var definition: JSONPointer?
  /// Tells whether `null` is allowed besides.
  package internal(set) var isNullable = false
  /// Tells whether nothing is allowed: the schema is `false`, or the opposite of everything.
  package internal(set) var isImpossible = false
  /// The schemas of `allOf`, each with its own keywords: of rules that are said several times, only the
  /// first is among ``keywords``.
  package internal(set) var conjuncts: [JSONObject] = []
  /// The reference that led nowhere, if one did.
  package internal(set) var danglingReference: String?
  /// The descriptions of single values, where they were alternatives.
  package internal(set) var valueDescriptions: [JSON: String] = [:]
  /// The places at which single values were alternatives.
  package internal(set) var valuePointers: [JSON: JSONPointer] = [:]
  /// The properties that are only declared under a condition: in `then`, `else`, `dependentSchemas`, or
  /// in alternatives besides the ones that count.
  var conditionalProperties: [(name: String, layer: Layer)] = []
  /// Tells whether there may be members besides the properties under a condition, or in
  /// alternatives besides the ones that count.
  package internal(set) var hasConditionalRest = false
  /// The place where the conditions are of which these are noted.
  var notedConditions: Set<JSONPointer> = []

  let document: SchemaDocument
  /// Where keywords and what is in them are written, if not here: by the keyword, and by the keyword and
  /// a name.
  var places: [[String]: JSONPointer] = [:]
  /// What else holds for a schema in this one, by the keyword and the name.
  var layers: [[String]: [Layer]] = [:]
  /// The schemas whose keywords are merged already, by their place: once more would add nothing, and
  /// references that fan out, or come back to themselves, would take forever.
  var merged: Set<JSONPointer> = []
  /// The resources on the way here, from the outermost.
  var resources: [Int] = [0]

  /// A schema that holds besides another one.
  struct Layer: Sendable {
    let json: JSON
    let place: JSONPointer
  }

  /// How deeply schemas may be merged into one.
  static let greatestDepth = 32

  /// The schema at `pointer` of `document`.
  package init(document: JSON, at pointer: JSONPointer = .root) {
    self.init(
      document[pointer] ?? [:], at: .root, place: pointer, in: SchemaDocument(document))
  }

  init(
    _ json: JSON, at pointer: JSONPointer, place: JSONPointer, in document: SchemaDocument,
    besides layers: [Layer] = [], depth: Int = 0, merging whole: SchemaView? = nil,
    resources: [Int] = [0], places: [[String]: JSONPointer] = [:]
  ) {
    self.pointer = pointer
    self.place = place
    self.document = document
    self.resources = whole?.resources ?? resources
    self.places = places
    merged = whole?.merged ?? []
    keywords = json.object ?? [:]
    isImpossible = json.allowsNothing
    guard !layers.isEmpty || Self.isCombined(keywords) else { return }
    resolveReferences()
    readTuple()
    mergeAllOf(depth)
    for layer in layers where depth < Self.greatestDepth {
      conjoin(
        SchemaView(
          layer.json, at: pointer, place: layer.place, in: document, depth: depth + 1,
          merging: self))
    }
    readTuple()
    readUnevaluated()
    readNull(depth)
    readConstants(depth)
    narrowValues()
    readConditions(depth)
  }

  /// Tells whether a schema may say anything that is to be read otherwise than it is written. Most
  /// do not.
  private static func isCombined(_ keywords: JSONObject) -> Bool {
    keywords.contains { keyword, value in
      switch keyword {
      case "type", "items": value.array != nil
      case let keyword: combining.contains(keyword)
      }
    }
  }

  private static let combining = Set(SchemaDocument.referenceKeywords).union([
    "allOf", "anyOf", "dependencies", "dependentSchemas", "enum", "if", "not", "nullable", "oneOf",
    "unevaluatedItems", "unevaluatedProperties",
  ])

  /// A schema as it is written, in which nothing is merged yet.
  init(
    unread json: JSON, at pointer: JSONPointer, place: JSONPointer, in document: SchemaDocument
  ) {
    self.pointer = pointer
    self.place = place
    self.document = document
    keywords = json.object ?? [:]
    isImpossible = json.allowsNothing
    readTuple()
  }

  package subscript(keyword: String) -> JSON? { keywords[keyword] }

  /// The schema under `tokens`, if there is one.
  package func child(_ tokens: String...) -> SchemaView? { child(tokens) }

  /// The schema under `tokens`, which is to be merged into `whole` if there is one.
  func child(
    _ tokens: [String], besides others: [Layer] = [], depth: Int = 0,
    merging whole: SchemaView? = nil
  ) -> SchemaView? {
    var (json, pointer) = (JSON.object(keywords), pointer)
    for token in tokens {
      guard let next = json.member(at: token) else { return nil }
      (json, pointer) = (next, pointer.appending(token))
    }
    return SchemaView(
      json, at: pointer, place: place(of: tokens), in: document,
      besides: (layers.isEmpty ? [] : layers[tokens] ?? []) + others, depth: depth, merging: whole,
      resources: resources)
  }

  /// The place where what is under `tokens` is written.
  func place(of tokens: [String]) -> JSONPointer {
    guard !places.isEmpty else { return JSONPointer(tokens: place.tokens + tokens) }
    for count in [2, 1] where tokens.count >= count {
      if let known = places[Array(tokens.prefix(count))] {
        return JSONPointer(tokens: known.tokens + tokens.dropFirst(count))
      }
    }
    return JSONPointer(tokens: place.tokens + tokens)
  }

  /// The schemas in the list `keyword`.
  package func children(_ keyword: String) -> [SchemaView] {
    (self[keyword]?.array ?? []).indices.compactMap { child([keyword, String($0)]) }
  }
}

extension JSON {
  /// Tells whether it is a schema that allows nothing: `false`, or `{"not": {}}`.
  var allowsNothing: Bool {
    switch self {
    case .bool(let isAllowed): !isAllowed
    case .object(let object): object["not"].map { $0 == true || $0 == [:] } ?? false
    default: false
    }
  }

  /// Tells whether it is a schema that allows `null` alone.
  var allowsNullAlone: Bool {
    self["type"] == "null" || self["type"] == ["null"] || self["const"] == .null
      || self["enum"] == [.null]
  }
}
