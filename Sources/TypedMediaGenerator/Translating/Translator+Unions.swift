import TypedMediaSchema

extension Translator {
  /// An enum with a case for each of the types that are allowed.
  mutating func union(
    of branches: [SchemaView], _ schema: SchemaView, named key: String,
    nested: inout [TypeBlueprint]
  ) -> TypeReference {
    if let values = openValues(branches) {
      return declare(schema, named: key, in: &nested) { translator, name in
        let known = translator.values(values, schema, named: key)
        let listed = branches.first { $0["enum"] != nil } ?? schema
        return TypeBlueprint(
          name: name, documentation: ["Values that the model takes for `\(key)`, and any other."],
          body: .openValues(known),
          retiredValues: translator.retiredValues(of: listed, besides: known, named: key))
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
  private func openValues(_ branches: [SchemaView]) -> [JSON]? {
    guard branches.count == 2, branches.allSatisfy({ $0.types == ["string"] || $0["enum"] != nil }),
      branches.contains(where: { $0["enum"] == nil && $0["const"] == nil && $0["format"] == nil }),
      let values = branches.compactMap({ $0["enum"]?.array }).first
    else { return nil }
    return values.allSatisfy { $0.string != nil } ? values : nil
  }

  /// What a type is called as a case: by its definition, its tag, or its kind.
  private static func caseName(of branch: SchemaView, in union: String) -> String {
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
  private static func typeName(of branch: SchemaView, in key: String) -> String {
    if branch["enum"] != nil { return "\(key)_preset" }
    return branch.tag.map { "\($0)_\(key)" } ?? "\(key)_\(caseName(of: branch, in: ""))"
  }
}
