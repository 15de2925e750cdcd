import Foundation
import IndoxHub
import IndoxHubSandbox
import ServiceTestSupport
import Testing
import TypedMediaUpdating

/// Gives `body` a folder that is there as long as it runs.
private func withTemporaryFolder(_ body: (URL) async throws -> Void) async throws {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "UpdateTests-\(UUID().uuidString)", directoryHint: .isDirectory)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try await body(folder)
}

/// An update of the snapshots from the service's lists, which have no schemas.
@Suite struct UpdateTests {
  private static let aurora: JSON = [
    "name": "acme/aurora", "provider": "acme",
    "input_schema": [
      "type": "object",
      "properties": ["prompt": ["type": "string"], "duration": ["enum": [4, 6, 8]]],
    ],
  ]

  /// Updates a folder from an answer that was saved.
  private static func update(
    _ folder: URL, from answer: String
  ) async throws -> UpdateReport {
    let saved = SavedAnswer(Data(answer.utf8), path: "list.json")
    return try await CatalogUpdate(of: IndoxHubClient.catalog, from: saved, into: folder.path).run()
  }

  private static func record(_ name: String, in folder: URL) throws -> JSON {
    try JSON(parsing: Data(contentsOf: folder.appending(path: "\(name).json")))
  }

  @Test func theSchemaOfADocumentedModelStays() async throws {
    try await withTemporaryFolder { folder in
      try Self.aurora.data().write(to: folder.appending(path: "aurora.json"))
      let report = try await Self.update(
        folder,
        from: #"""
          {"acme": {
            "video_generation": [
              {"modelName": "acme/aurora", "name": "Aurora", "pricing": {"per_second": 0.40}},
              {"modelName": "acme/dusk", "name": "Dusk", "byok": true}],
            "text_completions": [{"modelName": "acme/scribe"}]}}
          """#)
      #expect(report.added == ["acme/dusk"] && report.changed == ["acme/aurora"])
      #expect(report.failures.isEmpty && report.warnings.isEmpty)
      let aurora = try Self.record("aurora", in: folder)
      #expect(
        aurora.object.map { Array($0.keys) }
          == ["name", "label", "type", "provider", "pricing", "input_schema", "x-documentation"])
      #expect(aurora["input_schema"] == Self.aurora["input_schema"])
      #expect(aurora["pricing"]?.text() == #"{"per_second":0.40}"#)
      let dusk = try Self.record("dusk", in: folder)
      #expect(
        dusk["input_schema"]?["properties"]?["duration"]
          == ["type": "integer", "x-unit": "seconds"])
      let stamp = try Self.record("snapshot", in: folder)
      #expect(stamp["service"] == "indoxhub")
      #expect(stamp["note"]?.string != nil)
    }
  }

  @Test func oneListHasAllThatTheServiceSays() async throws {
    let sandbox = IndoxHubSandbox(models: Sample.models)
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "new").path
      let report = try await CatalogUpdate(of: sandbox.client(), into: path).run()
      #expect(report.added == Sample.models.map(\.name).sorted())
      #expect(await sandbox.receivedRequests.map(\.url.path) == ["/api/v1/models"])
    }
  }

  /// The service's list does not tell that a model's vendor has shut it down.
  @Test func aModelThatIsRetiredIsMarkedThoughItIsListed() async throws {
    try await withTemporaryFolder { folder in
      let name = try #require(IndoxHubClient.catalog.rules.retired.keys.sorted().first)
      let answer = #"{"openai": {"image_generation": [{"modelName": "\#(name)"}]}}"#
      let report = try await Self.update(folder, from: answer)
      #expect(report.added == [name])
      let file = try #require(name.split(separator: "/").last.map(String.init))
      let notice = try Self.record(file, in: folder)["x-retired"]
      #expect(notice?["since"]?.string == IndoxHubClient.catalog.rules.retired[name]?.since)
      #expect(notice?["marked"] != nil)
      #expect(try await Self.update(folder, from: answer).unchanged == [name])
    }
  }

  /// Its vendor's day may be long ago: the days that it stays count from the mark.
  @Test func aModelThatIsRetiredAndGoneStaysForAWhile() async throws {
    try await withTemporaryFolder { folder in
      let (name, end) = try #require(IndoxHubClient.catalog.rules.retired.min { $0.key < $1.key })
      var old = try #require(Self.aurora.object)
      old["name"] = .string(name)
      try JSON.object(old).data().write(to: folder.appending(path: "old.json"))
      try Self.aurora.data().write(to: folder.appending(path: "aurora.json"))
      let report = try await Self.update(
        folder, from: #"{"acme": {"video_generation": [{"modelName": "acme/aurora"}]}}"#)
      #expect(report.retired == [name])
      let notice = try Self.record("old", in: folder)["x-retired"]
      #expect(notice?["since"]?.string == end.since)
      #expect(notice?["marked"]?.string.map { $0 > "2026" } == true)
    }
  }

  @Test func anAnswerWithoutANameIsNone() async throws {
    try await withTemporaryFolder { folder in
      let error = await #expect(throws: (any Error).self) {
        try await Self.update(folder, from: "[{}]")
      }
      #expect(
        error.map { "\($0)" }?.contains("list.json:1:1: error: this is no answer of indoxhub")
          == true)
    }
  }

  @Test func theKeyIsInTheEnvironment() {
    let error = #expect(throws: MediaError.self) { try IndoxHubClient(environment: [:]) }
    #expect(error?.code == .invalidKey)
    #expect(error?.message.contains("INDOXHUB_API_KEY") == true)
  }
}
