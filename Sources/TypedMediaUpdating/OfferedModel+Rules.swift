import TypedMedia
import TypedMediaGenerator
import TypedMediaSchema

extension OfferedModel {
  /// The model with what the service says in prose alone, as keywords.
  ///
  /// What the record says itself counts most, then what the snapshot of before says, where a person may
  /// have written it.
  func stating(_ rules: SnapshotRules) -> OfferedModel {
    OfferedModel(name: name, id: id) { [record] old in
      guard var model = try await record(old)?.stating(rules.retired, as: old) else { return nil }
      guard var schema = model.object["input_schema"] else { return model }
      schema = schema.stating(units: rules.units, as: old?.object["input_schema"])
      if let addressPattern = rules.addressPattern, schema.mentionsAddresses {
        schema = schema.stating(addressPattern: addressPattern)
      }
      model.object["input_schema"] = schema
      return model
    }
  }
}

extension ModelRecord {
  /// The record with what is known of the model's end, where it says nothing of that itself.
  ///
  /// - Parameter old: The record of before, of which what a person added stays.
  func stating(
    _ retired: [String: SnapshotRules.RetiredModel], as old: ModelRecord?
  ) -> ModelRecord {
    guard let end = retired[name], object[Retirement.modelKeyword] == nil else { return self }
    let kept = old?.object[Retirement.modelKeyword]
    var notice: JSONObject = ["since": .string(end.since)]
    notice.set("replacement", end.replacement ?? kept?["replacement"]?.string)
    notice.set("message", end.message ?? kept?["message"]?.string)
    var stated = self
    stated.object[Retirement.modelKeyword] = .object(notice)
    return stated
  }
}

extension JSON {
  /// The schema with the units of its properties.
  ///
  /// - Parameter old: The schema of before.
  fileprivate func stating(units: [String: String], as old: JSON?) -> JSON {
    guard case .object(var schema) = self,
      case .object(var properties)? = schema["properties"]
    else { return self }
    for (name, property) in properties {
      guard case .object(var stated) = property, stated["x-unit"] == nil, property.isNumber
      else { continue }
      stated.set("x-unit", old?["properties"]?[name]?["x-unit"]?.string ?? units[name])
      properties[name] = .object(stated)
    }
    schema["properties"] = .object(properties)
    return .object(schema)
  }

  /// Whether there is an address in it, as there is in few.
  fileprivate var mentionsAddresses: Bool {
    switch self {
    case .array(let elements): elements.contains(where: \.mentionsAddresses)
    case .object(let members):
      members["format"] == "uri" || members.contains { $0.value.mentionsAddresses }
    default: false
    }
  }

  /// The schema with a pattern for each address in it.
  fileprivate func stating(addressPattern pattern: String) -> JSON {
    switch self {
    case .array(let elements):
      return .array(elements.map { $0.stating(addressPattern: pattern) })
    case .object(let members):
      var stated = JSONObject()
      for (key, value) in members {
        stated[key] = value.stating(addressPattern: pattern)
        // Beside the format, which is what it narrows.
        if key == "format", value == "uri", members["pattern"] == nil {
          stated["pattern"] = .string(pattern)
        }
      }
      return .object(stated)
    default: return self
    }
  }

  /// Tells whether it is a schema of a number.
  private var isNumber: Bool {
    let types = self["type"]?.array ?? [self["type"]].compactMap { $0 }
    return types.contains { $0 == "integer" || $0 == "number" }
  }
}
