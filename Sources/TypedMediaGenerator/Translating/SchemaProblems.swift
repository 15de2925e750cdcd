import TypedMediaSchema

/// Finds what a request's schema says and nothing can be made of: malformed keywords, and defaults that
/// break the schema that they are in.
enum SchemaProblems {
  /// What is wrong with the schema, each at its place.
  ///
  /// - Parameter schema: The request's schema, as it is embedded.
  static func problems(
    in model: ModelSource, of schema: JSON
  ) -> [(place: JSONPointer, message: String)] {
    var options = JSONSchema.Options()
    options.lenient = true
    guard let schema = try? JSONSchema(schema, options: options) else { return [] }
    let malformed = schema.problems.map { problem in
      (place: model.place(ofEmbedded: problem.pointer), message: problem.message)
    }
    return malformed + defaultProblems(in: model, of: schema)
  }

  private static func defaultProblems(
    in model: ModelSource, of schema: JSONSchema
  ) -> [(place: JSONPointer, message: String)] {
    var defaults = JSONObject()
    var places: [String: SchemaView] = [:]
    for (name, property) in model.schema.properties {
      guard let value = property["default"], !value.isNull else { continue }
      defaults[name] = value
      places[name] = property
    }
    guard !defaults.isEmpty else { return [] }
    var seen: Set<String> = []
    return schema.violations(in: .object(defaults)).compactMap { violation in
      // What is missing from the object is not about a default.
      guard let name = violation.instancePath.tokens.first, let property = places[name],
        seen.insert(name).inserted
      else { return nil }
      return (
        place: property.place.appending("default"),
        message: "the default breaks the schema that it is in: \(violation.message)"
      )
    }
  }
}

extension ModelSource {
  /// Where in the schema's document a place of the embedded schema is from.
  fileprivate func place(ofEmbedded pointer: JSONPointer) -> JSONPointer {
    let below = JSONPointer(tokens: schemaPointer.tokens + pointer.tokens)
    return schemaDocument[below] == nil ? pointer : below
  }
}
