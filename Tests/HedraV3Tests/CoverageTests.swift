import Foundation
import HedraV3
import HedraV3Sandbox
import HedraV3TestModels
import ServiceTestSupport
import Testing

/// The documentation's table of documented fields, held against the code.
@Suite(.timeLimit(.minutes(20))) struct CoverageTests {
  private func rows(_ way: String) throws -> [CoverageRow] {
    try CoverageRow.all(of: "HedraV3Core").filter { $0.way == way }
  }

  /// Groups have the names of the inputs that they are of beside their own.
  @Test func everyInputOfEveryModelIsSent() throws {
    var names: [String: Set<String>] = [:]
    for field in HedraV3Models.all.flatMap({ $0.fields }) {
      names["input.\(field.wireName)", default: []].insert(field.name)
    }
    let rows = try rows("body").filter { $0.field.hasPrefix("input.") }
    // A model may have what was not yet documented when the table was written.
    #expect(Set(rows.map(\.field)).subtracting(names.keys) == [])
    for row in rows {
      #expect(row.call == "POST models/{model}")
      #expect(names[row.field]?.sorted().joined(separator: ", ") == row.swift, "\(row)")
    }
  }

  @Test func whatAccompaniesARequestIsSent() async throws {
    let sandbox = HedraV3Sandbox.ofFoxes()
    let hedra = sandbox.client()
    let address = try #require(URL(string: "https://app.example.com/hooks"))
    _ = try await hedra.submit(
      Sample.request(), options: HedraV3Options(webhookURL: address, idempotencyKey: "k"))
    _ = try await hedra.price(of: Sample.request())
    _ = try await hedra.upload(Data("fox".utf8), named: "fox.png")
    _ = try await hedra.setWebhook(address)
    let submission = try #require(await sandbox.requests(to: .submit).first)
    #expect(submission.body?["webhook"] == .string(address.absoluteString))
    #expect(submission.headers["Idempotency-Key"] == "k")
    #expect(await sandbox.requests(to: .estimate).first?.body?["input"] != nil)
    let setting = try #require(await sandbox.requests(to: .setWebhook).first)
    #expect(setting.body == ["url": .string(address.absoluteString), "enabled": true])
    let others = try rows("body").filter {
      !$0.field.hasPrefix("input.") && !$0.call.hasPrefix("webhook:")
    }
    #expect(
      others.map(\.description) == [
        "POST models/{model} body webhook: HedraV3Options.webhookURL",
        "POST models/{model} body idempotency_key: HedraV3Options.idempotencyKey",
        "POST models/{model}/estimate body input: HedraV3Client.price",
        "POST files body file: HedraV3Client.upload",
        "PUT webhooks/default body url: HedraV3Client.setWebhook",
        "PUT webhooks/default body enabled: HedraV3Client.setWebhook",
      ])
  }

  @Test func everyItemOfAQueryIsSent() async throws {
    let sandbox = HedraV3Sandbox(models: OwnModels.all.map { $0.model }, clock: VirtualClock())
    let hedra = sandbox.client()
    for _ in 0..<2 {
      _ = try await hedra.submit(Dove(prompt: "A fox", aspectRatio: .ratio16x9)).job.result()
    }
    let id = try #require(try await hedra.jobs(pageSize: 1).reduce(into: []) { $0.append($1) }.last)
      .id
    for try await _ in hedra.jobs(of: "dove", pageSize: 1) {}
    for try await _ in hedra.logs(of: id, pageSize: 1) {}
    for try await _ in hedra.transactions(pageSize: 1) {}
    for try await _ in hedra.webhookDeliveries(pageSize: 1) {}
    _ = try await hedra.report(on: id, logsAfter: "start")
    _ = try await hedra.models(of: .image)
    _ = try await hedra.searchVoices(
      of: "wren", for: "calm", gender: "female", language: "en", limit: 3)
    _ = try await hedra.usage(from: .now, to: .now, by: .day)
    let sent = await sandbox.receivedRequests.map { "\($0.method) \($0.url)" }
    let rows = try rows("query")
    #expect(rows.count == 19)
    // There is no delivery, so that there is no second page of them.
    for row in rows where row.call != "GET webhooks/deliveries" || row.field != "cursor" {
      let path = row.call.dropFirst(4).replacing("{model}", with: "").replacing(
        "{job_id}", with: "")
      let parts = path.split(separator: "/").map(String.init)
      #expect(
        sent.contains { request in
          parts.allSatisfy(request.contains) && request.contains("\(row.field)=")
        }, "\(row)")
    }
  }

  @Test func everyFieldOfAnAnswerIsRead() async throws {
    let read = try await CoverageReadings.ofHedraV3()
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
