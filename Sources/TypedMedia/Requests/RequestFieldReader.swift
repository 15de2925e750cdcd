import TypedMediaSchema

/// Reads what forms have to know out of a schema.
struct RequestFieldReader {
  let model: ModelRecord
  /// The Swift names that are not as the names that are sent, by their place.
  let names: JSONObject

  /// The fields of an object at `path`.
  ///
  /// - Parameter open: The definitions that are being read: a type that contains itself is not
  ///   followed into itself.
  func fields(
    of schema: SchemaView, at path: JSONPointer, open: [JSONPointer]
  ) -> [RequestField] {
    let open = open + [schema.definition].compactMap { $0 }
    return schema.properties.map { wireName, property in
      field(
        wireName, property, at: path.appending(wireName),
        isRequired: schema.required.contains(wireName), open: open)
    }
  }

  private func field(
    _ wireName: String, _ schema: SchemaView, at path: JSONPointer, isRequired: Bool,
    open: [JSONPointer]
  ) -> RequestField {
    let setting = model.settings.first { $0.key == wireName }
    let items = schema.child("items")
    let isKnown = [schema.definition, items?.definition].contains { $0.map(open.contains) ?? false }
    let alternatives = isKnown ? [] : schema.alternatives ?? []
    let open = open + [schema.definition].compactMap { $0 }
    return RequestField(
      wireName: wireName,
      name: names[path.description]?.string ?? wireName,
      label: schema["title"]?.string ?? setting?.label ?? Self.label(wireName),
      kind: Self.kind(schema),
      isRequired: isRequired,
      isNullable: schema.isNullable,
      isDeprecated: schema["deprecated"]?.bool ?? false,
      values: schema["enum"]?.array ?? [schema["const"]].compactMap { $0 },
      defaultValue: schema["default"],
      range: .init(
        minimum: schema["minimum"]?.number ?? schema["exclusiveMinimum"]?.number,
        maximum: schema["maximum"]?.number ?? schema["exclusiveMaximum"]?.number),
      excludesEnds: ["exclusiveMinimum", "exclusiveMaximum"].contains { key in
        schema[key]?.number != nil || schema[key] == true
      },
      step: schema["multipleOf"]?.number,
      length: .init(minimum: schema["minLength"]?.int, maximum: schema["maxLength"]?.int),
      pattern: schema["pattern"]?.string,
      count: .init(minimum: schema["minItems"]?.int, maximum: schema["maxItems"]?.int),
      unit: schema["x-unit"]?.string,
      affectsCost: setting?.affectsCost,
      fields: isKnown ? [] : fields(of: items ?? schema, at: path, open: open),
      isExclusive: Self.isExclusive(items ?? schema),
      element: items.map(Self.kind),
      alternatives: alternatives.map { alternative in
        field(wireName, alternative, at: path, isRequired: isRequired, open: open)
      }
    )
  }

  private static func kind(_ schema: SchemaView) -> RequestField.Kind {
    if schema.alternatives != nil { return .alternatives }
    if schema["enum"] != nil || schema["const"] != nil { return .choice }
    switch schema.types.first {
    case "string":
      return switch schema["format"]?.string {
      case "uri", "url", "http-url": .url
      case "date-time": .date
      case "uuid": .uuid
      default: .text
      }
    case "integer": return .integer
    case "number": return .number
    case "boolean": return .boolean
    case "array": return .list
    case "object": return .object
    default: return schema["properties"] == nil ? .json : .object
    }
  }

  /// Whether each of the alternatives asks for one property, and one of them has to hold.
  private static func isExclusive(_ schema: SchemaView) -> Bool {
    let branches = schema["oneOf"]?.array ?? []
    return !branches.isEmpty && branches.allSatisfy { $0["required"]?.array?.count == 1 }
  }

  /// `aspect_ratio` becomes `Aspect ratio`, and `generateAudio` becomes `Generate audio`.
  private static func label(_ wireName: String) -> String {
    var text = ""
    for character in wireName {
      if !character.isLetter && !character.isNumber {
        text += " "
      } else if character.isUppercase, text.last?.isLowercase == true {
        text += " " + character.lowercased()
      } else {
        text.append(character)
      }
    }
    return text.prefix(1).uppercased() + text.dropFirst()
  }
}
