import Foundation
import Replicate
import ServiceTestSupport
import Testing

extension CoverageReadings {
  /// The readings of Replicate's answers.
  static func ofReplicate() async throws -> [String: Reading] {
    var all = CoverageReadings()
    try await all.readPrediction()
    try await all.readLists()
    try await all.readFile()
    try await all.readModel()
    try await all.readSecret()
    try await all.readErrors()
    try await all.readAccount()
    try await all.readDeployment()
    try await all.readFindings()
    try await all.readTraining()
    return all.readings
  }

  private mutating func readPrediction() async throws {
    let answer = JSON.object(
      Sample.prediction([
        "version": "v", "deployment": "d", "output": ["x"], "error": "e", "logs": "l",
        "status": "succeeded", "data_removed": true, "source": "api",
        "started_at": "2026-11-21T10:00:01Z", "completed_at": "2026-11-21T10:00:02Z",
        "deadline": "2026-11-21T10:00:03Z", "metrics": ["predict_time": 1.5, "total_time": 2.5],
        "urls": [
          "get": "https://a.b/g", "cancel": "https://a.b/c", "web": "https://a.b/w",
          "stream": "https://a.b/s",
        ],
      ]))
    let read = try await CannedAnswer(body: answer.text()).client.prediction("p1")
    let values: [(String, String, JSON?)] = [
      ("id", "id", read.id.json), ("model", "model", read.model?.json),
      ("version", "version", read.version?.json),
      ("deployment", "deployment", read.deployment?.json), ("input", "input", .object(read.input)),
      ("output", "output", read.output), ("error", "error", read.error?.json),
      ("logs", "logs", read.logs.json), ("status", "status", read.status.json),
      ("data_removed", "isDataRemoved", read.isDataRemoved.json),
      ("source", "source", read.source?.json), ("created_at", "createdAt", read.createdAt?.json),
      ("started_at", "startedAt", read.startedAt?.json),
      ("completed_at", "completedAt", read.completedAt?.json),
      ("deadline", "deadline", read.deadline?.json), ("metrics", "metrics", .object(read.metrics)),
      (
        "metrics.predict_time", "predictionTime",
        read.predictionTime.map { ($0 / .seconds(1)).json }
      ),
      ("metrics.total_time", "totalTime", read.totalTime.map { ($0 / .seconds(1)).json }),
      ("urls.get", "url", read.url?.json), ("urls.cancel", "cancelURL", read.cancelURL?.json),
      ("urls.web", "webURL", read.webURL?.json),
      ("urls.stream", "streamURL", read.streamURL?.json),
    ]
    for (field, name, value) in values {
      add("GET predictions/{id}", field, "ReplicatePrediction.\(name)", value, of: answer)
    }
  }

  /// Lists that lead to themselves, which ends them: the page after the first has been asked for then.
  private mutating func readLists() async throws {
    func answer(_ call: String, _ element: JSON) -> JSON {
      let path = (call.split(separator: " ").last ?? "")
        .replacing("{owner}/{name}", with: "acme/dusk")
      return [
        "next": .string("https://api.replicate.com/v1/\(path)?cursor=2"), "results": [element],
      ]
    }
    func client(_ recorder: Recorder) -> ReplicateClient {
      ReplicateClient(apiKey: "r8_test", configuration: .once.over(recorder))
    }
    func read<Element>(
      _ call: String, _ element: JSON, _ swift: String, _ id: (Element) -> String,
      _ list: (ReplicateClient) throws -> Pages<Element>
    ) async throws {
      let answer = answer(call, element)
      let recorder = Recorder(over: CannedAnswer(body: answer.text()))
      var ids: [String] = []
      for try await element in try list(client(recorder)) { ids.append(id(element)) }
      let isRead = ids.count == 1
      add(call, "results", swift, isRead.json, of: answer, expecting: true)
      let last = await recorder.requests.last?.url
      add(call, "next", swift, last?.json, of: answer)
    }
    try await read(
      "GET predictions", .object(Sample.prediction()),
      "ReplicateClient.predictions(after:before:source:)", { $0.id }, { $0.predictions() })
    try await read(
      "GET models", ["owner": "acme", "name": "dusk"], "ReplicateClient.allModels()", { $0.id },
      { $0.allModels() })
    try await read(
      "GET files", ["id": "f", "urls": ["get": "https://a.b/c"]], "ReplicateClient.files()",
      { $0.id }, { $0.files() })
    try await read(
      "GET collections", ["slug": "s"], "ReplicateClient.collections()", { $0.id },
      { $0.collections() })
    try await read(
      "GET deployments", ["owner": "studio", "name": "fast"], "ReplicateClient.deployments()",
      { $0.id }, { $0.deployments() })
    try await read(
      "QUERY models", ["owner": "acme", "name": "dusk"], "ReplicateClient.searchModels",
      { $0.id }, { $0.searchModels("fox") })
    try await read(
      "GET trainings", .object(Sample.prediction()), "ReplicateClient.trainings()", { $0.id },
      { $0.trainings() })
    try await read(
      "GET models/{owner}/{name}/examples", .object(Sample.prediction()),
      "ReplicateClient.examples(of:)", { $0.id }, { try $0.examples(of: "acme/dusk") })
    try await read(
      "GET models/{owner}/{name}/versions", ["id": "v"], "ReplicateClient.versions(of:)",
      { $0.id }, { try $0.versions(of: "acme/dusk") })
  }

  private mutating func readFile() async throws {
    let answer: JSON = [
      "id": "f", "content_type": "image/png", "size": 7, "etag": "e",
      "checksums": ["sha256": "ab"], "metadata": ["a": 1], "created_at": "2026-11-21T10:00:00Z",
      "expires_at": "2026-11-22T10:00:00Z", "urls": ["get": "https://a.b/c"],
    ]
    let file = try await CannedAnswer(body: answer.text()).client.file("f")
    let values: [(String, String, JSON?)] = [
      ("id", "id", file.id.json), ("content_type", "contentType", file.contentType?.json),
      ("size", "size", file.size.map { Int($0).json }), ("etag", "etag", file.etag?.json),
      ("checksums.sha256", "sha256", file.sha256?.json),
      ("metadata", "metadata", .object(file.metadata)),
      ("created_at", "createdAt", file.createdAt?.json),
      ("expires_at", "expiresAt", file.expiresAt?.json), ("urls.get", "url", file.url.json),
    ]
    for (field, name, value) in values {
      add("GET files/{id}", field, "ReplicateFile.\(name)", value, of: answer)
    }
  }

  private mutating func readModel() async throws {
    let schemas: JSON = ["Input": ["type": "object"], "Output": ["type": "string"]]
    let answer: JSON = [
      "owner": "acme", "name": "dusk", "url": "https://a.b/m", "description": "d",
      "visibility": "public", "is_official": true, "github_url": "https://a.b/g",
      "paper_url": "https://a.b/p", "license_url": "https://a.b/l", "run_count": 7,
      "cover_image_url": "https://a.b/c", "default_example": ["id": "p", "status": "succeeded"],
      "latest_version": [
        "id": "v", "created_at": "2026-11-21T10:00:00Z",
        "openapi_schema": ["components": ["schemas": schemas]],
      ],
    ]
    let model = try await CannedAnswer(body: answer.text()).client.model("acme/dusk")
    let document = "latest_version.openapi_schema.components.schemas"
    let values: [(String, String, JSON?)] = [
      ("owner", "owner", model.owner?.json), ("url", "url", model.url?.json),
      ("description", "summary", model.summary?.json),
      ("visibility", "visibility", model.visibility?.json),
      ("is_official", "isOfficial", model.isOfficial.json),
      ("github_url", "sourceURL", model.sourceURL?.json),
      ("paper_url", "paperURL", model.paperURL?.json),
      ("license_url", "licenseURL", model.licenseURL?.json),
      ("run_count", "runCount", model.runCount?.json),
      ("cover_image_url", "coverURL", model.coverURL?.json),
      ("default_example", "example", model.example.map { .object($0.object) }),
      ("latest_version.id", "version", model.version?.json),
      ("latest_version.created_at", "versionCreatedAt", model.versionCreatedAt?.json),
      ("\(document).Input", "inputSchema", model.inputSchema),
      ("\(document).Output", "outputSchema", model.outputSchema),
    ]
    for (field, name, value) in values {
      add("GET models/{owner}/{name}", field, "ReplicateModel.\(name)", value, of: answer)
    }
    add(
      "GET models/{owner}/{name}", "name", "ReplicateModel.id", model.id, of: answer,
      expecting: "acme/dusk")
    let latest = answer["latest_version"] ?? .null
    let record = try await CannedAnswer(body: latest.text()).client.version("v", of: "acme/dusk")
    add(
      "GET models/{owner}/{name}/versions/{id}", "openapi_schema",
      "ModelRecord.inputSchema, ModelRecord.outputSchema",
      [record.inputSchema, record.outputSchema].compactMap { $0 }, of: latest,
      expecting: [["type": "object"], ["type": "string"]])
  }

  private mutating func readSecret() async throws {
    let answer: JSON = ["key": "whsec_AAEC"]
    let secret = try await CannedAnswer(body: answer.text()).client.webhookSecret()
    add(
      "GET webhooks/default/secret", "key", "ReplicateClient.webhookSecret()", secret, of: answer)
  }

  private mutating func readErrors() async throws {
    let answer: JSON = [
      "detail": "No", "retry_after": 7, "status": 429,
      "invalid_fields": [["type": "enum", "field": "seed", "description": "is odd"]],
    ]
    let error = try await mediaError {
      try await CannedAnswer(status: 429, body: answer.text()).client.prediction("p1")
    }
    let field = error.fieldErrors.first
    let seconds = error.retryAfter.map { Int($0 / .seconds(1)).json }
    let values: [(String, String, JSON?)] = [
      ("detail", "message", error.message.json), ("retry_after", "retryAfter", seconds),
      ("status", "httpStatus", error.httpStatus?.json),
      ("invalid_fields[0].type", "fieldErrors", field?.code?.json),
      ("invalid_fields[0].field", "fieldErrors", field?.field?.json),
      ("invalid_fields[0].description", "fieldErrors", field?.message.json),
    ]
    for (field, name, value) in values {
      add("any call that is refused", field, "MediaError.\(name)", value, of: answer)
    }
  }
}
