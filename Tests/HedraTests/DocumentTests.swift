import Foundation
import Hedra
import HedraSandbox
import Testing

/// The requests, the sandbox and the table of fields, held against the service's public document where it is
/// beside the repository.
@Suite(
  .enabled(
    if: Document.content != nil, "shared/facts/hedra-v2-openapi.json is not beside the repository"),
  .timeLimit(.minutes(20)))
struct DocumentTests {
  /// What the client sends with a request of any kind.
  private static let accompanying: Set = [
    "workspace_id", "agent_thread_id", "generation_id", "generation_ids", "reserved_asset_id",
    "reserved_asset_ids", "batch_generation_id",
  ]
  /// What no request sends, as the table of fields says, by the place.
  private static let unsent: [String: Set<String>] = [
    "generated_video_inputs": ["ai_model_id", "model_slug", "subject_is_person"],
    "audio_generation": accompanying.union(["name"]),
  ]

  @Test func theKindsAreThoseOfTheDocument() throws {
    let document = try #require(Document.content)
    let kinds = ModelRecord.HedraKind.allCases.filter { !$0.isRetired }.map(\.rawValue)
    #expect(Set(document.requests.keys) == Set(kinds))
  }

  @Test(arguments: ModelRecord.HedraKind.allCases.filter { !$0.isRetired })
  func theFieldsOfAKindAreThoseOfTheDocument(kind: ModelRecord.HedraKind) throws {
    let document = try #require(Document.content)
    let documented = try #require(document.requests[kind.rawValue])
    let schema = try #require(ModelRecord.hedra(kind).inputSchema)
    expect(schema, documented, besides: Self.accompanying, at: kind.rawValue, in: document)
  }

  private func expect(
    _ schema: JSON, _ documented: JSON, besides others: Set<String>, at place: String,
    in document: Document
  ) {
    let own = schema["properties"]?.object ?? [:]
    let theirs = documented["properties"]?.object ?? [:]
    var others = others
    // Where who speaks is, is for what speaks.
    if place == "motion_control.generated_video_inputs" { others.insert("bounding_box_target") }
    #expect(Set(own.keys) == Set(theirs.keys).subtracting(others), "\(place)")
    let required = Set((schema["required"]?.array ?? []).compactMap(\.string))
    let needed = Set((documented["required"]?.array ?? []).compactMap(\.string))
    #expect(required.subtracting(["type"]) == needed, "\(place)")
    for (name, property) in own where name != "type" {
      let said = document.plain(theirs[name] ?? [:])
      for keyword in ["default", "minimum", "maximum", "minLength", "maxLength", "format"] {
        // A model that was taken where none is named is no longer in the document.
        guard (name, keyword) != ("ai_model_id", "default") else { continue }
        let isSame =
          property[keyword] == said[keyword]
          || property[keyword]?.double != nil && property[keyword]?.double == said[keyword]?.double
          || (name, keyword) == ("prompt_influence", "default")
        #expect(isSame, "\(place).\(name) \(keyword)")
      }
      guard property["properties"] != nil else { continue }
      let others = Self.unsent[name] ?? []
      expect(property, said, besides: others, at: "\(place).\(name)", in: document)
    }
  }

  /// What the sandbox answers is what the document says, member by member.
  @Test(arguments: SubmittedKindTests.bodies.indices)
  func whatIsAnsweredToAKindIsAsDocumented(index: Int) async throws {
    let document = try #require(Document.content)
    let body = SubmittedKindTests.bodies[index].body
    let clock = VirtualClock()
    let caller = SandboxCaller(HedraSandbox(credits: 1_000, models: [], clock: clock))
    let kind = try #require(body["type"]?.string)
    let request = try #require(document.requestNames[kind])
    let answer = try await caller.send("POST", "generations", .object(body))
    let response = request.replacing("Request", with: "Response")
    #expect(document.violations(in: answer, of: response) == [], "\(answer)")
    for (key, value) in body { #expect(answer[key] == value, "\(key)") }
    let id = try #require(answer["id"]?.string)
    for seconds in [0, 60] {
      clock.advance(by: .seconds(seconds))
      let status = try await caller.send("GET", "generations/\(id)/status")
      #expect(document.violations(in: status, of: "GenerationStatusResponse") == [])
      let list = try await caller.send("GET", "generations")
      var page = list
      // The document has the requests in it as they are, without what is missing in the sample.
      page = page.replacingInputs(with: .object(body))
      #expect(document.violations(in: page, of: "PagedResponse_Generation_") == [], "\(page)")
    }
  }

  @Test func whatIsAnsweredToOtherCallsIsAsDocumented() async throws {
    let document = try #require(Document.content)
    let caller = SandboxCaller(HedraSandbox(clock: VirtualClock()))
    for model in try await caller.send("GET", "models").array ?? [] {
      // The snapshots are of before records had slugs, and lack what was not known.
      var record = model.object ?? [:]
      if record["slug"] == nil { record["slug"] = "acme/aurora" }
      if record["price_details"]?.object == nil {
        record["price_details"] = ["credit_cost": 1, "unit_scale": 1, "billing_unit": "second"]
      }
      #expect(document.violations(in: .object(record), of: "AIModel") == [], "\(model)")
    }
    for voice in try await caller.send("GET", "voices").array ?? [] {
      #expect(document.violations(in: voice, of: "Asset") == [])
    }
    for type in ["image", "audio", "video"] {
      let created = try await caller.send("POST", "assets", ["name": "fox", "type": .string(type)])
      #expect(document.violations(in: created, of: "CreateAssetResponse") == [])
      #expect((created["upload_url"]?.string != nil) == (type == "video"))
    }
    let credits = try await caller.send("GET", "billing/credits")
    #expect(document.violations(in: credits, of: "CreditBalance") == [])
    let refused = try await caller.send("POST", "assets", ["name": 1])
    #expect(document.violations(in: refused, of: "HTTPValidationError") == [])
  }
}

/// The printed call that has every field of a video.
@Suite(
  .enabled(
    if: ExampleCalls.fields != nil, "shared/facts/example-calls.md is not beside the repository"))
struct ExampleCallTests {
  private static let id = Sample.asset.json
  private static let inputs: JSONObject = [
    "text_prompt": "A fox", "ai_model_id": id, "resolution": "540p", "aspect_ratio": "16:9",
    "duration_ms": 5_000, "bounding_box_target": [0.5, 0.5], "character_orientation": "video",
    "enhance_prompt": false,
  ]
  private static let body: JSONObject = [
    "type": "video", "generated_video_inputs": .object(inputs), "workspace_id": "w",
    "agent_thread_id": id, "ai_model_id": id, "audio_id": id,
    "audio_generation": ["type": "text_to_speech", "text": "Hello", "voice_id": id],
    "audio_start_ms": 0, "reference_image_ids": [id], "video_id": id, "batch_size": 1,
    "start_keyframe_id": id, "end_keyframe_url": "https://example.com/a.png",
  ]

  @Test func everyFieldThatIsPrintedIsSentAndAnswered() async throws {
    let fields = try #require(ExampleCalls.fields)
    let caller = SandboxCaller(HedraSandbox(models: [], clock: VirtualClock()))
    let answer = try await caller.send("POST", "generations", .object(Self.body))
    for (key, value) in Self.body { #expect(answer[key] == value, "\(key)") }
    let known = Set(Self.body.keys).union(Self.inputs.keys).union(answer.object?.keys ?? [])
      .union(answer["batch_results"]?[0]?.object?.keys ?? [])
    // The example breaks a rule of its own text by both of these.
    #expect(fields.subtracting(known).isSubset(of: ["generation_id", "generation_ids"]))
    #expect(fields.count > 20)
    #expect(answer["progress"]?.double.map { (0...1).contains($0) } == true)
    let statuses = ["complete", "error", "processing", "queued", "finalizing"]
    #expect(answer["status"]?.string.map(statuses.contains) == true)
  }

  /// Only the inputs are required; a sound and images to refer to come before what would say the same.
  @Test func whatIsDocumentedOfPrecedenceHolds() async throws {
    let caller = SandboxCaller(HedraSandbox(clock: VirtualClock()))
    let frame: JSONObject = [
      "start_keyframe_id": Self.id, "audio_id": Self.id,
      "generated_video_inputs": ["text_prompt": "A fox"],
    ]
    var all = frame
    all["audio_generation"] = Self.body["audio_generation"]
    all["reference_image_ids"] = [Self.id]
    for body in [frame, all] {
      let answer = try await caller.send("POST", "generations", .object(body))
      #expect(answer["type"] == "video", "\(answer)")
      #expect(answer["ai_model_id"] == .string(Sample.modelID))
    }
    var both = frame
    both["generation_id"] = Self.id
    both["generation_ids"] = [Self.id]
    #expect(try await caller.send("POST", "generations", .object(both))["detail"] != nil)
  }
}

/// What the page of example calls prints of the service's calls.
enum ExampleCalls {
  /// The names in the section that begins with `## Hedra v2`, where the page is beside the repository.
  static let fields: Set<String>? = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/facts/example-calls.md").standardizedFileURL
    guard let text = try? String(contentsOf: file, encoding: .utf8),
      let start = text.range(of: "## Hedra v2")
    else { return nil }
    let rest = text[start.upperBound...]
    let section = rest.range(of: "\n## ").map { rest[..<$0.lowerBound] } ?? rest
    return Set(section.matches(of: /`([a-z]+(?:_[a-z]+)+)(?:\[\])?`/).map { String($0.1) })
  }()
}

/// Calls a sandbox as a program without this package would.
struct SandboxCaller {
  private let sandbox: HedraSandbox

  init(_ sandbox: HedraSandbox) { self.sandbox = sandbox }

  func send(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> JSON {
    let url = try #require(URL(string: "\(HedraClient.defaultURL.absoluteString)/\(path)"))
    var request = TransportRequest(method: method, url: url, body: body?.data())
    request.headers["X-API-Key"] = HedraSandbox.apiKey
    var data = Data()
    for try await piece in try await sandbox.send(request).body { data.append(piece) }
    return try JSON(parsing: data)
  }
}

/// The service's public document.
struct Document: Sendable {
  private let json: JSON

  static let content: Document? = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../shared/facts/hedra-v2-openapi.json").standardizedFileURL
    guard let data = try? Data(contentsOf: file), let json = try? JSON(parsing: data) else {
      return nil
    }
    return Document(json: json)
  }()

  /// The names of the schemas of requests for generations, by their kind.
  var requestNames: [String: String] {
    let post = json["paths"]?["/public/generations"]?["post"]
    let schema = post?["requestBody"]?["content"]?["application/json"]?["schema"]
    let mapping = schema?["discriminator"]?["mapping"]?.object ?? [:]
    return Dictionary(
      mapping.compactMap { kind, name in name.lastPart.map { (kind, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  var requests: [String: JSON] {
    requestNames.compactMapValues { json["components"]?["schemas"]?[$0] }
  }

  /// A schema without the reference that it is, or the `null` beside it.
  func plain(_ schema: JSON) -> JSON {
    let others = (schema["anyOf"]?.array ?? []).filter { $0["type"] != "null" }
    var plain = others.count == 1 ? others[0] : schema
    if let name = plain["$ref"]?.lastPart, let found = json["components"]?["schemas"]?[name] {
      plain = found
    }
    guard plain["default"] == nil, let value = schema["default"], var object = plain.object else {
      return plain
    }
    object["default"] = value
    return .object(object)
  }

  /// In what a value breaks a schema of the document.
  func violations(in value: JSON, of name: String) -> [String] {
    let schema: JSON = [
      "$ref": .string("#/components/schemas/\(name)"), "components": json["components"] ?? [:],
    ]
    guard let rules = try? JSONSchema(schema) else { return ["\(name) is no schema"] }
    return rules.violations(in: value).map(\.message)
  }
}

extension JSON {
  fileprivate var lastPart: String? { string?.split(separator: "/").last.map(String.init) }

  /// A page of generations whose requests are all this one.
  fileprivate func replacingInputs(with input: JSON) -> JSON {
    guard var page = object, let data = page["data"]?.array else { return self }
    page["data"] = .array(
      data.map { generation in
        var object = generation.object ?? [:]
        object["input"] = input
        return .object(object)
      })
    return .object(page)
  }
}
