import TypedMediaSchema

extension Translator {
  /// An enum with a case for each of the types that are allowed.
  mutating func union(
    of branches: [SchemaNode], _ schema: SchemaNode, named key: String,
    nested: inout [TypeBlueprint]
  ) -> TypeReference {
    if let values = openValues(branches) {
      return declare(schema, named: key, in: &nested) { translator, name in
        TypeBlueprint(
          name: name, documentation: ["Values that the model takes for `\(key)`, and any other."],
          body: .openValues(translator.values(values, schema, named: key)))
      }
    }
    return declare(schema, named: key, in: &nested) { translator, name in
      var inner: [TypeBlueprint] = []
      let alternatives = branches.map { branch in
        TypeBlueprint.Alternative(
          name: Self.caseName(of: branch, in: name),
          documentation: Documentation.alternative(branch),
          type: translator.reference(
            to: branch, named: Self.typeName(of: branch, in: key), nested: &inner))
      }
      let names = DistinctNames(alternatives.map { ($0.name, $0.type.spelling) }).names
      let named = zip(alternatives, names).enumerated().map { index, item in
        var alternative = item.0
        // Of two with the same name and type, the ending would be the same too.
        let isTaken = names[..<index].contains(item.1)
        alternative.name = isTaken ? "\(item.1)\(index + 1)" : item.1
        return alternative
      }
      return TypeBlueprint(
        name: name, documentation: Documentation.object(schema, named: name),
        body: .union(named), nested: inner)
    }
  }

  /// The known values, where the types are a closed list of texts and any text.
  private func openValues(_ branches: [SchemaNode]) -> [JSON]? {
    guard branches.count == 2, branches.allSatisfy({ $0.types == ["string"] || $0["enum"] != nil }),
      branches.contains(where: { $0["enum"] == nil && $0["const"] == nil && $0["format"] == nil }),
      let values = branches.compactMap({ $0["enum"]?.array }).first
    else { return nil }
    return values.allSatisfy { $0.string != nil } ? values : nil
  }

  /// What a type is called as a case: by its definition, its tag, or its kind.
  private static func caseName(of branch: SchemaNode, in union: String) -> String {
    if let tag = branch.tag { return Reserved.member(Identifier.value(tag, of: "kind")) }
    if let name = branch.definitionName, branch["enum"] == nil {
      return Identifier.type(name) == union ? "custom" : Reserved.member(Identifier.member(name))
    }
    if branch["enum"] != nil { return "preset" }
    if let constant = branch["const"] {
      return Reserved.member(Identifier.value(of: constant, property: "kind", isSeconds: false))
    }
    return switch branch.types.first {
    case "string": ["uri", "url"].contains(branch["format"]?.string) ? "url" : "text"
    case "integer": "integer"
    case "number": "number"
    case "boolean": "boolean"
    case "array": "list"
    case "object": "object"
    default: branch["properties"] == nil ? "json" : "object"
    }
  }

  /// The name from which a type that is declared for a case is named.
  private static func typeName(of branch: SchemaNode, in key: String) -> String {
    if branch["enum"] != nil { return "\(key)_preset" }
    return branch.tag.map { "\($0)_\(key)" } ?? "\(key)_\(caseName(of: branch, in: ""))"
  }
}

extension SchemaNode {
  /// The types of which a value has one; `nil` where that is not what the schema is about.
  ///
  /// Beside properties, `anyOf` and `oneOf` say which of these have to be there.
  var alternatives: [SchemaNode]? {
    for keyword in ["oneOf", "anyOf"] where self["properties"] == nil {
      let branches = children(keyword).filter { $0.types != ["null"] && $0["const"] != .null }
      if branches.count > 1 { return branches }
    }
    guard types.count > 1, Set(types) != ["integer", "number"] else { return nil }
    return types.map { type in only(type) }
  }

  /// The same schema for one of its types.
  private func only(_ type: String) -> SchemaNode {
    var schema = self
    schema.setType(type)
    return schema
  }

  /// The value by which an object of this kind is known among others.
  var tag: String? {
    guard types == ["object"] || self["properties"] != nil else { return nil }
    return properties.lazy.compactMap { name, schema in
      required.contains(name) ? schema.onlyValue?.string : nil
    }
    .first
  }
}
