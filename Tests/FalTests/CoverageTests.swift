import Fal
import FalSandbox
import FalTestModels
import Foundation
import ServiceTestSupport
import Testing

/// The documentation's table of documented fields, held against the code.
@Suite(.timeLimit(.minutes(20))) struct CoverageTests {
  private func rows(_ ways: String...) throws -> [CoverageRow] {
    try CoverageRow.all(of: "FalCore").filter { ways.contains($0.way) }
  }

  @Test func everyFieldOfACallIsSent() async throws {
    var sent: Set<String> = []
    let bench = Bench()
    let hook = try #require(URL(string: "https://example.com/hook"))
    let options = FalOptions(
      webhookURL: hook, priority: .low, startTimeout: .seconds(1), maximumQueueLength: 5,
      disablesRetries: true, disablesStorage: true, fileLifetime: .seconds(3_600),
      runnerHint: "studio")
    let call = bench.fal.submission(of: [:], to: LanternEdit.snapshot, options: options).call
    for name in call.query.map(\.name) { sent.insert("POST queue.fal.run/{model} query \(name)") }
    for (name, _) in call.headers { sent.insert("POST queue.fal.run/{model} header \(name)") }
    let job = try await bench.fal.submit(LanternEdit.sample()).job
    _ = try await bench.fal.report(on: job.handle)
    for try await _ in bench.fal.statuses(of: job.handle) {}
    for try await _ in bench.fal.requests(
      to: ["a/b"], from: .now, until: .now, outcome: .success, id: "r", withPayloads: true)
    {}
    _ = try await bench.fal.unitPrices(of: ["a/b"])
    _ = try await bench.fal.estimate(1, of: "a/b")
    _ = try await bench.fal.estimate(1, of: "a/b", byCalls: true)
    _ = try await bench.fal.models()
    _ = try await bench.fal.model("fal-ai/lantern/edit")
    for request in await bench.sandbox.receivedRequests {
      let items = URLComponents(url: request.url, resolvingAgainstBaseURL: false)?.queryItems ?? []
      for item in items { sent.insert("\(request.endpoint.map { "\($0)" } ?? "") \(item.name)") }
      for key in request.body?.object?.keys ?? [] {
        sent.insert("\(request.endpoint.map { "\($0)" } ?? "") \(key)")
      }
    }
    let names = [
      "GET queue.fal.run/{model}/requests/{request_id}/status": "status", "GET models": "models",
      "GET queue.fal.run/{model}/requests/{request_id}/status/stream": "stream",
      "GET models/requests/by-endpoint": "requests",
      "GET models/pricing": "prices", "POST models/pricing/estimate": "estimate",
      "POST rest.fal.ai/storage/upload/initiate": "initiateUpload",
    ]
    // What goes with files is in the tests of uploads, and the rest is the second page of a list.
    let others = ["upload", "webhook", "any call"]
    for row in try rows("query", "header", "body")
    where !others.contains(where: row.call.contains) && row.field != "cursor" {
      let field = row.field.split(separator: ".").first.map(String.init) ?? ""
      let name = names[row.call].map { "\($0) \(field)" } ?? "\(row.call) \(row.way) \(field)"
      #expect(sent.contains(name), "\(row)")
    }
  }

  @Test func everyFieldOfAnAnswerIsRead() async throws {
    let read = try await CoverageReadings.ofFal()
    let others = ["upload"]
    let rows = try rows("answer").filter { row in
      !others.contains(where: row.call.contains) && row.swift != "FalClient.catalog"
    }
    #expect(Set(rows.map { "\($0.call) \($0.field)" }) == Set(read.keys))
    for row in rows {
      let reading = try #require(read[row.call + " " + row.field], "\(row)")
      #expect(reading.swift == row.swift, "\(row)")
      #expect(reading.expected != nil, "\(row)")
      #expect(reading.value == reading.expected, "\(row)")
    }
  }

  @Test func everyFieldOfAWebhookIsRead() throws {
    let payload: JSON = [
      "request_id": "r", "gateway_request_id": "g", "status": "OK", "payload": ["a": 1],
      "payload_error": "e",
    ]
    let webhook = try FalWebhook(parsing: payload.data())
    #expect(webhook.requestID == "r" && webhook.gatewayRequestID == "g" && webhook.status == "OK")
    #expect(webhook.result?.json == ["a": 1] && webhook.payloadError == "e")
    let failure: JSON = ["request_id": "r", "status": "ERROR", "error": "No."]
    let failed = try FalWebhook(parsing: failure.data())
    #expect(failed.failure?.message == "No.")
    #expect(
      Set(try rows("body").filter { $0.call == "webhook" }.map(\.field)) == [
        "request_id", "gateway_request_id", "status", "payload", "error", "payload_error",
      ])
  }
}
