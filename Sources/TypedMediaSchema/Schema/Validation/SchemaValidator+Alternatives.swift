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

  /// Explains by the schemas that were most likely meant; names all where that is anybody's guess.
  private mutating func explainClosest(
    _ schemas: [Int], _ value: JSON, _ node: SchemaNode, _ keyword: String
  ) {
    let outer = violations
    var misses: [SchemaMiss] = []
    for schema in schemas {
      violations = []
      var ignored = Evaluated.unwanted
      _ = evaluate(schema, value, &ignored)
      misses.append(SchemaMiss(violations, of: written(schema), at: path))
    }
    violations = outer
    let found = SchemaMiss.closest(of: misses, to: value)
    if !found.isEmpty {
      violations.append(contentsOf: found.prefix(limit - violations.count))
      return
    }
    let summaries = summaries(of: schemas)
    _ = reject(value, node, keyword, allowed: summaries.listed("or"))
  }

  /// A schema as it is written, where it is no reference to another.
  private func written(_ schema: Int) -> JSON {
    var node = nodes[schema]
    var steps = 0
    while case .reference(let target)? = node.rules.first, node.rules.count == 1, steps < 16 {
      (node, steps) = (nodes[target], steps + 1)
    }
    return node.schema
  }

  /// What the first of some schemas are for, and how many there are in all if that is more.
  private func summaries(of schemas: [Int]) -> [String] {
    schemas.prefix(12).map { SchemaSummary.text(nodes[$0].schema) }
      + (schemas.count > 12 ? ["… (\(schemas.count) in all)"] : [])
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
