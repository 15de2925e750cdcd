/// The dialect of a schema resource, down to the vocabularies that are on.
struct SchemaRules: Sendable {
  var dialect: JSONSchema.Dialect
  var vocabularies: Set<SchemaVocabulary> {
    didSet { hasAllVocabularies = vocabularies.count == SchemaVocabulary.allCases.count }
  }
  var assertsFormats: Bool
  var checksAddresses: Bool
  /// Tells whether no `$schema` named the dialect, so that OpenAPI's habits are put up with.
  var isAssumed: Bool
  private var hasAllVocabularies = true

  private static let allVocabularies = Set(SchemaVocabulary.allCases)

  /// The rules for schemas that name none.
  init(_ options: JSONSchema.Options) {
    dialect = options.defaultDialect
    assertsFormats = options.assertsFormats
    checksAddresses = options.checksAddresses
    vocabularies = Self.allVocabularies
    isAssumed = true
  }

  /// Tells whether `nullable` and boolean bounds mean what they mean in OpenAPI 3.0.
  var allowsOpenAPI: Bool { isAssumed || dialect == .openAPI3_0 }

  /// Tells whether whatever stands beside a `$ref` is ignored.
  var referenceStandsAlone: Bool { dialect == .draft7 }

  /// The keyword `name`, if the dialect has it and its vocabulary is on.
  func keyword(_ name: String) -> SchemaKeyword? {
    guard let keyword = SchemaKeyword.index(of: dialect)[name],
      hasAllVocabularies || vocabularies.contains(keyword.vocabulary)
    else { return nil }
    return keyword
  }
}

extension JSONSchema.Dialect {
  /// The dialect whose schema has that URI.
  init?(schemaURI: String) {
    let uri = schemaURI.hasSuffix("#") ? String(schemaURI.dropLast()) : schemaURI
    guard let dialect = Self.allCases.first(where: { $0.schemaURI == uri }) else { return nil }
    self = dialect
  }

  /// The URI of the dialect's own schema, where it has one.
  var schemaURI: String? {
    switch self {
    case .draft7: "http://json-schema.org/draft-07/schema"
    case .draft2019_09: "https://json-schema.org/draft/2019-09/schema"
    case .draft2020_12: "https://json-schema.org/draft/2020-12/schema"
    case .openAPI3_0: nil
    }
  }
}
