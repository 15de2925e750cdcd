/// The drafts' own schemas, made from the table of keywords.
enum Metaschema {
  /// The schema that describes a dialect or one of its vocabularies, by URI.
  static func document(at uri: String) -> JSON? {
    if let dialect = JSONSchema.Dialect(schemaURI: uri) { return document(of: dialect) }
    for dialect in [JSONSchema.Dialect.draft2019_09, .draft2020_12] {
      guard let folder = folder(of: dialect), uri.hasPrefix(folder) else { continue }
      return document(of: dialect, vocabulary: String(uri.dropFirst(folder.count)))
    }
    return nil
  }

  private static func document(of dialect: JSONSchema.Dialect) -> JSON? {
    guard let folder = folder(of: dialect) else {
      return document(
        at: dialect.schemaURI, dialect,
        ["properties": properties(SchemaKeyword.keywords(of: dialect).values, dialect)])
    }
    let references = vocabularyNames(of: dialect).map { name in
      JSON.object(["$ref": .string(folder + name)])
    }
    return document(at: dialect.schemaURI, dialect, ["allOf": .array(references)])
  }

  private static func document(of dialect: JSONSchema.Dialect, vocabulary name: String) -> JSON? {
    guard let folder = folder(of: dialect),
      name == "format-assertion"
        || vocabularyNames(of: dialect).contains(name)
    else { return nil }
    let keywords = SchemaKeyword.keywords(of: dialect).values.filter {
      self.name(of: $0.vocabulary, in: dialect) == name
        || name == "format-assertion" && $0.vocabulary == .format
    }
    return document(at: folder + name, dialect, ["properties": properties(keywords, dialect)])
  }

  private static func document(
    at uri: String?, _ dialect: JSONSchema.Dialect, _ body: JSONObject
  ) -> JSON? {
    guard let uri, let schemaURI = dialect.schemaURI else { return nil }
    var object: JSONObject = ["$schema": .string(schemaURI), "$id": .string(uri)]
    switch dialect {
    case .draft2019_09: object["$recursiveAnchor"] = true
    case .draft2020_12: object["$dynamicAnchor"] = "meta"
    case .draft7, .openAPI3_0: break
    }
    object["type"] = ["object", "boolean"]
    for (key, value) in body { object[key] = value }
    return .object(object)
  }

  private static func properties(
    _ keywords: some Sequence<SchemaKeyword>, _ dialect: JSONSchema.Dialect
  ) -> JSON {
    let shapes = keywords.map { ($0.name, $0.shape.schema(self: reference(in: dialect))) }
    return .object(JSONObject(lastWins: shapes))
  }

  /// The folder of the schemas of a dialect's vocabularies, where it has any.
  private static func folder(of dialect: JSONSchema.Dialect) -> String? {
    switch dialect {
    case .draft2019_09: "https://json-schema.org/draft/2019-09/meta/"
    case .draft2020_12: "https://json-schema.org/draft/2020-12/meta/"
    case .draft7, .openAPI3_0: nil
    }
  }

  private static func vocabularyNames(of dialect: JSONSchema.Dialect) -> [String] {
    SchemaVocabulary.allCases.map { name(of: $0, in: dialect) }
      .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func name(
    of vocabulary: SchemaVocabulary, in dialect: JSONSchema.Dialect
  ) -> String {
    switch vocabulary {
    case .unevaluated where dialect == .draft2019_09: SchemaVocabulary.applicator.rawValue
    case .format where dialect == .draft2019_09: "format"
    default: vocabulary.rawValue
    }
  }

  /// The way that a dialect's schema refers to itself.
  private static func reference(in dialect: JSONSchema.Dialect) -> JSON {
    switch dialect {
    case .draft2019_09: ["$recursiveRef": "#"]
    case .draft2020_12: ["$dynamicRef": "#meta"]
    case .draft7, .openAPI3_0: ["$ref": "#"]
    }
  }
}
