import Foundation
import HedraV3
import HedraV3Sandbox
import ServiceTestSupport
import Testing
import TypedMediaSchema

/// The document's own examples, and what it says of answers, against the sandbox.
@Suite(
  .enabled(
    if: Document.content != nil, "hedra-v3-openapi.json is not beside the repository"),
  .timeLimit(.minutes(20)))
struct ExampleTests {
  private let clock = VirtualClock()

  private func service(_ sandbox: HedraV3Sandbox, key: String? = nil) -> RawService {
    RawService(
      sandbox, at: HedraV3Client.defaultURL,
      headers: ["Authorization": "Key \(key ?? HedraV3Sandbox.apiKey)"])
  }

  private func answers() throws -> DocumentedAnswers {
    DocumentedAnswers(of: try #require(Document.content).json)
  }

  @Test func everyAnswerHasWhatTheDocumentSays() async throws {
    let sandbox = HedraV3Sandbox(
      models: Sample.models, requestsPerMinute: nil, webhooks: CannedAnswer(body: "{}"),
      clock: clock)
    let service = service(sandbox)
    let documented = try answers()
    func check(
      _ method: String, _ path: String, _ body: JSON? = nil, as call: String,
      status: String = "200", absent: Set<String> = [],
      sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> JSON {
      let answer = try await service.send(method, path, body)
      #expect("\(answer.status)" == status, "\(answer.json)", sourceLocation: sourceLocation)
      #expect(
        try documented.problems(of: answer.json, to: call, status: status, absent: absent) == [],
        sourceLocation: sourceLocation)
      return answer.json
    }
    let models = try await check("GET", "models?modality=image", as: "GET /models")
    #expect(models["data"]?.array?.isEmpty == false)
    _ = try await check("GET", "models/fox", as: "GET /models/{model}")
    _ = try await check("GET", "models/fox-voice/voices", as: "GET /models/{model}/voices")
    // Also where nothing was set or made yet.
    _ = try await check("GET", "usage", as: "GET /usage")
    _ = try await check("GET", "webhooks/default", as: "GET /webhooks/default")
    _ = try await check("GET", "webhooks/deliveries", as: "GET /webhooks/deliveries")
    let body: JSON = ["input": ["prompt": "A fox"]]
    _ = try await check(
      "POST", "models/fox/estimate", body, as: "POST /models/{model}/estimate")
    let accepted = try await check(
      "POST", "models/fox", body, as: "POST /models/{model}", status: "202")
    let id = try #require(accepted["job_id"]?.string)
    for seconds in [0, 1, 600] {
      clock.advance(by: .seconds(seconds))
      _ = try await check(
        "GET", "jobs/\(id)/status", as: "GET /jobs/{job_id}/status",
        absent: ["logs", "logs_next_cursor"])
      _ = try await check(
        "GET", "jobs/\(id)/status?logs_after=start", as: "GET /jobs/{job_id}/status")
      // What it costs and takes is there when it is done; tiers are those of some models.
      _ = try await check(
        "GET", "jobs/\(id)", as: "GET /jobs/{job_id}", absent: ["metrics", "quality"])
      _ = try await check("GET", "jobs/\(id)/logs", as: "GET /jobs/{job_id}/logs")
      _ = try await check("GET", "jobs?limit=1", as: "GET /jobs", absent: ["data[].quality"])
      _ = try await check(
        "GET", "models/fox/jobs", as: "GET /models/{model}/jobs", absent: ["data[].quality"])
    }
    _ = try await check("GET", "jobs/\(id)", as: "GET /jobs/{job_id}", absent: ["quality"])
    let file = try await sandbox.client().upload(Data("fox".utf8), named: "fox.png")
    #expect(
      try documented.problems(of: .object(file.object), to: "POST /files", status: "201") == [])
    _ = try await check("GET", "balance", as: "GET /balance")
    for grouping in ["total", "day", "model"] {
      _ = try await check("GET", "usage?group_by=\(grouping)", as: "GET /usage")
    }
    _ = try await check("GET", "webhooks/public-key", as: "GET /webhooks/public-key")
    let setting: JSON = ["url": "https://app.example.com/hook", "enabled": true]
    _ = try await check("PUT", "webhooks/default", setting, as: "PUT /webhooks/default")
    _ = try await check("GET", "webhooks/default", as: "GET /webhooks/default")
    _ = try await check(
      "POST", "webhooks/default/test", as: "POST /webhooks/default/test")
    _ = try await check(
      "POST", "models/fox", body, as: "POST /models/{model}", status: "202")
    await sandbox.finishWebhooks()
    let list = try await check("GET", "webhooks/deliveries", as: "GET /webhooks/deliveries")
    let delivered = try #require(list["data"]?.array?.first?["job_id"]?.string)
    _ = try await check(
      "POST", "webhooks/deliveries/\(delivered)/redeliver",
      as: "POST /webhooks/deliveries/{job_id}/redeliver")
    await sandbox.finishWebhooks()
    #expect(try await service.send("DELETE", "webhooks/default").status == 204)
  }

  /// Each is brought about where the sandbox can be brought to it, and scripted else.
  @Test func everyExampleOfAnErrorIsAnsweredSo() async throws {
    let examples = try [
      "400", "401", "402", "403", "404", "422", "429", "500",
    ].reduce(into: [String: (status: String, answer: JSON)]()) { all, status in
      for call in ["GET /jobs", "POST /models/{model}"] {
        for (name, answer) in try answers().examples(of: call, status: status) {
          all[name] = all[name] ?? (status, answer)
        }
      }
    }
    #expect(examples.count == 14)
    let model = try ModelRecord.hedraV3([
      "id": "fox", "modality": "image",
      "input_schema": [
        "type": "object", "additionalProperties": false,
        "properties": [
          "aspect_ratio": ["type": "string", "enum": ["16:9", "9:16", "1:1"]],
          "duration_ms": ["type": "integer", "minimum": 1_000],
          "images": Sample.schema["properties"]?["images"] ?? [:],
          "audio": Sample.schema["properties"]?["audio"] ?? [:],
        ],
      ],
    ])
    let sandbox = HedraV3Sandbox(models: [model], requestsPerMinute: nil, clock: clock)
    let service = service(sandbox)
    let file = try await sandbox.client().upload(Data("fox".utf8), named: "fox.png").url
    let uploaded: JSON = ["source": "url", "url": .string(file.absoluteString)]
    clock.advance(by: .seconds(7_200))
    var answered: [String: RawService.Answer] = [:]
    func submit(_ input: JSON) async throws -> RawService.Answer {
      try await service.send("POST", "models/fox", ["input": input])
    }
    answered["field_validation"] = try await submit(["aspect_ratio": "2:1", "duration_ms": 5])
    answered["expired_file_handle"] = try await submit(["images": [uploaded]])
    answered["missing_credentials"] = try await RawService(
      sandbox, at: HedraV3Client.defaultURL, headers: [:]
    ).send("GET", "jobs")
    answered["invalid_key"] = try await self.service(sandbox, key: "a:b").send("GET", "jobs")
    answered["job_not_found"] = try await service.send("GET", "jobs/job_1")
    answered["model_not_found"] = try await service.send("GET", "models/some-model")
    await sandbox.setBalance(0)
    answered["unfunded_submit"] = try await submit([:])
    let sound = try await sandbox.client().upload(Data("fox".utf8), named: "fox.wav").url
    answered["unquotable_submit"] = try await submit([
      "audio": ["source": "url", "url": .string(sound.absoluteString)]
    ])
    for (name, status, code) in [
      ("unsupported_model", 400, "FAILED_PRECONDITION"), ("no_api_access", 403, "denied"),
      ("missing_scope", 403, "denied"), ("moderation_failed", 422, "refused"),
      ("internal", 500, "failed"),
    ] {
      await sandbox.script(.error(status, code: code, "m"))
      answered[name] = try await submit([:])
    }
    await sandbox.script(.rateLimited(headers: ["Retry-After": "30"]))
    answered["rate_limited"] = try await submit([:])
    // What a message says of a model, a key or money is the service's; what it says of a place is not.
    var determined: Set = [
      "error.code", "error.retryable", "error.retry_after", "error.param",
      "error.details[].reason", "error.details[].field",
      "error.billing.balance", "error.billing.currency", "error.billing.funding_url",
    ]
    for (name, example) in examples {
      if ["field_validation", "job_not_found", "model_not_found"].contains(name) {
        determined.insert("error.message")
      } else {
        determined.remove("error.message")
      }
      let answer = try #require(answered[name], "\(name)")
      #expect("\(answer.status)" == example.status, "\(name)")
      #expect(
        PrintedAnswer(example.answer, determined: determined).differences(of: answer.json) == [],
        "\(name)")
    }
  }
}

/// The bodies that the documents print, as the generated types have them.
@Suite struct PrintedBodyTests {
  @Test(
    .enabled(
      if: Documents.contain("hedra-v3-openapi.json", "hedra-v3-openapi-docs-2026-08-03.json")
        && Document.hasTheSnapshots,
      "the service's documents are not beside the repository, or the snapshots were fetched since"))
  func everyPrintedBodyIsAValueOfTheType() throws {
    let newest = try Self.compared("hedra-v3-openapi.json")
    #expect(newest.same > 0 && newest.refused == [])
    // Some of the older document's samples are of none of its own modes, and of two models the newer one asks for
    // more.
    let older = try Self.compared("hedra-v3-openapi-docs-2026-08-03.json")
    #expect(older.same > 50 && older.refused.count < 12, "\(older)")
  }

  /// How many bodies of a document are values of their model's type, and of which models the snapshots refuse it.
  private static func compared(_ name: String) throws -> (same: Int, refused: [String]) {
    var result: (same: Int, refused: [String]) = (0, [])
    for (model, body) in bodies(in: try Documents.json(name)) {
      let type = try #require(
        HedraV3Models.all.first { $0.model.name == model }, "there is no type for \(model)")
      let input = try #require(body["input"], "\(model)")
      let rules = try JSONSchema(type.model.inputSchema ?? [:], options: .init(lenient: true))
      guard rules.violations(in: input).isEmpty else {
        result.refused.append(model)
        continue
      }
      let request = try type.init(json: input)
      #expect(request.json == input, "\(model)")
      // An address in a sample is a word.
      if !hasPlaceholder(input) { try request.validate() }
      result.same += 1
    }
    return result
  }

  /// The models and bodies of the samples for the command line, wherever in the document they are.
  private static func bodies(in document: JSON) -> [(model: String, body: JSON)] {
    texts(in: document).flatMap { text in
      text.matches(of: /\/models\/([a-z0-9.-]+)"?[^']*-d '([^']*)'/).compactMap { match in
        (try? JSON(parsing: Data(match.output.2.utf8))).map { (String(match.output.1), $0) }
      }
    }
  }

  private static func texts(in json: JSON) -> [String] {
    switch json {
    case .string(let text): text.contains("-d '") ? [text] : []
    case .array(let elements): elements.flatMap { texts(in: $0) }
    case .object(let object): object.flatMap { texts(in: $0.value) }
    default: []
    }
  }

  private static func hasPlaceholder(_ json: JSON) -> Bool {
    json.text().contains(#""url":"url""#) || json.text().contains(#""asset_id":"asset_id""#)
  }
}
