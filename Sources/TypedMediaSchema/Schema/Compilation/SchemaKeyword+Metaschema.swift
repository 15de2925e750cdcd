extension SchemaKeyword.Shape {
  /// A schema of this shape, given how schemas refer to the schema of schemas.
  func schema(self reference: JSON) -> JSON {
    let names: JSON = ["type": "array", "items": ["type": "string"], "uniqueItems": true]
    let typeName: JSON = ["enum": .array(TypeSet.allNames.map(JSON.string))]
    let schemas: JSON = ["type": "array", "minItems": 1, "items": reference]
    return switch self {
    case .anything: true
    case .array: ["type": "array"]
    case .boolean: ["type": "boolean"]
    case .bound, .number: ["type": "number"]
    case .count: ["type": "integer", "minimum": 0]
    case .dependencies:
      ["type": "object", "additionalProperties": ["anyOf": [reference, names]]]
    case .names: names
    case .namesByName: ["type": "object", "additionalProperties": names]
    case .positiveNumber: ["type": "number", "exclusiveMinimum": 0]
    case .schema: reference
    case .schemaByName: ["type": "object", "additionalProperties": reference]
    case .schemaOrSchemas: ["anyOf": [reference, schemas]]
    case .schemas: schemas
    case .string: ["type": "string"]
    case .typeNames:
      [
        "anyOf": [
          typeName, ["type": "array", "minItems": 1, "items": typeName, "uniqueItems": true],
        ]
      ]
    }
  }
}
