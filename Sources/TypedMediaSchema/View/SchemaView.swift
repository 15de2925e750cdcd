/// One schema of a document, as if it were written in one place: what it refers to and what it is
/// combined of is merged, and `null` is told from the other types.
package struct SchemaView: Sendable {
  /// The keywords.
  package internal(set) var keywords: JSONObject
  /// How one gets here from the root, by the names that a user sees.
  package let pointer: JSONPointer
  /// Where it is written.
  package internal(set) var place: JSONPointer
  /// The definition that it refers to; `nil` when it is written where it is used.
  package internal(set) var definition: JSONPointer?
  /// Whether `null` is allowed besides.
  package internal(set) var isNullable = false
  /// Whether nothing is allowed: the schema is `false`.
  package internal(set) var isImpossible = false
  /// The schemas of `allOf`, each with its own keywords: of rules that are said several times, only the
  /// first is among ``keywords``.
  package internal(set) var conjuncts: [JSONObject] = []
  /// The reference that led nowhere, if one did.
  package internal(set) var danglingReference: String?

  let document: JSON
  /// Where keywords are written that came from elsewhere, by the keyword, and properties by
  /// `properties/name`.
  var origins: [String: JSONPointer] = [:]
  /// The references whose targets are merged already: once more would add nothing, and references
  /// that fan out, or come back to themselves, would take forever.
  var merged: Set<String> = []

  /// The schema at `pointer` of `document`.
  package init(document: JSON, at pointer: JSONPointer = .root) {
    self.init(document[pointer] ?? [:], at: .root, place: pointer, in: document)
  }

  private init(
    _ json: JSON, at pointer: JSONPointer, place: JSONPointer, in document: JSON, depth: Int = 0,
    merging whole: SchemaView? = nil
  ) {
    self.pointer = pointer
    self.place = place
    self.document = document
    merged = whole?.merged ?? []
    keywords = json.object ?? [:]
    isImpossible = json == false
    resolveReference(depth)
    mergeAllOf(depth)
    readNull(depth)
  }

  package subscript(keyword: String) -> JSON? { keywords[keyword] }

  /// The schema under `tokens`, if there is one.
  package func child(_ tokens: String...) -> SchemaView? { child(tokens) }

  /// The schema under `tokens`, which is to be merged into `whole` if there is one.
  func child(_ tokens: [String], depth: Int = 0, merging whole: SchemaView? = nil) -> SchemaView? {
    var (json, pointer) = (JSON.object(keywords), pointer)
    for token in tokens {
      guard let next = json.member(at: token) else { return nil }
      (json, pointer) = (next, pointer.appending(token))
    }
    let origin =
      origins.isEmpty
      ? place : origins[tokens.joined(separator: "/")] ?? origins[tokens.first ?? ""] ?? place
    return SchemaView(
      json, at: pointer, place: JSONPointer(tokens: origin.tokens + tokens), in: document,
      depth: depth, merging: whole)
  }

  /// The schemas in the list `keyword`.
  package func children(_ keyword: String) -> [SchemaView] {
    (self[keyword]?.array ?? []).indices.compactMap { child([keyword, String($0)]) }
  }
}
