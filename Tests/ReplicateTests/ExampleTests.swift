import Foundation
import Replicate
import ReplicateSandbox
import ServiceTestSupport
import Testing

/// What the service's document says of answers, and its examples, against the sandbox.
@Suite(
  .enabled(
    if: Documents.contain("replicate-openapi.json"),
    "replicate-openapi.json is not beside the repository"))
struct ExampleTests {
  private let clock = VirtualClock()

  private func service(_ sandbox: ReplicateSandbox) -> RawService {
    RawService(
      sandbox, at: ReplicateClient.defaultURL,
      headers: ["Authorization": "Bearer \(ReplicateSandbox.apiKey)"])
  }

  @Test func everyAnswerHasWhatTheDocumentSays() async throws {
    // A version is a text, or the one that is `hidden`.
    let documented = DocumentedAnswers(
      of: try Documents.json("replicate-openapi.json"), whereSeveralMayFit: true)
    let sandbox = ReplicateSandbox(
      deployments: ["studio/fast": Sample.official], clock: clock)
    let service = service(sandbox)
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
    let model = "/models/{model_owner}/{model_name}"
    let body: JSON = ["input": ["prompt": "A tide pool"]]
    // What is there when it is done, or for some models alone.
    let later: Set = [
      "deployment", "metrics", "metrics.total_time", "urls.stream", "started_at", "completed_at",
      "deadline", "output", "error", "logs", "data_removed", "source",
    ]
    let made = try await check(
      "POST", "models/\(Sample.official)/predictions", body, as: "POST \(model)/predictions",
      status: "201", absent: later)
    let id = try #require(made["id"]?.string)
    _ = try await check(
      "POST", "deployments/studio/fast/predictions", body,
      as: "POST /deployments/{deployment_owner}/{deployment_name}/predictions", status: "201",
      absent: later)
    _ = try await check(
      "POST", "predictions",
      ["version": .string(Sample.official), "input": ["prompt": "A tide pool"]],
      as: "POST /predictions", status: "201", absent: later)
    clock.advance(by: .seconds(5))
    _ = try await check(
      "GET", "predictions/\(id)", as: "GET /predictions/{prediction_id}", absent: later)
    clock.advance(by: .seconds(60))
    let done = try await check(
      "GET", "predictions/\(id)", as: "GET /predictions/{prediction_id}",
      absent: ["deployment", "urls.stream", "deadline"])
    #expect(done["status"] == "succeeded")
    _ = try await check(
      "GET", "predictions", as: "GET /predictions",
      absent: ["results[].deployment", "results[].urls.stream", "results[].deadline"])
    let other = try await check(
      "POST", "models/\(Sample.official)/predictions", body, as: "POST \(model)/predictions",
      status: "201", absent: later)
    _ = try await check(
      "POST", "predictions/\(other["id"]?.string ?? "")/cancel",
      as: "POST /predictions/{prediction_id}/cancel", absent: later)
    _ = try await check("GET", "models/\(Sample.official)", as: "GET \(model)")
    _ = try await check("GET", "models", as: "GET /models")
    let folder = try TemporaryFolder()
    let file = try await sandbox.client().upload(folder.file("a.png", Data([1])), metadata: [:])
    #expect(
      try documented.problems(of: .object(file.object), to: "POST /files", status: "201") == [])
    _ = try await check("GET", "files/\(file.id)", as: "GET /files/{file_id}")
    _ = try await check("GET", "files", as: "GET /files")
    _ = try await check("GET", "webhooks/default/secret", as: "GET /webhooks/default/secret")
    #expect(try await service.send("DELETE", "files/\(file.id)").status == 204)
  }

  /// The members that the document gives examples of, in what is sent; and the words of its refusals.
  @Test func theExamplesOfTheDocumentAreTaken() async throws {
    let document = try Documents.json("replicate-openapi.json")
    let sandbox = ReplicateSandbox.ofSamples(clock: clock)
    let service = service(sandbox)
    let properties = document["components"]?["schemas"]?["schemas_prediction_request"]?[
      "properties"]
    var body: JSONObject = ["input": ["prompt": "A fox"]]
    for name in ["webhook", "webhook_events_filter"] {
      body[name] = try #require(properties?[name]?["example"])
    }
    let parameters = document["components"]?["parameters"]
    let headers: HeaderFields = [
      "Prefer": try #require(
        parameters?["parameters_prefer_header"]?["schema"]?["example"]?.string),
      "Cancel-After": try #require(
        parameters?["parameters_cancel_after_header"]?["schema"]?["example"]?.string),
    ]
    let made = try await service.send(
      "POST", "models/\(Sample.models[0].name)/predictions", .object(body), headers: headers)
    #expect((200...202).contains(made.status), "\(made.json)")
    let input = try #require(properties?["input"]?["example"])
    let refused = try await service.send(
      "POST", "models/\(Sample.models[0].name)/predictions", ["input": input])
    #expect(
      refused.status == 422 || (200...202).contains(refused.status), "\(refused.json)")
    let call = document["paths"]?["/files/{file_id}"]?["get"]
    let detail = call?["responses"]?["404"]?["content"]?["application/problem+json"]?["schema"]?[
      "properties"]?["detail"]?["example"]
    #expect(try await service.send("GET", "files/none").json["detail"] == detail)
  }

  /// The refusals of the guides: what people were answered.
  @Test func refusalsHaveWhatThePrintedOnesHave() async throws {
    let text = try Documents.text("replicate.md")
    let printed = text.matches(of: /`(\{"(?:detail|title)".*?\})`/).compactMap { match in
      try? JSON(parsing: Data(match.output.1.utf8))
    }
    let sandbox = ReplicateSandbox.ofSamples(clock: clock)
    let service = service(sandbox)
    func refusal(_ status: Int) throws -> JSON {
      try #require(printed.last { $0["status"] == status.json }, "\(status)")
    }
    let path = "models/\(Sample.models[0].name)/predictions"
    let invalid = try await service.send("POST", path, ["input": ["seed": "x", "more": 1]])
    #expect(invalid.status == 422)
    let fields = try #require(printed.first { $0["invalid_fields"] != nil })
    #expect(
      PrintedAnswer(fields, determined: ["status", "title"]).differences(of: invalid.json) == [])
    let version = try await service.send(
      "POST", "predictions",
      ["version": .string(String(repeating: "f", count: 64)), "input": ["prompt": "A fox"]])
    #expect(
      PrintedAnswer(
        try #require(printed.first { $0["title"]?.string?.contains("version") == true }),
        determined: ["status", "title", "detail"]
      ).differences(of: version.json) == [])
    await sandbox.script(.error(402, code: "", "m"))
    #expect(
      PrintedAnswer(try refusal(402), determined: ["status", "title"])
        .differences(of: try await service.send("POST", path, ["input": ["prompt": "p"]]).json)
        == [])
    await sandbox.script(.rateLimited(headers: ["Retry-After": "7"]))
    #expect(
      PrintedAnswer(try refusal(429), determined: ["status", "retry_after"])
        .differences(of: try await service.send("POST", path, ["input": ["prompt": "p"]]).json)
        == [])
    #expect(try await service.send("GET", "predictions/none").json["detail"] != nil)
  }
}

extension Sample {
  /// A model of the snapshots that needs a prompt and no more, and is run by its name.
  fileprivate static let official =
    ReplicateModels.all.map { $0.model }.first { model in
      model.object["version"] == nil && model.inputSchema?["required"] == ["prompt"]
    }?.name ?? ""
}
