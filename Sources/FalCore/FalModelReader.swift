import Foundation

/// Reads a model's record out of what the platform says of it (https://fal.ai/docs).
enum FalModelReader {
  /// The record: name, label, kind, and the schemas, where the document of the calls came with it.
  ///
  /// - Throws: `JSONMismatch` where it has no name, or the document could not be had.
  static func record(of model: JSON) throws -> ModelRecord {
    // What was saved may be the document alone.
    if model["openapi"]?.string != nil { return try record(ofDocument: model) }
    let name: String = try (model.object ?? [:]).required("endpoint_id")
    if let problem = model["openapi"]?["error"]?["message"]?.string {
      throw JSONMismatch(problem: "of \(name) came without its document: \(problem)")
    }
    let metadata = model["metadata"]?.object ?? [:]
    var record: JSONObject = ["name": .string(name)]
    record.set("label", metadata["display_name"]?.string)
    let category = metadata["category"]?.string
    record.set("type", category.flatMap(kind))
    record.set("category", category)
    record.set("license", metadata["license_type"]?.string)
    if metadata["kind"]?.string == "training" { record["training"] = true }
    if metadata["status"]?.string == "deprecated" { record["x-retired"] = [:] }
    if let document = model["openapi"], document.object != nil {
      addSchemas(of: document, to: &record)
    }
    return try ModelRecord(json: .object(record))
  }

  private static func record(ofDocument document: JSON) throws -> ModelRecord {
    guard let name = document["info"]?["x-fal-metadata"]?["endpointId"]?.string else {
      throw JSONMismatch(problem: "names no model in info/x-fal-metadata/endpointId")
    }
    var record: JSONObject = ["name": .string(name)]
    record.set(
      "type", document["info"]?["x-fal-metadata"]?["category"]?.string.flatMap(kind))
    addSchemas(of: document, to: &record)
    return try ModelRecord(json: .object(record))
  }

  /// What a model of a category makes: the end of `text-to-image`.
  private static func kind(_ category: String) -> String? {
    let last = category.split(separator: "-").last.map(String.init)
    return last.flatMap {
      ["image", "video", "audio", "text", "speech", "3d"].contains($0) ? $0 : nil
    }
  }

  private static func addSchemas(of document: JSON, to record: inout JSONObject) {
    let paths = document["paths"]?.object ?? [:]
    let input = paths.lazy.compactMap { _, item in
      content(of: item["post"]?["requestBody"])
    }.first
    let output = paths.lazy.compactMap { path, item in
      path.hasSuffix("/requests/{request_id}")
        ? content(of: item["get"]?["responses"]?["200"]) : nil
    }.first
    record["input_schema"] = input.map { FalSchema(of: document, isAnswer: false).whole($0) }
    record["output_schema"] = output.map { FalSchema(of: document, isAnswer: true).whole($0) }
  }

  private static func content(of part: JSON?) -> JSON? {
    part?["content"]?["application/json"]?["schema"]
  }
}

/// A schema of fal's as standard JSON Schema that stands by itself, without what only its forms and people
/// read.
struct FalSchema {
  private let definitions: JSONObject
  private let isAnswer: Bool
  private static let place = "#/components/schemas/"

  init(of document: JSON, isAnswer: Bool) {
    definitions = document["components"]?["schemas"]?.object ?? [:]
    self.isAnswer = isAnswer
  }

  /// The schema, with the definitions that it needs.
  func whole(_ schema: JSON) -> JSON {
    let root = schema["$ref"]?.string.flatMap(definition) ?? schema
    guard var whole = converted(root, named: "").object else { return converted(root, named: "") }
    var needed = JSONObject()
    var open = references(in: root)
    while let name = open.popLast() {
      guard needed[name] == nil, let found = definitions[name] else { continue }
      needed[name] = converted(found, named: name)
      open += references(in: found)
    }
    if !needed.isEmpty { whole["$defs"] = .object(needed) }
    return .object(whole)
  }

  private func definition(_ reference: String) -> JSON? {
    reference.hasPrefix(Self.place)
      ? definitions[String(reference.dropFirst(Self.place.count))] : nil
  }

  private func references(in schema: JSON) -> [String] {
    switch schema {
    case .array(let elements): return elements.flatMap(references)
    case .object(let object):
      let own = object["$ref"]?.string.flatMap { reference in
        reference.hasPrefix(Self.place) ? String(reference.dropFirst(Self.place.count)) : nil
      }
      return [own].compactMap { $0 } + object.values.flatMap(references)
    default: return []
    }
  }

  /// Members that only people and the service's own forms read.
  private static let dropped: Set<String> = [
    "_fal_ui_field", "description", "examples", "example", "limit_description", "max_file_size",
    "title", "ui", "x-fal", "x-fal-file-input", "x-fal-order-properties",
  ]
  private static let literals: Set<String> = ["const", "default", "enum", "required"]

  /// - Parameter name: The name of the property that the schema is of.
  private func converted(_ schema: JSON, named name: String) -> JSON {
    switch schema {
    case .array(let elements): return .array(elements.map { converted($0, named: name) })
    case .object(let object):
      var kept = JSONObject()
      for (key, value) in object where !Self.dropped.contains(key) {
        switch key {
        case "$ref":
          kept[key] = value.string.map { .string($0.replacing(Self.place, with: "#/$defs/")) }
        case "properties": kept[key] = properties(value, of: object)
        case let key where Self.literals.contains(key): kept[key] = value
        default: kept[key] = converted(value, named: name)
        }
      }
      if let media = media(object, named: name) {
        kept["format"] = "uri"
        kept["x-media"] = .string(media)
        kept["x-media-max-bytes"] = object["x-fal"]?["max_file_size"] ?? object["max_file_size"]
      }
      return .object(kept)
    default: return schema
    }
  }

  /// The properties, in the order that the service gives for them.
  private func properties(_ properties: JSON, of schema: JSONObject) -> JSON {
    guard let members = properties.object else { return properties }
    let asked = (schema["x-fal-order-properties"]?.array ?? []).compactMap(\.string)
    let order = asked + members.keys.filter { !asked.contains($0) }
    return .object(
      order.reduce(into: JSONObject()) { ordered, name in
        ordered[name] = members[name].map { converted($0, named: name) }
      })
  }

  /// What kind of file a text names the address of; `nil` for other texts.
  ///
  /// The service marks most of them. Of the others the name tells: `image_url`, `mask_urls`.
  private func media(_ schema: JSONObject, named name: String) -> String? {
    guard !isAnswer, schema["type"]?.string == "string", schema["enum"] == nil else { return nil }
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    let isNamed =
      ["url", "urls"].contains(words.last)
      && !Set(words).isDisjoint(with: ["image", "video", "audio", "mask"])
    guard schema["x-fal-file-input"]?.bool == true || isNamed else { return nil }
    let field = schema["_fal_ui_field"]?.string ?? schema["ui"]?["field"]?.string
    if let field, MediaKind(rawValue: field) != nil { return field }
    let kinds: [(kind: String, words: Set<String>)] = [
      ("image", ["image", "images", "mask", "frame"]), ("video", ["video", "videos"]),
      ("audio", ["audio", "audios", "voice"]),
    ]
    return kinds.first { !$0.words.isDisjoint(with: words) }?.kind ?? "file"
  }
}
