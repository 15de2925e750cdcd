import TypedMediaSchema

/// Finds defaults that break the schema that they are in.
enum Defaults {
  /// What is wrong with the defaults of the request's properties, each at its place.
  ///
  /// - Parameter schema: The request's schema, as it is embedded.
  static func problems(in model: ModelSource, of schema: JSON) -> [Diagnostic] {
    var defaults = JSONObject()
    var places: [String: SchemaView] = [:]
    for (name, property) in model.schema.properties {
      guard let value = property["default"], !value.isNull else { continue }
      defaults[name] = value
      places[name] = property
    }
    var options = JSONSchema.Options()
    options.lenient = true
    guard !defaults.isEmpty,
      let schema = try? JSONSchema(schema, options: options)
    else { return [] }
    var seen: Set<String> = []
    return schema.violations(in: .object(defaults)).compactMap { violation in
      // What is missing from the object is not about a default.
      guard let name = violation.instancePath.tokens.first, let property = places[name],
        seen.insert(name).inserted
      else { return nil }
      let place = JSONPointer(tokens: property.place.tokens + ["default"])
      return model.diagnostic(
        .warning, "the default breaks the schema that it is in: \(violation.message)", at: place)
    }
  }
}
