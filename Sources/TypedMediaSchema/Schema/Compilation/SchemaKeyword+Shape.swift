extension SchemaKeyword.Shape {
  /// Tells whether a value has this shape. The schemas inside it are looked at when they are
  /// compiled.
  func accepts(_ value: JSON) -> Bool {
    switch self {
    case .anything: true
    case .array: value.array != nil
    case .boolean: value.bool != nil
    case .bound, .number: value.number != nil
    case .count: value.number.map { $0.isInteger && $0 >= 0 } ?? false
    case .dependencies, .schemaByName: value.object != nil
    case .names: value.array?.allSatisfy { $0.string != nil } ?? false
    case .namesByName: value.object?.allSatisfy { Self.names.accepts($0.value) } ?? false
    case .positiveNumber: value.number.map { $0 > 0 } ?? false
    case .schema: value.object != nil || value.bool != nil
    case .schemaOrSchemas: Self.schema.accepts(value) || Self.schemas.accepts(value)
    case .schemas: value.array != nil
    case .string: value.string != nil
    case .typeNames: TypeSet(value) != nil
    }
  }

  /// The shape, for people.
  var expectation: String {
    switch self {
    case .anything: "a value"
    case .array: "an array"
    case .boolean: "true or false"
    case .bound, .number: "a number"
    case .count: "a whole number from 0"
    case .dependencies: "an object of schemas or arrays of names"
    case .names: "an array of names"
    case .namesByName: "an object of arrays of names"
    case .positiveNumber: "a number above 0"
    case .schema: "a schema"
    case .schemaByName: "an object of schemas"
    case .schemaOrSchemas: "a schema or an array of schemas"
    case .schemas: "an array of schemas"
    case .string: "a string"
    case .typeNames: "one or more of \(TypeSet.allNames.listed("and"))"
    }
  }
}
