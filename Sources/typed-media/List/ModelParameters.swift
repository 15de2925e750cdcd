import TypedMediaSchema

/// What a schema says of a request's parameters, as far as a list shows it.
struct ModelParameters {
  /// The number of the parameters.
  let count: Int
  /// The names of those that are needed.
  let required: [String]
  /// The values of those that take certain ones, nested ones by their paths: `model_settings.quality`.
  private(set) var values: [(path: String, values: [JSON])] = []

  /// The paths at which constants are allowed.
  private var constants: Set<String> = []

  /// A schema may contain itself, so what is deeper than this is not looked at.
  private static let maximumDepth = 6

  /// Reads a schema that is a whole document.
  init(of schema: JSON) {
    let parameters = SchemaView(document: schema).allProperties
    count = parameters.count
    required = parameters.filter(\.isRequired).map(\.name)
    for parameter in parameters {
      collectValues(of: parameter.schema, at: parameter.name, depth: 1)
    }
    // Of one value there is nothing to choose.
    values.removeAll { $0.values.count == 1 && constants.contains($0.path) }
  }

  private mutating func collectValues(of schema: SchemaView, at path: String, depth: Int) {
    if schema["const"] != nil { constants.insert(path) }
    add(schema.closedValues ?? [], at: path)
    guard depth < Self.maximumDepth else { return }
    for schema in (schema.alternatives ?? []) + [schema.child("items")].compactMap({ $0 }) {
      collectValues(of: schema, at: path, depth: depth + 1)
    }
    for property in schema.allProperties {
      collectValues(of: property.schema, at: "\(path).\(property.name)", depth: depth + 1)
    }
  }

  /// Adds values of a place, which may be there in several alternatives.
  private mutating func add(_ found: [JSON], at path: String) {
    guard !found.isEmpty else { return }
    guard let index = values.firstIndex(where: { $0.path == path }) else {
      return values.append((path, found))
    }
    let known = values[index].values
    values[index].values = known + found.filter { !known.contains($0) }
  }
}
