import Foundation
import IndoxHub
import Testing
import TypedMediaSandbox

/// The README's table of documented fields, held against the code.
@Suite struct CoverageTests {
  @Test func everyFieldOfABodyIsSent() async throws {
    for (call, medium) in [
      ("POST videos/generations", "video"), ("POST images/generations", "image"),
    ] {
      let rows = try CoverageRow.all().filter { $0.call == call && $0.way == "body" }
      let types = IndoxHubModels.all.filter { $0.model.type == medium }
      var names: [String: Set<String>] = [:]
      for field in types.flatMap({ $0.fields }) {
        names[field.wireName, default: []].insert(field.name)
      }
      // What accompanies a request to any model.
      for (name, swift) in [
        ("model", "IndoxHubRequest.model"), ("provider", "IndoxHubOptions.provider"),
        ("byok_api_key", "IndoxHubOptions.byokAPIKey"),
      ] { names[name] = [swift] }
      #expect(Set(rows.map(\.field)) == Set(names.keys))
      for row in rows { #expect(names[row.field] == [row.swift], "\(row)") }
    }
  }

  @Test func everyItemOfAQueryIsSent() async throws {
    let sandbox = IndoxHubSandbox()
    let indoxhub = sandbox.client()
    for try await _ in indoxhub.videoJobs() {}
    _ = try await indoxhub.trendingModels(days: 7, limit: 1)
    _ = try await indoxhub.usage(from: "a", to: "b")
    let sent = await sandbox.receivedRequests.map { "\($0.method) \($0.url)" }
    let rows = try CoverageRow.all().filter { $0.way == "query" }
    #expect(rows.count == 6)
    for row in rows {
      #expect(
        sent.contains {
          $0.contains(row.call.dropFirst(4)) && $0.contains("\(row.field)=")
        }, "\(row)")
    }
  }

  @Test func everyFieldOfAnAnswerIsRead() async throws {
    let read = try await CoverageReadings.all()
    let rows = try CoverageRow.all().filter { $0.way == "answer" }
    #expect(rows.count == read.count)
    for row in rows {
      let reading = try #require(read[row.call + " " + row.field], "\(row)")
      #expect(reading.swift == row.swift, "\(row)")
      #expect(reading.value == reading.expected, "\(row)")
    }
  }
}

/// One row of the table.
struct CoverageRow: CustomStringConvertible {
  let call: String
  let way: String
  let field: String
  let swift: String

  var description: String { "\(call) \(way) \(field): \(swift)" }

  /// The rows of the README's table of IndoxHub.
  static func all() throws -> [CoverageRow] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../README.md").standardizedFileURL
    let text = try String(contentsOf: file, encoding: .utf8)
    let start = try #require(text.range(of: "## IndoxHub, field by field"))
    return text[start.upperBound...].split(separator: "\n").prefix { !$0.hasPrefix("#") }
      .compactMap { line in
        let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: [" ", "`"]) }
        guard cells.count == 4, line.hasPrefix("| `") else { return nil }
        return CoverageRow(call: cells[0], way: cells[1], field: cells[2], swift: cells[3])
      }
  }
}
