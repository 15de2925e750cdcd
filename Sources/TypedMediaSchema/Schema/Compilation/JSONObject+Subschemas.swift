extension JSONObject {
  /// The schemas right inside this one that may hold others, with the path to each.
  func subschemas(_ rules: SchemaRules) -> [(tokens: [String], schema: JSONObject)] {
    var found: [(tokens: [String], schema: JSONObject)] = []
    for (name, value) in self {
      guard let keyword = rules.keyword(name) else { continue }
      switch (keyword.shape, value) {
      case (.schema, .object(let schema)), (.schemaOrSchemas, .object(let schema)):
        found.append(([name], schema))
      case (.schemas, .array(let elements)), (.schemaOrSchemas, .array(let elements)),
        // A schema that names no draft may mean the older form of `items`.
        (.schema, .array(let elements)) where name == "items":
        for (index, element) in elements.enumerated() {
          if case .object(let schema) = element { found.append(([name, String(index)], schema)) }
        }
      case (.schemaByName, .object(let object)), (.dependencies, .object(let object)):
        for (key, element) in object {
          if case .object(let schema) = element { found.append(([name, key], schema)) }
        }
      default:
        break
      }
    }
    return found
  }
}
