extension SchemaCompiler {
  /// The rules of a schema, cheap and telling ones first.
  mutating func rules(_ reader: inout SchemaReader) -> [SchemaRule] {
    var rules: [SchemaRule] = []
    let subjects = reader.subjects
    if reader.rules.referenceStandsAlone, reader.object["$ref"]?.string != nil {
      addReferences(&reader, to: &rules)
      return rules
    }
    if subjects.contains(.value) { addValueRules(&reader, to: &rules) }
    if subjects.contains(.size) { addSizeRules(&reader, to: &rules) }
    if subjects.contains(.members) { addMemberRules(&reader, to: &rules) }
    if subjects.contains(.elements) { addElementRules(&reader, to: &rules) }
    if subjects.contains(.references) { addReferences(&reader, to: &rules) }
    if subjects.contains(.combinations) { addCombinations(&reader, to: &rules) }
    if subjects.contains(.unevaluated) { addUnevaluatedRules(&reader, to: &rules) }
    return rules
  }

  private func addValueRules(_ reader: inout SchemaReader, to rules: inout [SchemaRule]) {
    if let value = reader.value("const") { rules.append(.constant(value)) }
    if let values = reader.value("enum")?.array { rules.append(.enumeration(Enumeration(values))) }
    if let types = reader.value("type").flatMap(TypeSet.init) { rules.append(.type(types)) }
    let bounds = self.bounds(&reader)
    if !bounds.isEmpty { rules.append(.bounds(bounds)) }
    if let divisor = reader.value("multipleOf")?.number { rules.append(.multiple(of: divisor)) }
    if reader.rules.checksAddresses, let format = reader.value("format")?.string,
      WebAddress.formats.contains(format)
    {
      rules.append(.address)
    }
    if let source = reader.value("pattern")?.string,
      let pattern = reader.pattern(source, at: ["pattern"])
    {
      rules.append(.pattern(pattern))
    }
    if reader.rules.assertsFormats,
      let format = reader.value("format")?.string.flatMap(SchemaFormat.init(rawValue:))
    {
      rules.append(.format(format))
    }
  }

  private static let kindsOfBounds: [(String, String, Bound.Relation, Bound.Relation)] = [
    ("minimum", "exclusiveMinimum", .atLeast, .moreThan),
    ("maximum", "exclusiveMaximum", .atMost, .lessThan),
  ]

  private func bounds(_ reader: inout SchemaReader) -> [Bound] {
    var bounds: [Bound] = []
    for (keyword, exclusiveKeyword, relation, exclusiveRelation) in Self.kindsOfBounds {
      let exclusive = reader.value(exclusiveKeyword)
      if let limit = reader.value(keyword)?.number {
        bounds.append(
          exclusive?.bool == true
            ? Bound(keyword: exclusiveKeyword, relation: exclusiveRelation, limit: limit)
            : Bound(keyword: keyword, relation: relation, limit: limit))
      }
      if let limit = exclusive?.number {
        bounds.append(Bound(keyword: exclusiveKeyword, relation: exclusiveRelation, limit: limit))
      }
    }
    return bounds
  }

  private func addSizeRules(_ reader: inout SchemaReader, to rules: inout [SchemaRule]) {
    for subject in Size.Subject.allCases {
      let size = Size(
        subject: subject,
        minimum: reader.count("min" + subject.rawValue),
        maximum: reader.count("max" + subject.rawValue))
      if size.minimum != nil || size.maximum != nil { rules.append(.size(size)) }
    }
  }

  private mutating func addCombinations(_ reader: inout SchemaReader, to rules: inout [SchemaRule])
  {
    if let schemas = nodes("allOf", &reader) { rules.append(.allOf(schemas)) }
    if let schemas = nodes("anyOf", &reader) { rules.append(.anyOf(schemas)) }
    if let schemas = nodes("oneOf", &reader) { rules.append(.oneOf(schemas)) }
    if let schema = node("not", &reader) { rules.append(.not(schema)) }
    if let condition = node("if", &reader) {
      let (then, otherwise) = (node("then", &reader), node("else", &reader))
      rules.append(.condition(condition, then: then, otherwise: otherwise))
    }
  }

  private mutating func addUnevaluatedRules(
    _ reader: inout SchemaReader, to rules: inout [SchemaRule]
  ) {
    if let schema = node("unevaluatedItems", &reader) { rules.append(.unevaluatedItems(schema)) }
    if let schema = node("unevaluatedProperties", &reader) {
      rules.append(.unevaluatedProperties(schema))
    }
  }

  /// The schema that a keyword holds.
  mutating func node(_ keyword: String, _ reader: inout SchemaReader) -> Int? {
    guard let schema = reader.value(keyword) else { return nil }
    return node(for: schema, in: reader.context, at: keyword, nil)
  }

  /// The schemas that a keyword lists.
  mutating func nodes(_ keyword: String, _ reader: inout SchemaReader) -> [Int]? {
    guard let schemas = reader.value(keyword)?.array else { return nil }
    let context = reader.context
    return schemas.enumerated().map { index, schema in
      node(for: schema, in: context, at: keyword, String(index))
    }
  }

  /// The schemas that a keyword names.
  mutating func namedNodes(
    _ keyword: String, _ reader: inout SchemaReader
  ) -> [(name: String, schema: Int)]? {
    guard let schemas = reader.value(keyword)?.object else { return nil }
    let context = reader.context
    return schemas.map { name, schema in
      (name, node(for: schema, in: context, at: keyword, name))
    }
  }
}
