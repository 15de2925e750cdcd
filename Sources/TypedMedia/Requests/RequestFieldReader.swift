import TypedMediaSchema

/// Reads what forms have to know out of a schema.
struct RequestFieldReader {
  let model: ModelRecord
  /// The Swift names that are not as the names that are sent, by their place.
  let names: JSONObject
  /// The number of fields that are still read. Definitions that refer to each other fan out to more
  /// of them than there is memory for.
  private var remaining = 10_000
  /// The number of fields that are being read, one in the other: no more than the types of a
  /// request are deep.
  private var depth = 0
  private static let greatestDepth = 16

  init(model: ModelRecord, names: JSONObject) {
    self.model = model
    self.names = names
  }

  /// The fields of an object at `path`.
  ///
  /// - Parameter open: The definitions that are being read: a type that contains itself is not
  ///   followed into itself.
  mutating func fields(
    of schema: SchemaView, at path: JSONPointer, open: [JSONPointer]
  ) -> [RequestField] {
    let open = open + [schema.definition].compactMap { $0 }
    return schema.allProperties.map { wireName, property, isRequired in
      field(
        wireName, property, at: path.appending(wireName), isRequired: isRequired,
        needs: Self.needs(of: wireName, in: schema), open: open)
    }
  }

  private mutating func field(
    _ wireName: String, _ schema: SchemaView, at path: JSONPointer, isRequired: Bool,
    needs: [String] = [], open: [JSONPointer]
  ) -> RequestField {
    remaining -= 1
    depth += 1
    defer { depth -= 1 }
    // What the record says besides the schema of what it takes.
    let setting = model.object["settings"]?.array?.first { $0["key"]?.string == wireName }
    let isKnown =
      remaining <= 0 || depth > Self.greatestDepth
      || schema.definition.map(open.contains) ?? false
    let open = open + [schema.definition].compactMap { $0 }
    let alternatives = schema.alternatives
    let isChoice = alternatives != nil && schema["properties"] == nil
    let items = isKnown ? nil : schema.child("items")
    let element = items.map { items in
      field(wireName, items, at: path, isRequired: true, open: open)
    }
    return RequestField(
      wireName: wireName,
      name: names[path.description]?.string ?? wireName,
      label: schema["title"]?.string ?? setting?["label"]?.string ?? Self.label(wireName),
      summary: schema["description"]?.string,
      kind: alternatives == nil ? Self.kind(schema) : .alternatives,
      isRequired: isRequired,
      needs: needs,
      isNullable: schema.isNullable,
      isDeprecated: schema["deprecated"]?.bool ?? false,
      values: schema["enum"]?.array ?? [schema["const"]].compactMap { $0 },
      defaultValue: schema["default"],
      range: .init(
        minimum: schema["minimum"]?.number ?? schema["exclusiveMinimum"]?.number,
        maximum: schema["maximum"]?.number ?? schema["exclusiveMaximum"]?.number),
      excludesMinimum: Self.excludes("exclusiveMinimum", over: "minimum", of: schema),
      excludesMaximum: Self.excludes("exclusiveMaximum", over: "maximum", of: schema),
      step: schema["multipleOf"]?.number,
      length: .init(minimum: schema["minLength"]?.int, maximum: schema["maxLength"]?.int),
      pattern: schema["pattern"]?.string,
      count: .init(minimum: schema["minItems"]?.int, maximum: schema["maxItems"]?.int),
      unit: schema["x-unit"]?.string,
      media: schema["x-media"]?.string.flatMap(MediaKind.init),
      affectsCost: setting?["affects_cost"]?.bool,
      fields: element?.fields
        ?? (isKnown || isChoice ? [] : fields(of: schema, at: path, open: open)),
      isExclusive: element?.isExclusive ?? Self.isExclusive(schema),
      alternatives: (isKnown ? [] : alternatives ?? []).map { alternative in
        field(wireName, alternative, at: path, isRequired: isRequired, open: open)
      },
      elements: [element].compactMap { $0 }
    )
  }

  /// The members of an object that have to be there where `wireName` is.
  private static func needs(of wireName: String, in schema: SchemaView) -> [String] {
    let dependencies = ["dependentRequired", "dependencies"].compactMap { schema[$0]?[wireName] }
    return (dependencies.first { $0.array != nil }?.array ?? []).compactMap(\.string)
  }

  /// What a field without alternatives is.
  private static func kind(_ schema: SchemaView) -> RequestField.Kind {
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

  /// Tells whether an end is excluded: by a number in its place, or by a flag beside it.
  private static func excludes(_ keyword: String, over end: String, of schema: SchemaView) -> Bool {
    schema[keyword] == true || (schema[keyword]?.number != nil && schema[end] == nil)
  }

  /// Tells whether each of the alternatives asks for one property, and one of them has to hold.
  private static func isExclusive(_ schema: SchemaView) -> Bool {
    let branches = schema["oneOf"]?.array ?? []
    return !branches.isEmpty && branches.allSatisfy { $0["required"]?.array?.count == 1 }
  }

  /// `aspect_ratio` becomes `Aspect ratio`, `generateAudio` becomes `Generate audio`, and `asset_id`
  /// becomes `Asset ID`.
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
    let words = text.split(separator: " ").map { abbreviations[$0.lowercased()] ?? String($0) }
    let label = words.joined(separator: " ")
    return label.prefix(1).uppercased() + label.dropFirst()
  }

  private static let abbreviations = [
    "fps": "FPS", "id": "ID", "ids": "IDs", "uri": "URI", "url": "URL", "urls": "URLs",
    "uuid": "UUID",
  ]
}
