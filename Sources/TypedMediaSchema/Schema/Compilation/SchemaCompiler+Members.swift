extension SchemaCompiler {
  /// The rules on the members of objects.
  mutating func addMemberRules(_ reader: inout SchemaReader, to rules: inout [SchemaRule]) {
    if let names = reader.names("required"), !names.isEmpty { rules.append(.required(names)) }
    if let properties = properties(&reader) { rules.append(.properties(properties)) }
    if let schema = node("propertyNames", &reader) { rules.append(.propertyNames(schema)) }
    if let dependencies = reader.value("dependentRequired")?.object {
      rules.append(dependentRequired(dependencies, keyword: "dependentRequired"))
    }
    if let schemas = namedNodes("dependentSchemas", &reader) {
      rules.append(dependentSchemas(schemas, keyword: "dependentSchemas"))
    }
    if let dependencies = reader.value("dependencies")?.object {
      rules.append(dependentRequired(dependencies, keyword: "dependencies"))
      let context = reader.context
      let schemas = dependencies.filter { $0.value.array == nil }.map { name, schema in
        (name, node(for: schema, in: context, at: "dependencies", name))
      }
      rules.append(dependentSchemas(schemas, keyword: "dependencies"))
    }
  }

  private mutating func properties(_ reader: inout SchemaReader) -> SchemaRule.Properties? {
    let named = namedNodes("properties", &reader) ?? []
    let additional = node("additionalProperties", &reader)
    var patterns: [(pattern: SchemaPattern, schema: Int)] = []
    for (source, schema) in namedNodes("patternProperties", &reader) ?? [] {
      guard let pattern = reader.pattern(source, at: ["patternProperties", source]) else {
        continue
      }
      patterns.append((pattern, schema))
    }
    guard !named.isEmpty || !patterns.isEmpty || additional != nil else { return nil }
    return SchemaRule.Properties(named: named, patterns: patterns, additional: additional)
  }

  private func dependentRequired(_ dependencies: JSONObject, keyword: String) -> SchemaRule {
    let dependencies = dependencies.compactMap { name, value in
      value.array.map {
        SchemaRule.DependentNames(name: name, required: $0.compactMap(\.string))
      }
    }
    return .dependentRequired(dependencies, keyword: keyword)
  }

  private func dependentSchemas(
    _ schemas: [(name: String, schema: Int)], keyword: String
  ) -> SchemaRule {
    .dependentSchemas(
      schemas.map { SchemaRule.DependentSchema(name: $0.name, schema: $0.schema) },
      keyword: keyword)
  }

  /// The rules on the elements of arrays.
  mutating func addElementRules(_ reader: inout SchemaReader, to rules: inout [SchemaRule]) {
    if let items = items(&reader) { rules.append(.items(items)) }
    if let schema = node("contains", &reader) {
      rules.append(
        .contains(
          SchemaRule.Contains(
            schema: schema,
            minimum: reader.count("minContains") ?? 1,
            maximum: reader.count("maxContains"),
            evaluates: reader.rules.dialect == .draft2020_12)))
    }
    if reader.value("uniqueItems")?.bool == true { rules.append(.uniqueItems) }
  }

  private mutating func items(_ reader: inout SchemaReader) -> SchemaRule.Items? {
    if let prefix = nodes("prefixItems", &reader) {
      return SchemaRule.Items(
        prefix: prefix, rest: node("items", &reader), prefixKeyword: "prefixItems",
        restKeyword: "items")
    }
    if let prefix = nodes("items", &reader) {
      return SchemaRule.Items(
        prefix: prefix, rest: node("additionalItems", &reader), prefixKeyword: "items",
        restKeyword: "additionalItems")
    }
    return node("items", &reader).map {
      SchemaRule.Items(prefix: [], rest: $0, prefixKeyword: "", restKeyword: "items")
    }
  }
}
