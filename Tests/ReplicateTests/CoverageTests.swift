import Foundation
import Replicate
import ReplicateSandbox
import ServiceTestSupport
import Testing

/// The documentation's table of documented fields, held against the code.
@Suite(.timeLimit(.minutes(20))) struct CoverageTests {
  private func rows(_ way: String) throws -> [CoverageRow] {
    try CoverageRow.all(of: "ReplicateCore").filter { $0.way == way }
  }

  @Test func everyFieldOfABodyIsSent() async throws {
    var sent: Set<String> = []
    let calls: [(String, ReplicateTarget)] = [
      ("POST models/{owner}/{name}/predictions", .model),
      ("POST predictions", .version(Sample.version)),
      (
        "POST deployments/{owner}/{name}/predictions", .deployment(owner: "studio", name: "fast")
      ),
    ]
    for (call, target) in calls {
      let recorder = Recorder(over: ReplicateSandbox.ofSamples())
      let replicate = ReplicateClient(
        apiKey: APIKey(ReplicateSandbox.apiKey), configuration: .once.over(recorder))
      let options = ReplicateOptions(
        target: target, wait: .seconds(1), timeout: .seconds(5),
        webhookURL: URL(string: "https://a.example/h"), webhookEvents: [.completed])
      _ = try await replicate.submit(
        RawRequest(["prompt": "A fox"], to: Sample.models[0]), options: options)
      let request = try #require(await recorder.requests.first)
      for key in request.json?.object?.keys ?? [] { sent.insert("\(call) body \(key)") }
      for name in ["Prefer", "Cancel-After"] where request.headers[name] != nil {
        sent.insert("\(call) header \(name)")
      }
    }
    let folder = try TemporaryFolder()
    let recorder = Recorder(
      over: CannedAnswer(body: #"{"id": "f", "urls": {"get": "https://a.b/c"}}"#))
    let forms = Watched<[String]>([])
    let replicate = ReplicateClient(
      apiKey: APIKey(ReplicateSandbox.apiKey),
      configuration: .once.over(FormReader(over: recorder, forms: forms)))
    _ = try await replicate.upload(folder.file("a.png", Data([1])), metadata: ["a": 1])
    for name in ["content", "metadata"]
    where forms.value.first?.contains("name=\"\(name)\"") == true {
      sent.insert("POST files body \(name)")
    }
    sent.formUnion(try await whatWritesAreSent())
    // What comes to a webhook, and the key, are in tests of their own.
    let documented = try (rows("body") + rows("header"))
      .filter { !["webhook", "any call"].contains($0.call) }
      .map { "\($0.call) \($0.way) \($0.field)" }
    #expect(Set(documented) == sent)
    #expect(documented.count == sent.count)
  }

  /// What is sent by calls that write something, but for requests.
  private func whatWritesAreSent() async throws -> Set<String> {
    var sent: Set<String> = []
    func note(
      _ call: String, answering answer: JSON, _ body: (ReplicateClient) async throws -> Void
    ) async throws {
      let recorder = Recorder(over: CannedAnswer(body: answer.text()))
      try await body(ReplicateClient(apiKey: "r8_test", configuration: .once.over(recorder)))
      let request = try #require(await recorder.requests.first)
      for key in request.json?.object?.keys ?? [] { sent.insert("\(call) body \(key)") }
      if call.hasPrefix("QUERY"), request.headers["Content-Type"] != nil {
        sent.insert("\(call) header Content-Type")
      }
    }
    let deployment: JSON = ["owner": "studio", "name": "fast"]
    try await note("POST deployments", answering: deployment) {
      _ = try await $0.createDeployment(
        "fast", of: "acme/dusk", version: Sample.version, on: .init(hardware: "cpu"))
    }
    try await note("PATCH deployments/{owner}/{name}", answering: deployment) {
      _ = try await $0.updateDeployment(
        owner: "studio", name: "fast", version: Sample.version, hardware: "cpu",
        minimumInstances: 1, maximumInstances: 2)
    }
    let address = URL(string: "https://a.b/c")
    var details = ReplicateModelDetails(
      summary: "s", sourceURL: address, paperURL: address, licenseURL: address, coverURL: address)
    try await note("POST models", answering: deployment) { [details] in
      _ = try await $0.createModel(
        "studio/fast", isPublic: true, hardware: "cpu", details: details)
    }
    details.coverURL = nil
    details.readme = "r"
    details.weightsURL = address
    try await note("PATCH models/{owner}/{name}", answering: deployment) { [details] in
      _ = try await $0.updateModel("studio/fast", details: details)
    }
    try await note("QUERY models", answering: ["results": []]) {
      for try await _ in $0.searchModels("fox") {}
    }
    try await note(
      "POST models/{owner}/{name}/versions/{id}/trainings",
      answering: .object(Sample.prediction())
    ) {
      _ = try await $0.train(
        "acme/dusk", version: Sample.version, into: "studio/fast", input: ["a": 1],
        webhookURL: address, webhookEvents: [.completed])
    }
    return sent
  }

  /// Reads forms while they are there.
  private struct FormReader: Transport {
    let transport: any Transport
    let forms: Watched<[String]>

    init(over transport: any Transport, forms: Watched<[String]>) {
      self.transport = transport
      self.forms = forms
    }

    func send(_ request: TransportRequest) async throws -> TransportResponse {
      let text = String(decoding: request.bytes ?? Data(), as: UTF8.self)
      forms.change { $0.append(text) }
      return try await transport.send(request)
    }
  }

  @Test func everyItemOfAQueryIsSent() async throws {
    let sandbox = ReplicateSandbox.ofSamples()
    let predictions = sandbox.client().predictions(after: .now, before: .now, source: "web")
    for try await _ in predictions {}
    _ = try await sandbox.client().search("fox", limit: 1)
    let file = try sandbox.client().downloadURL(
      ofFile: "f", owner: "studio", until: .now, signature: "s")
    let sent = await sandbox.receivedRequests.map(\.url) + [file]
    for row in try rows("query") {
      let place = row.call.dropFirst("GET ".count).replacing("{id}", with: "f")
      #expect(
        sent.contains {
          $0.path.hasSuffix(place) && $0.query?.contains("\(row.field)=") == true
        }, "\(row)")
    }
  }

  @Test func everyFieldOfAnAnswerIsRead() async throws {
    let read = try await CoverageReadings.ofReplicate()
    let rows = try rows("answer")
    #expect(rows.count == read.count)
    for row in rows {
      let reading = try #require(read[row.call + " " + row.field], "\(row)")
      #expect(reading.swift == row.swift, "\(row)")
      #expect(reading.expected != nil, "\(row)")
      #expect(reading.value == reading.expected, "\(row)")
    }
  }
}
