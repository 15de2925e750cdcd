import Foundation
import TypedMedia

extension HedraV3Service {
  /// The models' records without their schemas.
  func listModels(_ query: [String: String]) -> JSON {
    let found = models.filter { query["modality"] == nil || $0.kind == query["modality"] }
    return ["data": .array(found.map { .object(summary(of: $0)) }), "next_cursor": .null]
  }

  func detail(of id: String) throws(HedraV3Refusal) -> JSON {
    let model = try model(id)
    var record = summary(of: model)
    record["input_schema"] = model.inputSchema
    record["output_schema"] = ["type": "object", "properties": ["url": ["type": "string"]]]
    return .object(record)
  }

  func openAPI(of id: String) throws(HedraV3Refusal) -> JSON {
    let body: JSON = ["properties": ["input": try model(id).inputSchema ?? [:]]]
    let content: JSON = ["application/json": ["schema": body]]
    return [
      "openapi": "3.1.0", "info": ["title": .string(id), "version": "3"],
      "paths": .object([
        "/models/\(id)": ["post": ["requestBody": ["content": content]]]
      ]),
    ]
  }

  /// The voices of a model that speaks, all of them or those that a description has a word of.
  func voices(of id: String, _ query: [String: String]) throws(HedraV3Refusal) -> JSON {
    guard try model(id).inputSchema?["properties"]?["voice_id"] != nil else {
      throw .notFound("Model '\(id)' has no voices.")
    }
    let words = (query["q"] ?? "").lowercased().split(separator: " ")
    let found = Self.voices.filter { voice in
      let name = voice["name"]?.string?.lowercased() ?? ""
      return (words.isEmpty || words.contains { name.contains($0) })
        && (query["gender"] == nil || voice["labels"]?["gender"]?.string == query["gender"])
        && (query["language"] == nil || voice["labels"]?["language"]?.string == query["language"])
    }
    let limit = query["limit"].flatMap { Int($0) } ?? found.count
    return ["data": .array(Array(found.prefix(max(limit, 0)))), "next_cursor": .null]
  }

  private static let voices: [JSON] = [
    voice("1", "Calm Ada", gender: "female", language: "en"),
    voice("2", "Bright Ben", gender: "male", language: "en"),
    voice("3", "Calm Clara", gender: "female", language: "de"),
  ]

  private static func voice(
    _ id: String, _ name: String, gender: String, language: String
  ) -> JSON {
    [
      "id": .string("voice_6b29fc40-ca47-4067-b31d-00000000000\(id)"), "name": .string(name),
      "preview_url": .string("https://\(fileHost)/voices/\(id).wav"),
      "labels": ["gender": .string(gender), "language": .string(language)],
    ]
  }

  private func summary(of model: ModelRecord) -> JSONObject {
    var record: JSONObject = ["id": .string(model.name)]
    record.set("modality", model.kind)
    record.set("name", model.label)
    record["description"] = model.object["description"] ?? .null
    record.set("price_description", "Price varies by generation settings.")
    record["logo_url"] = .null
    return record
  }
}
