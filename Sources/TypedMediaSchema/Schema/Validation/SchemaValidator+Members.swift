extension SchemaValidator {
  /// Tells whether an object keeps a rule on its members.
  mutating func checkMembers(
    _ rule: SchemaRule, _ object: JSONObject, _ value: JSON, _ node: SchemaNode,
    _ evaluated: inout Evaluated
  ) -> Bool {
    switch rule {
    case .required(let names):
      return check(names, in: object, value, node)
    case .propertyNames(let schema):
      return checkNames(schema, object, node)
    case .dependentRequired(let dependencies, let keyword):
      return check(dependencies, keyword, object, value, node)
    case .dependentSchemas(let dependencies, _):
      var isValid = true
      for dependency in dependencies where object.contains(dependency.name) {
        if evaluate(dependency.schema, value, &evaluated) { continue }
        guard isCollecting else { return false }
        isValid = false
      }
      return isValid
    case .unevaluatedProperties(let schema):
      return checkUnevaluated(schema, object, node, &evaluated)
    default:
      return true
    }
  }

  private mutating func check(
    _ names: [String], in object: JSONObject, _ value: JSON, _ node: SchemaNode
  ) -> Bool {
    var isValid = true
    for name in names where !object.contains(name) {
      guard isCollecting else { return false }
      isValid = reject(value, node, "required", allowed: "an object with '\(name)'") {
        "\($0.place(of: name)) is missing"
      }
    }
    return isValid
  }

  /// Tells whether the members of an object keep the rules on each.
  mutating func check(
    _ properties: SchemaRule.Properties, _ object: JSONObject, _ node: SchemaNode,
    _ evaluated: inout Evaluated
  ) -> Bool {
    guard take(object.count / 4) else { return false }
    var isValid = true
    var position = 0
    for index in object.indices {
      let (name, value) = object[index]
      let schema = properties.schema(of: name, at: &position)
      if !check(properties, schema, name, value, node, at: index, &evaluated) {
        guard isCollecting else { return false }
        isValid = false
      }
    }
    return isValid
  }

  private mutating func check(
    _ properties: SchemaRule.Properties, _ schema: Int?, _ name: String, _ value: JSON,
    _ node: SchemaNode, at index: Int, _ evaluated: inout Evaluated
  ) -> Bool {
    var isValid = true
    var isKnown = false
    if let schema {
      isKnown = true
      isValid = visit(schema, value, at: name)
    }
    for (pattern, schema) in properties.patterns {
      let verdict = verdict(of: pattern, name)
      guard verdict != .differs else { continue }
      isKnown = true
      // Whether the schema is meant is not known, and nothing is said against the member.
      if verdict == .isOpen {
        isUnsure = true
      } else {
        isValid = visit(schema, value, at: name) && isValid
      }
    }
    if !isKnown, let additional = properties.additional {
      isKnown = true
      isValid =
        nodes[additional].isNever
        ? rejectMember(name, value, node, "additionalProperties", known: properties.names)
        : visit(additional, value, at: name)
    }
    if isKnown { evaluated.mark(index) }
    return isValid
  }

  private mutating func checkNames(
    _ schema: Int, _ object: JSONObject, _ node: SchemaNode
  ) -> Bool {
    var isValid = true
    for (name, value) in object {
      let found = probe(part: .string(name), schema)
      isUnsure = isUnsure || !found.isSure
      if found.isValid { continue }
      guard isCollecting else { return false }
      let allowed = SchemaSummary.text(nodes[schema].schema)
      isValid = reject(value, node, "propertyNames", at: name, allowed: allowed) {
        "'\(name)' cannot be a name\($0.location); allowed: \(allowed)"
      }
    }
    return isValid
  }

  private mutating func check(
    _ dependencies: [SchemaRule.DependentNames], _ keyword: String, _ object: JSONObject,
    _ value: JSON, _ node: SchemaNode
  ) -> Bool {
    var isValid = true
    for dependency in dependencies where object.contains(dependency.name) {
      for name in dependency.required where !object.contains(name) {
        guard isCollecting else { return false }
        let allowed = "'\(dependency.name)' together with '\(name)'"
        isValid = reject(value, node, keyword, allowed: allowed) {
          "\($0.place(of: name)) is missing; \($0.place(of: dependency.name)) needs it"
        }
      }
    }
    return isValid
  }

  private mutating func checkUnevaluated(
    _ schema: Int, _ object: JSONObject, _ node: SchemaNode, _ evaluated: inout Evaluated
  ) -> Bool {
    guard take(object.count / 4) else { return false }
    var isValid = true
    for index in object.indices where !evaluated.contains(index) {
      let (name, value) = object[index]
      let isAllowed =
        nodes[schema].isNever
        ? rejectMember(name, value, node, "unevaluatedProperties", known: [])
        : visit(schema, value, at: name)
      if !isAllowed {
        guard isCollecting else { return false }
        isValid = false
      }
      evaluated.mark(index)
    }
    return isValid
  }

  private mutating func rejectMember(
    _ name: String, _ value: JSON, _ node: SchemaNode, _ keyword: String, known: [String]
  ) -> Bool {
    guard isCollecting else { return false }
    let allowed = known.isEmpty ? "no other members" : known.excerpt(of: 60)
    return reject(value, node, keyword, at: name, allowed: allowed) {
      "'\(name)' is not known\($0.location); allowed: \(allowed)"
    }
  }
}
