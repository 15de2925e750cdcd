extension SchemaValidator {
  /// Explains why none of several schemas holds.
  mutating func explainAnyOf(
    _ schemas: [Int], _ value: JSON, _ node: SchemaNode, _ evaluated: inout Evaluated
  ) {
    evaluated.markAll()
    if let names = nameSets(schemas), let object = value.object {
      explain(names, object, value, node, "anyOf", phrase: "at least one of")
      return
    }
    explainClosest(schemas, value, node, "anyOf")
  }

  /// Explains why not exactly one of several schemas holds.
  mutating func explainOneOf(
    _ schemas: [Int], matches: [Int], _ value: JSON, _ node: SchemaNode,
    _ evaluated: inout Evaluated
  ) {
    evaluated.markAll()
    if let names = nameSets(schemas), let object = value.object {
      explain(names, object, value, node, "oneOf", phrase: "exactly one of")
    } else if matches.isEmpty {
      explainClosest(schemas, value, node, "oneOf")
    } else {
      let summaries = summaries(of: matches.map { schemas[$0] })
      let allowed = "exactly one of \(schemas.count) alternatives"
      _ = reject(value, node, "oneOf", allowed: allowed) {
        "\($0.place) fits several alternatives: \(summaries.listed("and")); allowed: \(allowed)"
      }
    }
  }

  /// Explains that a schema holds that must not.
  mutating func explainNot(_ schema: Int, _ value: JSON, _ node: SchemaNode) {
    guard let names = requiredNames(schema), value.object != nil else {
      let summary = SchemaSummary.text(nodes[schema].schema)
      _ = reject(value, node, "not", allowed: "anything but \(summary)")
      return
    }
    _ = reject(value, node, "not", allowed: "an object without \(names.listed("and"))") {
      validator in
      let places = names.map { validator.place(of: $0) }.listed("and")
      return names.count == 1
        ? "\(places) must not be set" : "\(places) cannot be set together"
    }
  }

  /// Explains by the schema that was most likely meant.
  ///
  /// A schema that the value is of the wrong kind for, or the wrong tag, was not. If that leaves
  /// one, what it finds wrong is what is wrong; else the alternatives are named.
  private mutating func explainClosest(
    _ schemas: [Int], _ value: JSON, _ node: SchemaNode, _ keyword: String
  ) {
    let outer = violations
    var likely: [[SchemaViolation]] = []
    for schema in schemas {
      violations = []
      var ignored = Evaluated.unwanted
      _ = evaluate(schema, value, &ignored)
      if !violations.isEmpty, !violations.contains(where: isOfAnotherKind) {
        likely.append(violations)
      }
    }
    violations = outer
    if likely.count == 1 {
      violations.append(contentsOf: likely[0].prefix(limit - violations.count))
      return
    }
    let summaries = summaries(of: schemas)
    _ = reject(value, node, keyword, allowed: summaries.listed("or"))
  }

  /// What the first of some schemas are for, and how many there are in all if that is more.
  private func summaries(of schemas: [Int]) -> [String] {
    schemas.prefix(12).map { SchemaSummary.text(nodes[$0].schema) }
      + (schemas.count > 12 ? ["… (\(schemas.count) in all)"] : [])
  }

  /// Whether a violation shows that the schema is for values of another kind: the value itself has
  /// the wrong type, or one of its members, by which such values are told apart, has.
  private func isOfAnotherKind(_ violation: SchemaViolation) -> Bool {
    switch violation.instancePath.tokens.count - path.count {
    case 0: ["type", "const", "enum", "false"].contains(violation.rule)
    case 1: violation.rule == "const"
    default: false
    }
  }

  /// The names that each of the schemas requires, if that is all that each of them does.
  private func nameSets(_ schemas: [Int]) -> [[String]]? {
    let sets = schemas.compactMap(requiredNames)
    return sets.count == schemas.count ? sets : nil
  }

  private func requiredNames(_ schema: Int) -> [String]? {
    let node = nodes[schema]
    var names: [String]?
    for rule in node.rules {
      switch rule {
      case .required(let required): names = required
      case .type(.object): continue
      default: return nil
      }
    }
    return names
  }

  private mutating func explain(
    _ sets: [[String]], _ object: JSONObject, _ value: JSON, _ node: SchemaNode,
    _ keyword: String, phrase: String
  ) {
    let wholes = sets.map { $0.count == 1 ? $0[0] : "(\($0.listed("and")))" }
    let found = sets.joined().filter { object.contains($0) }
      .reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let allowed = "\(phrase) \(wholes.joined(separator: ", "))"
    _ = reject(value, node, keyword, allowed: allowed) {
      ($0.path.isEmpty ? "" : "\($0.place): ")
        + "\(allowed) must be set; found \(found.isEmpty ? "none" : found.listed("and"))"
    }
  }
}
