import Foundation
import HedraV3
import Testing

/// The snapshots and the reading of errors, held against the service's public document where it is beside the
/// repository.
@Suite(
  .enabled(
    if: Document.content != nil, "shared/facts/hedra-v3-openapi.json is not beside the repository"))
struct DocumentTests {
  @Test(.enabled(if: Document.hasTheSnapshots, "the snapshots were fetched since"))
  func theSnapshotsSayWhatTheDocumentDoes() throws {
    let document = try #require(Document.content)
    let models = document.models
    #expect(Set(models.map(\.id)) == Set(HedraV3Models.all.map { $0.model.name }))
    for type in HedraV3Models.all {
      let model = try #require(models.first { $0.id == type.model.name })
      let record = try ModelRecord.hedraV3([
        "id": .string(model.id), "input_schema": model.input,
      ])
      let schema = try #require(record.inputSchema)
      #expect(
        type.model.inputSchema?.withoutProse == schema.withoutProse, "\(model.id)")
      // Nothing of its prose is in the snapshot.
      let prose = Set(model.input.texts(of: "description").filter { $0.count > 30 })
      #expect(prose.isDisjoint(with: type.model.inputSchema?.texts(of: "description") ?? []))
    }
  }

  /// A body that the document allows is one of the model's type.
  @Test(.enabled(if: Document.hasTheSnapshots, "the snapshots were fetched since"))
  func everyBodyOfTheDocumentIsAValueOfTheType() throws {
    let document = try #require(Document.content)
    for type in HedraV3Models.all {
      let model = try #require(document.models.first { $0.id == type.model.name })
      let schema = try #require(
        ModelRecord.hedraV3(["id": "m", "input_schema": model.input]).inputSchema)
      for body in try SampleBodies(of: schema).all {
        #expect(try type.init(json: body).json == body, "\(model.id)")
      }
    }
  }

  @Test func everyExampleOfAnErrorIsRead() throws {
    let errors = try #require(Document.content).errors
    #expect(errors.count > 8)
    for answer in errors {
      let response = ReceivedResponse(status: 400, body: answer.text())
      var error = MediaError(.invalidRequest, "m")
      error.response = response
      let failure = try #require(error.hedraV3Failure)
      #expect(failure.code?.rawValue == answer["error"]?["code"]?.string)
      #expect(failure.message == answer["error"]?["message"]?.string)
      #expect(failure.details.count == answer["error"]?["details"]?.array?.count ?? 0)
      #expect(
        failure.billing?.balance?.json == answer["error"]?["billing"]?["balance"])
    }
  }
}

/// The service's public document.
struct Document: Sendable {
  let json: JSON

  static let content: Document? = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/facts/hedra-v3-openapi.json").standardizedFileURL
    guard let data = try? Data(contentsOf: file), let json = try? JSON(parsing: data) else {
      return nil
    }
    return Document(json: json)
  }()

  /// Whether the snapshots are made from the document; those that were fetched say what the service said later.
  static let hasTheSnapshots = HedraV3Models.stamp?.origin == .documentation

  /// The IDs of the models, and the schemas of their inputs.
  var models: [(id: String, input: JSON)] {
    let schemas = json["components"]?["schemas"]
    return (json["paths"]?.object ?? [:]).compactMap { path, item in
      guard path.hasPrefix("/models/"), !path.contains("{"),
        let body = item["post"]?["requestBody"]?["content"]?["application/json"]?["schema"]?[
          "$ref"],
        let name = schemas?[body.lastPart]?["properties"]?["input"]?["$ref"]?.lastPart,
        let input = schemas?[name]
      else { return nil }
      return (String(path.dropFirst("/models/".count)), input)
    }
  }

  /// The errors that are given as examples, each once.
  var errors: [JSON] {
    var found: Set<JSON> = []
    json.forEachObject { object in
      if let value = object["value"], value["error"] != nil { found.insert(value) }
    }
    return Array(found)
  }
}

extension JSON {
  fileprivate var lastPart: String { string?.split(separator: "/").last.map(String.init) ?? "" }

  fileprivate func forEachObject(_ body: (JSONObject) -> Void) {
    switch self {
    case .array(let elements): for element in elements { element.forEachObject(body) }
    case .object(let object):
      body(object)
      for (_, value) in object { value.forEachObject(body) }
    default: break
    }
  }

  fileprivate func texts(of key: String) -> [String] {
    var texts: [String] = []
    forEachObject { if let text = $0[key]?.string { texts.append(text) } }
    return texts
  }

  /// A schema without what is for people.
  fileprivate var withoutProse: JSON {
    switch self {
    case .array(let elements): return .array(elements.map(\.withoutProse))
    case .object(let object):
      return .object(
        object.reduce(into: JSONObject()) { schema, member in
          let isText = member.value.string != nil
          let prose = ["description", "title", "guidance", "x-unit"]
          guard !(isText && prose.contains(member.key)) else { return }
          schema[member.key] = member.value.withoutProse
        })
    default: return self
    }
  }
}
