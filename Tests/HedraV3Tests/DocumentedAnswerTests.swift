import Foundation
import HedraV3
import HedraV3Sandbox
import Testing

/// The answers of the sandbox, held against the service's public document, member by member, where it is beside
/// the repository.
@Suite(
  .enabled(
    if: Document.content != nil, "shared/facts/hedra-v3-openapi.json is not beside the repository"),
  .timeLimit(.minutes(20)))
struct DocumentedAnswerTests {
  private let clock: VirtualClock
  private let caller: Caller

  init() {
    clock = VirtualClock()
    caller = Caller(HedraV3Sandbox(models: Sample.models, clock: clock))
  }

  private func expect(
    _ answer: Caller.Answer, _ status: Int, _ schema: String
  ) throws {
    let document = try #require(Document.content)
    #expect(answer.status == status, "\(answer.json)")
    #expect(document.violations(in: answer.json, of: schema) == [], "\(answer.json)")
  }

  @Test func aJobIsAnsweredAsDocumented() async throws {
    let body: JSON = ["input": ["prompt": "A fox"]]
    try expect(
      try await caller.send("POST", "models/fox/estimate", body), 200, "EstimateResponse")
    let submitted = try await caller.send("POST", "models/fox", body)
    try expect(submitted, 202, "SubmitResponse")
    let id = try #require(submitted.json["job_id"]?.string)
    for seconds in [0, 1, 600] {
      clock.advance(by: .seconds(seconds))
      try expect(try await caller.send("GET", "jobs/\(id)/status"), 200, "StatusResponse")
      try expect(try await caller.send("GET", "jobs/\(id)"), 200, "ResultResponse")
      try expect(try await caller.send("GET", "jobs/\(id)/logs"), 200, "JobLogListResponse")
      for path in ["jobs", "models/fox/jobs"] {
        try expect(try await caller.send("GET", path), 200, "JobListResponse")
      }
    }
  }

  @Test(arguments: [
    ("models", "ModelListResponse"), ("models/fox", "ModelDetail"),
    ("models/fox-voice/voices", "VoiceListResponse"), ("balance", "BalanceResponse"),
    ("usage", "UsageResponse"), ("webhooks/default", "WebhookDefaultConfig"),
    ("webhooks/deliveries", "WebhookDeliveryListResponse"),
  ])
  func aQuestionIsAnsweredAsDocumented(path: String, schema: String) async throws {
    try expect(try await caller.send("GET", path), 200, schema)
  }

  /// An error has the members of the document's example, and its code.
  @Test(
    arguments: [
      ("POST", "models/fox", ["input": ["prompt": 1, "num_outputs": 9]], 400, "field_validation"),
      ("GET", "jobs/nobody", nil, 404, "job_not_found"),
      ("GET", "models/nobody", nil, 404, "model_not_found"),
    ] as [(String, String, JSON, Int, String)])
  func anErrorIsAsInTheExample(
    method: String, path: String, body: JSON, status: Int, name: String
  ) async throws {
    let answer = try await caller.send(method, path, body.isNull ? nil : body)
    #expect(answer.status == status)
    try expectLikeExample(answer.json, name)
  }

  @Test(arguments: [(nil, "missing_credentials"), ("Key nobody:knows", "invalid_key")])
  func aKeyIsRefusedAsInTheExample(key: String?, name: String) async throws {
    let answer = try await caller.send("GET", "balance", authorization: key)
    #expect(answer.status == 401)
    try expectLikeExample(answer.json, name)
  }

  private func expectLikeExample(_ answer: JSON, _ name: String) throws {
    let example = try #require(Document.content?.example(named: name))
    let (own, theirs) = (answer["error"]?.object ?? [:], example["error"]?.object ?? [:])
    for (key, value) in theirs {
      let found = try #require(own[key], "\(name) \(key)")
      switch key {
      case "code", "retryable": #expect(found == value, "\(name) \(key)")
      case "details":
        let members = value.array?.compactMap(\.object).map { Set($0.keys) }.first ?? []
        for detail in found.array ?? [] {
          #expect(members.isSubset(of: detail.object?.keys ?? []), "\(detail)")
        }
        #expect(found.array?.isEmpty == false)
      default: #expect(found.string?.isEmpty == false, "\(name) \(key)")
      }
    }
  }

  /// Calls a sandbox as a program without this package would.
  private struct Caller {
    struct Answer {
      let status: Int
      let json: JSON
    }

    let sandbox: HedraV3Sandbox

    init(_ sandbox: HedraV3Sandbox) { self.sandbox = sandbox }

    func send(
      _ method: String, _ path: String, _ body: JSON? = nil,
      authorization: String? = "Key \(HedraV3Sandbox.apiKey)"
    ) async throws -> Answer {
      let url = try #require(URL(string: "\(HedraV3Client.defaultURL.absoluteString)/\(path)"))
      var request = TransportRequest(method: method, url: url, body: body?.data())
      request.headers["Authorization"] = authorization
      request.headers["Content-Type"] = body == nil ? nil : "application/json"
      let response = try await sandbox.send(request)
      var data = Data()
      for try await piece in response.body { data.append(piece) }
      return Answer(status: response.status, json: try JSON(parsing: data))
    }
  }
}

extension Document {
  /// In what a value breaks a schema of the document.
  func violations(in value: JSON, of name: String) -> [String] {
    let schema: JSON = [
      "$ref": .string("#/components/schemas/\(name)"), "components": json["components"] ?? [:],
    ]
    guard let rules = try? JSONSchema(schema) else { return ["\(name) is no schema"] }
    return rules.violations(in: value).map(\.message)
  }

  /// The first example of an answer that is called so.
  func example(named name: String) -> JSON? {
    func find(_ value: JSON) -> JSON? {
      if let found = value["examples"]?[name]?["value"] { return found }
      let inner = value.array ?? value.object?.map { $0.value } ?? []
      return inner.lazy.compactMap(find).first
    }
    return json["paths"].flatMap(find)
  }
}
