extension SchemaCompiler {
  /// The rules of a schema, cheap and telling ones first.
  mutating func rules(_ reader: inout SchemaReader) -> [SchemaRule] {
    if reader.rules.referenceStandsAlone, reader.object["$ref"]?.string != nil {
      return references(&reader)
    }
    return valueRules(&reader) + sizeRules(&reader) + memberRules(&reader) + itemRules(&reader)
      + references(&reader) + combinations(&reader) + unevaluatedRules(&reader)
  }

  private func valueRules(_ reader: inout SchemaReader) -> [SchemaRule] {
    var rules: [SchemaRule] = []
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
    return rules
  }

  private func bounds(_ reader: inout SchemaReader) -> [Bound] {
    let kinds: [(String, String, Bound.Relation, Bound.Relation)] = [
      ("minimum", "exclusiveMinimum", .atLeast, .moreThan),
      ("maximum", "exclusiveMaximum", .atMost, .lessThan),
    ]
    var bounds: [Bound] = []
    for (keyword, exclusiveKeyword, relation, exclusiveRelation) in kinds {
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

  private func sizeRules(_ reader: inout SchemaReader) -> [SchemaRule] {
    Size.Subject.allCases.compactMap { subject in
      let size = Size(
        subject: subject,
        minimum: reader.count("min" + subject.rawValue),
        maximum: reader.count("max" + subject.rawValue))
      return size.minimum == nil && size.maximum == nil ? nil : .size(size)
    }
  }

  private mutating func combinations(_ reader: inout SchemaReader) -> [SchemaRule] {
    var rules: [SchemaRule] = []
    if let schemas = nodes("allOf", &reader) { rules.append(.allOf(schemas)) }
    if let schemas = nodes("anyOf", &reader) { rules.append(.anyOf(schemas)) }
    if let schemas = nodes("oneOf", &reader) { rules.append(.oneOf(schemas)) }
    if let schema = node("not", &reader) { rules.append(.not(schema)) }
    if let condition = node("if", &reader) {
      let (then, otherwise) = (node("then", &reader), node("else", &reader))
      rules.append(.condition(condition, then: then, otherwise: otherwise))
    }
    return rules
  }

  private mutating func unevaluatedRules(_ reader: inout SchemaReader) -> [SchemaRule] {
    var rules: [SchemaRule] = []
    if let schema = node("unevaluatedItems", &reader) { rules.append(.unevaluatedItems(schema)) }
    if let schema = node("unevaluatedProperties", &reader) {
      rules.append(.unevaluatedProperties(schema))
    }
    return rules
  }

  /// The schema that a keyword holds.
  mutating func node(_ keyword: String, _ reader: inout SchemaReader) -> Int? {
    reader.value(keyword).map { node(for: $0, at: [keyword], reader) }
  }

  /// The schemas that a keyword lists.
  mutating func nodes(_ keyword: String, _ reader: inout SchemaReader) -> [Int]? {
    reader.value(keyword)?.array?.enumerated().map { index, schema in
      node(for: schema, at: [keyword, String(index)], reader)
    }
  }

  /// The schemas that a keyword names.
  mutating func namedNodes(
    _ keyword: String, _ reader: inout SchemaReader
  ) -> [(name: String, schema: Int)]? {
    reader.value(keyword)?.object?.map { name, schema in
      (name, node(for: schema, at: [keyword, name], reader))
    }
  }
}
