import Foundation
import Hedra
import HedraSandbox
import ServiceTestSupport
import Testing

/// The documentation's table of documented fields, held against the code.
@Suite(.timeLimit(.minutes(20))) struct CoverageTests {
  private func rows(_ way: String) throws -> [CoverageRow] {
    try CoverageRow.all(of: "HedraCore").filter { $0.way == way }
  }

  /// What a request writes itself: no property has it.
  private static let constants = [
    "type": "HedraRequest.model", "audio_generation.type": "speech",
  ]

  @Test func everyFieldOfARequestIsSent() throws {
    let rows = try rows("body").filter { $0.call.hasPrefix("POST generations:") }
    // A model's own type takes no more than that of its kind.
    for type in HedraModels.all where type.model.object["id"] == nil {
      let kind = type.model.name
      let names = names(of: type.fields)
      let own = rows.filter { row in
        row.call.dropFirst("POST generations: ".count).components(separatedBy: ", ").contains(kind)
      }
      let paths = own.map { $0.field.replacingOccurrences(of: "[0]", with: "") }
      #expect(Set(paths) == Set(names.keys), "\(kind)")
      for (row, path) in zip(own, paths) {
        #expect((Self.constants[path] ?? names[path]) == row.swift, "\(row)")
      }
    }
  }

  /// The Swift names of the fields that are values, or lists, by their paths.
  private func names(of fields: [RequestField], at place: String = "") -> [String: String] {
    fields.reduce(into: [:]) { names, field in
      let path = place + field.wireName
      let isFlattened =
        field.kind == .object && field.name == field.wireName && !field.fields.isEmpty
      if !isFlattened { names[path] = field.name }
      names.merge(self.names(of: field.fields, at: "\(path).")) { first, _ in first }
    }
  }

  @Test func whatAccompaniesARequestIsSent() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    let hedra = sandbox.client()
    var options = HedraOptions(
      workspaceID: "w", agentThreadID: Sample.first, assetIDs: [Sample.first], batchID: "b")
    _ = try await hedra.submit(Sample.image(), options: options)
    let single = try #require(await sandbox.lastBody)
    options.assetIDs = [Sample.first, Sample.second]
    _ = try await hedra.submit(Sample.image(batchSize: 2), options: options)
    let batch = try #require(await sandbox.lastBody)
    let asset = try await hedra.createAsset(
      named: "fox.png", as: .image, workspaceID: "w", reservedID: Sample.first)
    let created = try #require(await sandbox.lastBody)
    _ = try await hedra.upload(Data("fox".utf8), to: asset)
    for row in try rows("body") where row.call == "POST generations" {
      #expect(single[row.field] != nil || batch[row.field] != nil, "\(row)")
    }
    for row in try rows("body") where row.call == "POST assets" {
      #expect(created[row.field] != nil, "\(row)")
    }
    // The sandbox takes nothing but a form with this field.
    #expect(try rows("body").last?.field == "file")
  }

  @Test func everyItemOfAQueryIsSent() async throws {
    let sandbox = HedraSandbox.ofFoxes()
    let hedra = sandbox.client()
    _ = try await hedra.models(types: [.video])
    _ = try await hedra.assets(of: .image, ids: ["a"])
    let filter = HedraGenerationFilter(
      kind: .asset(.image), createdBefore: .now, createdAfter: .now, promptQuery: "p",
      agentThreadID: Sample.first, ids: ["a"])
    for try await _ in hedra.generations(filter) {}
    let sent = await sandbox.receivedRequests.map { "\($0.method) \($0.url)" }
    let rows = try rows("query")
    #expect(rows.count == 11)
    for row in rows {
      // Members of an object are sent by their own names.
      let name = row.field.split(separator: ".").last ?? ""
      #expect(
        sent.contains {
          $0.contains("public/\(row.call.dropFirst(4))?") && $0.contains("\(name)=")
        }, "\(row)")
    }
  }

  @Test func everyFieldOfAnAnswerIsRead() async throws {
    let read = try await CoverageReadings.ofHedra()
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
