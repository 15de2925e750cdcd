extension JSONObject {
  /// The schemas right inside this one, with the path to each.
  func subschemas(_ rules: SchemaRules) -> [(tokens: [String], schema: JSON)] {
    var found: [(tokens: [String], schema: JSON)] = []
    for (name, value) in self {
      guard let keyword = rules.keyword(name) else { continue }
      switch (keyword.shape, value) {
      case (.schema, .object), (.schema, .bool), (.schemaOrSchemas, .object),
        (.schemaOrSchemas, .bool):
        found.append(([name], value))
      case (.schemas, .array(let elements)), (.schemaOrSchemas, .array(let elements)),
        // A schema that names no draft may mean the older form of `items`.
        (.schema, .array(let elements)) where name == "items":
        for (index, element) in elements.enumerated() {
          found.append(([name, String(index)], element))
        }
      case (.schemaByName, .object(let object)), (.dependencies, .object(let object)):
        for (key, element) in object where element.array == nil {
          found.append(([name, key], element))
        }
      default:
        break
      }
    }
    return found
  }
}
