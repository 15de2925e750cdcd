import TypedMedia
import TypedMediaSchema

extension OfferedModel {
  /// The model with what its numbers count, as `x-unit`: names in Swift are made of it, and what only a
  /// description says of it is not read.
  ///
  /// What the record says itself counts most, then what the snapshot of before says, where a person may
  /// have written it.
  ///
  /// - Parameter units: What is known of the service's numbers, by their names.
  package func stating(units: [String: String]) -> OfferedModel {
    OfferedModel(name: name, id: id) { [record] old in
      guard var model = try await record(old) else { return nil }
      guard case .object(var schema)? = model.object["input_schema"],
        case .object(var properties)? = schema["properties"]
      else { return model }
      let known = old?.object["input_schema"]?["properties"]
      for (name, property) in properties {
        guard case .object(var stated) = property, stated["x-unit"] == nil, property.isNumber
        else { continue }
        stated.set("x-unit", known?[name]?["x-unit"]?.string ?? units[name])
        properties[name] = .object(stated)
      }
      schema["properties"] = .object(properties)
      model.object["input_schema"] = .object(schema)
      return model
    }
  }
}

extension JSON {
  /// Whether it is a schema of a number.
  fileprivate var isNumber: Bool {
    let types = self["type"]?.array ?? [self["type"]].compactMap { $0 }
    return types.contains { $0 == "integer" || $0 == "number" }
  }
}
