import Fal
import FalSandbox
import FalTestModels
import Foundation
import ServiceTestSupport
import Testing

/// What the documents say of the queue, files, webhooks and the platform, against the sandbox.
struct ExampleTests {
  private let clock = VirtualClock()
  private let sandbox: FalSandbox
  private let service: RawService

  init() {
    sandbox = FalSandbox(models: OwnModels.all.map { $0.model }, clock: clock)
    service = RawService(
      sandbox, at: FalAddresses.standard.platform,
      headers: ["Authorization": "Key \(FalSandbox.apiKey)"])
  }

  /// Every member that is documented of an answer is there at some time.
  @Test func everyAnswerHasWhatTheListSays() async throws {
    var seen: [String: Set<String>] = [:]
    func note(_ call: String, _ answer: RawService.Answer) {
      seen[call, default: []].formUnion(Self.paths(in: answer.json))
      seen[call, default: []].formUnion(answer.headers.map { $0.0.lowercased() })
    }
    let queue = "queue.fal.run/{model}"
    let request = "\(queue)/requests/{request_id}"
    let body = Pebble(prompt: "A tide pool").json
    func submit() async throws -> RawService.Answer {
      try await service.send(
        "POST", "https://queue.fal.run/\(Pebble.model.name)", body)
    }
    let sent = try await submit()
    #expect(sent.status == 200)
    note("POST \(queue)", sent)
    let status = try #require(sent.json["status_url"]?.string)
    let response = try #require(sent.json["response_url"]?.string)
    // A status is answered with 202 until the request has ended.
    for (seconds, code, word) in [
      (0, 202, "IN_QUEUE"), (3, 202, "IN_PROGRESS"), (60, 200, "COMPLETED"),
    ] {
      clock.advance(by: .seconds(seconds))
      if word == "IN_PROGRESS" {
        let early = try await service.send("GET", response)
        #expect(early.status == 400)
        #expect(early.json == ["detail": "Request is still in progress"])
      }
      let answer = try await service.send("GET", "\(status)?logs=1")
      #expect(answer.status == code && answer.json["status"] == .string(word))
      note("GET \(request)/status", answer)
    }
    note("GET \(request)", try await service.send("GET", response))
    let again = try await submit()
    let cancel = try #require(again.json["cancel_url"]?.string)
    let cancelled = try await service.send("PUT", cancel)
    #expect(cancelled.status == 202 && cancelled.json == ["status": "CANCELLATION_REQUESTED"])
    note("PUT \(request)/cancel", cancelled)
    note(
      "GET \(request)/status",
      try await service.send("GET", again.json["status_url"]?.string ?? ""))
    let late = try await service.send("PUT", cancel)
    #expect(late.status == 400 && late.json == ["status": "ALREADY_COMPLETED"])
    let ended = try await service.send("GET", again.json["response_url"]?.string ?? "")
    #expect(ended.status == 499 && ended.json["error_type"] == "client_cancelled")
    let unknown = try await service.send("PUT", cancel.replacing("/cancel", with: "0/cancel"))
    #expect(unknown.status == 404 && unknown.json == ["status": "NOT_FOUND"])
    note(
      "POST fal.run/{model}",
      try await service.send("POST", "https://fal.run/\(Pebble.model.name)", body))
    let storage = "https://rest.fal.ai/storage/upload"
    for kind in ["initiate", "initiate-multipart"] {
      let place = try await service.send(
        "POST", "\(storage)/\(kind)?storage_type=fal-cdn-v3",
        ["content_type": "image/png", "file_name": "fox.png"])
      note("POST rest.fal.ai/storage/upload/\(kind)", place)
    }
    note(
      "GET rest.fal.ai/.well-known/jwks.json",
      try await service.send("GET", "https://rest.fal.ai/.well-known/jwks.json"))
    // What is of the service's own machines, or comes with some errors alone.
    let absent: Set = [
      "gateway_request_id", "x-fal-request-id", "x-fal-served-from", "x-fal-runner-hints",
    ]
    for (call, fields) in try Self.documented().calls {
      guard let seen = seen[call] else { continue }
      let named = fields.keys.filter { ["answer", "answer-header"].contains($0.way) }
        .map { $0.way == "answer" ? $0.path : $0.path.lowercased() }
      #expect(Set(named).subtracting(seen).subtracting(absent).sorted() == [], "\(call)")
    }
    #expect(seen.count == 8)
  }

  @Test(arguments: [false, true]) func aWebhookHasWhatTheListSays(fails: Bool) async throws {
    let recorder = WebhookRecorder()
    let bench = Bench(webhooks: recorder)
    if fails {
      await bench.sandbox.failNextRequests(
        status: 422, type: "content_policy_violation", message: "No.")
    }
    let hook = try #require(URL(string: "https://app.example.com/hook"))
    _ = try await bench.fal.submit(
      Pebble(prompt: "A tide pool"), options: FalOptions(webhookURL: hook))
    await bench.sandbox.finishWebhooks()
    let post = try #require(await recorder.requests.first)
    let payload = try JSON(parsing: post.bytes ?? Data())
    let fields = try #require(try Self.documented().calls["webhook"]).keys
    let headers = fields.filter { $0.way == "header" }.map(\.path)
    for name in headers { #expect(post.headers[name] != nil, "\(name)") }
    var names = Set(fields.filter { $0.way == "body" }.map(\.path))
    // Of a payload that is too large alone.
    names.remove("payload_error")
    if !fails { names.remove("error") }
    #expect(names.subtracting(payload.object?.keys ?? []) == [])
    #expect(payload["status"] == (fails ? "ERROR" : "OK"))
    #expect(payload["error"] == (fails ? "Invalid status code: 422" : nil))
  }

  @Test(
    .enabled(
      if: Documents.contain("fal-platform-openapi.json"),
      "fal-platform-openapi.json is not beside the repository"))
  func thePlatformAnswersAsTheDocumentSays() async throws {
    let documented = DocumentedAnswers(of: try Documents.json("fal-platform-openapi.json"))
    let name = LanternEdit.model.name
    let calls: [(String, String, JSON?, String)] = [
      ("GET", "models?limit=1", nil, "GET /models"),
      ("GET", "models?endpoint_id=\(name)&expand=openapi-3.0", nil, "GET /models"),
      ("GET", "models/pricing?endpoint_id=\(name)", nil, "GET /models/pricing"),
      (
        "POST", "models/pricing/estimate",
        ["estimate_type": "unit_price", "endpoints": [name: ["unit_quantity": 8]]],
        "POST /models/pricing/estimate"
      ),
    ]
    // What the document lets be left out, and what is asked for by `expand`.
    let absent = Set(
      [
        "duration_estimate", "github_url", "group", "inference_endpoint_ids", "license_type",
        "stream_url", "thumbnail_animated_url", "training_endpoint_ids",
      ].map { "models[].metadata.\($0)" } + ["models[].openapi", "models[].enterprise_status"])
    for (method, path, body, call) in calls {
      let answer = try await service.send(method, path, body)
      #expect(answer.status == 200)
      #expect(
        try documented.problems(of: answer.json, to: call, absent: absent) == [], "\(path)")
      for (_, example) in documented.examples(of: call) {
        #expect(PrintedAnswer(example).differences(of: answer.json) == [], "\(path)")
      }
    }
  }

  private static func documented() throws -> DocumentedCalls {
    let file = Documents.repository.appending(
      path: "Tests/FalTests/Documented/calls-from-prose.txt")
    return DocumentedCalls(parsing: try String(contentsOf: file, encoding: .utf8))
  }

  /// The paths of all members of an answer.
  private static func paths(in json: JSON, _ path: String = "") -> Set<String> {
    switch json {
    case .array(let elements):
      elements.reduce(into: []) { $0.formUnion(paths(in: $1, path + "[]")) }
    case .object(let object):
      object.reduce(into: []) { found, member in
        let name = path.isEmpty ? member.key : "\(path).\(member.key)"
        found.insert(name)
        found.formUnion(paths(in: member.value, name))
      }
    default: []
    }
  }
}

/// Takes what is for webhooks.
private actor WebhookRecorder: Transport {
  private(set) var requests: [TransportRequest] = []

  func send(_ request: TransportRequest) -> TransportResponse {
    requests.append(request)
    return TransportResponse(status: 200)
  }
}
