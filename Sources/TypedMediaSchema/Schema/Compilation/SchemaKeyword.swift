/// A keyword of JSON Schema: the dialects and the vocabulary it belongs to, and what its value
/// looks like.
///
/// One table serves three ends: finding the schemas inside a schema, refusing malformed keywords,
/// and giving the drafts' own schemas to those who refer to them.
///
/// It is a class so that it is one pointer to copy.
final class SchemaKeyword: Sendable {
  let name: String
  let shape: Shape
  let vocabulary: SchemaVocabulary
  let dialects: Set<JSONSchema.Dialect>
  /// The rules that are made of it.
  let subject: Subject

  private init(
    name: String, shape: Shape, vocabulary: SchemaVocabulary, dialects: Set<JSONSchema.Dialect>
  ) {
    self.name = name
    self.shape = shape
    self.vocabulary = vocabulary
    self.dialects = dialects
    subject = Self.subjects[name] ?? []
  }

  /// What the value of a keyword looks like.
  enum Shape: Sendable {
    case anything
    case array
    case boolean
    /// A boolean that stands for an exclusive bound in OpenAPI 3.0, else a number.
    case bound
    case count
    /// A schema or an array of names for each name.
    case dependencies
    case names
    case namesByName
    case number
    case positiveNumber
    case schema
    case schemaByName
    case schemaOrSchemas
    case schemas
    case string
    case typeNames
  }
}

extension SchemaKeyword {
  /// What rules are about. Keywords of which none are made are about nothing.
  struct Subject: OptionSet, Sendable {
    let rawValue: UInt8

    static let value = Subject(rawValue: 1 << 0)
    static let size = Subject(rawValue: 1 << 1)
    static let members = Subject(rawValue: 1 << 2)
    static let elements = Subject(rawValue: 1 << 3)
    static let references = Subject(rawValue: 1 << 4)
    static let combinations = Subject(rawValue: 1 << 5)
    static let unevaluated = Subject(rawValue: 1 << 6)
  }

  private static let subjects: [String: Subject] = Dictionary(
    uniqueKeysWithValues: [
      (
        Subject.value,
        [
          "const", "enum", "exclusiveMaximum", "exclusiveMinimum", "format", "maximum", "minimum",
          "multipleOf", "pattern", "type",
        ]
      ),
      (
        .size,
        ["maxItems", "maxLength", "maxProperties", "minItems", "minLength", "minProperties"]
      ),
      (
        .members,
        [
          "additionalProperties", "dependencies", "dependentRequired", "dependentSchemas",
          "patternProperties", "properties", "propertyNames", "required",
        ]
      ),
      (
        .elements,
        [
          "additionalItems", "contains", "items", "maxContains", "minContains", "prefixItems",
          "uniqueItems",
        ]
      ),
      (.references, ["$ref", "$recursiveRef", "$dynamicRef"]),
      (.combinations, ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"]),
      (.unevaluated, ["unevaluatedItems", "unevaluatedProperties"]),
    ].flatMap { subject, names in names.map { ($0, subject) } })

  private static let all: Set<JSONSchema.Dialect> = Set(JSONSchema.Dialect.allCases)
  private static let drafts: Set<JSONSchema.Dialect> = [.draft7, .draft2019_09, .draft2020_12]
  private static let later: Set<JSONSchema.Dialect> = [.draft2019_09, .draft2020_12]

  /// The keywords of a dialect, by name.
  static func keywords(of dialect: JSONSchema.Dialect) -> [String: SchemaKeyword] {
    byDialect[dialect] ?? [:]
  }

  /// The keywords of a dialect, found fast.
  static func index(of dialect: JSONSchema.Dialect) -> SchemaKeywordIndex {
    switch dialect {
    case .draft7: draft7
    case .draft2019_09: draft2019_09
    case .draft2020_12: draft2020_12
    case .openAPI3_0: openAPI3_0
    }
  }

  private static let draft7 = SchemaKeywordIndex(keywords(of: .draft7))
  private static let draft2019_09 = SchemaKeywordIndex(keywords(of: .draft2019_09))
  private static let draft2020_12 = SchemaKeywordIndex(keywords(of: .draft2020_12))
  private static let openAPI3_0 = SchemaKeywordIndex(keywords(of: .openAPI3_0))

  private static let byDialect = Dictionary(
    uniqueKeysWithValues: JSONSchema.Dialect.allCases.map { dialect in
      let keywords = table.filter { $0.dialects.contains(dialect) }
      return (dialect, Dictionary(uniqueKeysWithValues: keywords.map { ($0.name, $0) }))
    })

  private static func keywords(
    _ vocabulary: SchemaVocabulary, _ dialects: Set<JSONSchema.Dialect>,
    _ shapes: KeyValuePairs<String, Shape>
  ) -> [SchemaKeyword] {
    shapes.map {
      SchemaKeyword(name: $0.key, shape: $0.value, vocabulary: vocabulary, dialects: dialects)
    }
  }

  private static let table: [SchemaKeyword] = [
    keywords(.core, all, ["$ref": .string]),
    keywords(
      .core, drafts,
      ["$id": .string, "$schema": .string, "$comment": .string, "definitions": .schemaByName]),
    keywords(
      .core, later, ["$anchor": .string, "$defs": .schemaByName, "$vocabulary": .anything]),
    keywords(.core, [.draft2019_09], ["$recursiveAnchor": .boolean, "$recursiveRef": .string]),
    keywords(.core, [.draft2020_12], ["$dynamicAnchor": .string, "$dynamicRef": .string]),
    keywords(
      .applicator, all,
      [
        "additionalProperties": .schema, "allOf": .schemas, "anyOf": .schemas, "not": .schema,
        "oneOf": .schemas, "properties": .schemaByName,
      ]),
    keywords(
      .applicator, drafts,
      [
        "contains": .schema, "dependencies": .dependencies, "else": .schema, "if": .schema,
        "patternProperties": .schemaByName, "propertyNames": .schema, "then": .schema,
      ]),
    keywords(.applicator, later, ["dependentSchemas": .schemaByName]),
    keywords(
      .applicator, [.draft7, .draft2019_09],
      ["additionalItems": .schema, "items": .schemaOrSchemas]),
    keywords(.applicator, [.openAPI3_0], ["items": .schema]),
    keywords(.applicator, [.draft2020_12], ["items": .schema, "prefixItems": .schemas]),
    keywords(
      .unevaluated, later, ["unevaluatedItems": .schema, "unevaluatedProperties": .schema]),
    keywords(
      .validation, all,
      [
        "enum": .array, "exclusiveMaximum": .bound, "exclusiveMinimum": .bound, "maxItems": .count,
        "maxLength": .count, "maxProperties": .count, "maximum": .number, "minItems": .count,
        "minLength": .count, "minProperties": .count, "minimum": .number,
        "multipleOf": .positiveNumber, "pattern": .string, "required": .names, "type": .typeNames,
        "uniqueItems": .boolean,
      ]),
    keywords(.validation, drafts, ["const": .anything]),
    keywords(
      .validation, later,
      ["dependentRequired": .namesByName, "maxContains": .count, "minContains": .count]),
    keywords(.validation, [.openAPI3_0], ["nullable": .boolean]),
    keywords(
      .metadata, all,
      ["default": .anything, "description": .string, "readOnly": .boolean, "title": .string]),
    keywords(.metadata, drafts, ["examples": .array, "writeOnly": .boolean]),
    keywords(.metadata, later, ["deprecated": .boolean]),
    keywords(.format, all, ["format": .string]),
    keywords(.content, drafts, ["contentEncoding": .string, "contentMediaType": .string]),
    keywords(.content, later, ["contentSchema": .schema]),
  ].flatMap(\.self)
}
