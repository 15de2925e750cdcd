import TypedMediaSchema

/// A model's record as it is embedded in the code: one line of JSON, without what only people read.
enum EmbeddedRecord {
  /// The record of `model`, in which `schema` stands for its own.
  static func text(of model: ModelSource, with schema: JSON) -> String {
    var record = model.record
    record[DocumentationTable.keyword] = nil
    record["input_schema"] = schema
    if let output = model.output {
      record["output_schema"] = self.schema(in: output.document, at: output.pointer) { schema, _ in
        schema
      }
    }
    return JSON.object(record).text()
  }

  /// The request's schema, with the definitions that it needs where its references look for them.
  static func schema(of model: ModelSource) -> JSON {
    schema(in: model.schemaDocument, at: model.schemaPointer) { schema, document in
      schema.demandingNothingReadOnly(in: document)
    }
  }

  private static func schema(
    in document: JSON, at pointer: JSONPointer,
    _ prepared: (_ schema: JSON, _ document: JSON) -> JSON
  ) -> JSON {
    let root = prepared(document[pointer] ?? [:], document)
    guard pointer != .root, case .object(var schema) = stripped(root) else {
      return stripped(root)
    }
    var open = references(in: root)
    var reached: Set<JSONPointer> = []
    while let pointer = open.popLast() {
      guard reached.insert(pointer).inserted,
        let target = document[pointer].map({ prepared($0, document) })
      else { continue }
      open += references(in: target)
      schema = schema.setting(stripped(target), at: pointer.tokens[...])
    }
    return .object(schema)
  }

  private static func references(in schema: JSON) -> [JSONPointer] {
    switch schema {
    case .object(let object):
      let own = object["$ref"]?.string.flatMap { reference in
        reference.hasPrefix("#") ? JSONPointer(uriFragment: String(reference.dropFirst())) : nil
      }
      return [own].compactMap { $0 } + object.values.flatMap(references)
    case .array(let elements): return elements.flatMap(references)
    default: return []
    }
  }

  private static let prose: Set<String> = [
    "description", "$comment", "examples", "example", Retirement.valuesKeyword,
    DocumentationTable.notesKeyword,
  ]
  private static let literals: Set<String> = ["const", "enum", "default"]
  /// Keywords whose members are names, not keywords.
  private static let named: Set<String> = [
    "properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas",
  ]

  /// Properties with the unit that their names tell, for forms.
  private static func withUnits(_ properties: JSON) -> JSON {
    guard case .object(var object) = properties else { return properties }
    for (name, property) in object {
      guard case .object(var kept) = property,
        let unit = Unit.name(for: name, stated: property["x-unit"])
      else { continue }
      kept["x-unit"] = .string(unit)
      object[name] = .object(kept)
    }
    return .object(object)
  }

  private static func stripped(_ json: JSON, isSchema: Bool = true) -> JSON {
    switch json {
    case .object(let object):
      var kept = JSONObject()
      for (key, value) in object where !(isSchema && prose.contains(key)) {
        let isLiteral = isSchema && literals.contains(key)
        let isNamed = isSchema && named.contains(key)
        let inner = isLiteral ? value : stripped(value, isSchema: !isNamed)
        kept[key] = isNamed && key == "properties" ? withUnits(inner) : inner
      }
      return .object(kept)
    case .array(let elements): return .array(elements.map { stripped($0, isSchema: isSchema) })
    default: return json
    }
  }
}

extension JSONObject {
  /// The object with `value` at a path, on which missing objects are made.
  fileprivate func setting(_ value: JSON, at path: ArraySlice<String>) -> JSONObject {
    guard let key = path.first else { return self }
    var object = self
    let rest = path.dropFirst()
    object[key] =
      rest.isEmpty ? value : .object((self[key]?.object ?? [:]).setting(value, at: rest))
    return object
  }
}
