/// A document of schemas, in which references are followed as the validator follows them.
struct SchemaDocument: Sendable {
  let json: JSON
  /// The place where the schemas with an address or a name of their own are; `nil` where there are
  /// none, as in most documents.
  private let registry: SchemaRegistry?
  /// The rules of the document, as its root names them.
  private let rules: SchemaRules

  init(_ json: JSON) {
    self.json = json
    var rules = SchemaRules(JSONSchema.Options())
    if let uri = json["$schema"]?.string {
      let isOld = uri.contains("/draft-0")
      rules.dialect = JSONSchema.Dialect(schemaURI: uri) ?? (isOld ? .draft7 : rules.dialect)
    }
    self.rules = rules
    guard Self.hasNames(json) else {
      registry = nil
      return
    }
    var registry = SchemaRegistry(options: JSONSchema.Options())
    registry.add(json, at: SchemaURI(""))
    self.registry = registry
  }

  /// What a schema of the document may be found by.
  private static let names = ["$id", "$anchor", "$dynamicAnchor", "$recursiveAnchor"]

  private static func hasNames(_ json: JSON) -> Bool {
    switch json {
    case .object(let object):
      names.contains(where: object.contains) || object.contains { hasNames($0.value) }
    case .array(let elements): elements.contains(where: hasNames)
    default: false
    }
  }

  /// The resource that the schema at `place` belongs to.
  func resource(of place: JSONPointer) -> Int {
    guard let registry else { return 0 }
    for count in stride(from: place.tokens.count, through: 0, by: -1) {
      let pointer = JSONPointer(tokens: Array(place.tokens.prefix(count)))
      if let owner = registry.owners[.init(document: 0, pointer: pointer)] { return owner }
    }
    return 0
  }

  /// Tells whether what stands beside a `$ref` at `place` is ignored, as it is in draft 7.
  func referenceStandsAlone(at place: JSONPointer) -> Bool {
    guard let registry else { return rules.referenceStandsAlone }
    return registry.resources[resource(of: place)].rules.referenceStandsAlone
  }

  /// The keywords that may refer elsewhere.
  static let referenceKeywords = ["$ref", "$dynamicRef", "$recursiveRef"]

  /// What `reference` leads to, which is at `place`; `nil` where that is nowhere, or in another
  /// document.
  ///
  /// - Parameter resources: Those on the way to the place, from the outermost: a dynamic reference leads
  ///   to the first of them that has what it looks for.
  func target(
    of reference: String, by keyword: String, at place: JSONPointer, in resources: [Int]
  ) -> JSONPointer? {
    guard var registry else {
      guard reference.hasPrefix("#"), keyword == "$ref" || rules.keyword(keyword) != nil else {
        return nil
      }
      return JSONPointer(uriFragment: String(reference.dropFirst())).flatMap(existing)
    }
    let owner = resource(of: place)
    // Not every place of an OpenAPI document is one of a schema.
    if owner == 0, reference == "#" || reference.hasPrefix("#/"),
      let pointer = JSONPointer(uriFragment: String(reference.dropFirst())).flatMap(existing)
    {
      return keyword == "$recursiveRef" ? outermost("", in: resources) ?? pointer : pointer
    }
    guard keyword == "$ref" || registry.resources[owner].rules.keyword(keyword) != nil,
      let location = registry.locate(reference, from: owner), location.document == 0
    else { return nil }
    let target = registry.resources[registry.owner(of: location)]
    let anchor = keyword == "$dynamicRef" ? SchemaURI(reference).fragment ?? "" : ""
    guard keyword != "$ref", target.dynamicAnchors[anchor] == location else {
      return location.pointer
    }
    return outermost(anchor, in: resources) ?? location.pointer
  }

  private func existing(_ pointer: JSONPointer) -> JSONPointer? {
    json[pointer] == nil ? nil : pointer
  }

  private func outermost(_ anchor: String, in resources: [Int]) -> JSONPointer? {
    resources.lazy.compactMap { registry?.resources[$0].dynamicAnchors[anchor]?.pointer }.first
  }
}
