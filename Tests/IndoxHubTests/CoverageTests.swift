import Foundation
import IndoxHub
import IndoxHubSandbox
import ServiceTestSupport
import Testing
import TypedMediaGenerator

/// The documentation's table of documented fields, held against the code.
@Suite struct CoverageTests {
  private func rows() throws -> [CoverageRow] {
    try CoverageRow.all(of: "IndoxHubCore")
  }

  @Test func everyFieldOfABodyIsSent() async throws {
    for (call, medium) in [
      ("POST videos/generations", "video"), ("POST images/generations", "image"),
    ] {
      let rows = try rows().filter { $0.call == call && $0.way == "body" }
      // Of those that are retired too, whose types no list has.
      let models = try Snapshots.models().filter { $0.model.kind == medium }
      var names: [String: Set<String>] = [:]
      for field in models.flatMap(\.fields) {
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

  @Test func everyFieldOfASpeechIsSent() throws {
    let rows = try rows().filter { $0.call == "POST audio/tts/generations" && $0.way == "body" }
    var names = Self.accompanying
    for field in IndoxHubSpeechRequest.fields {
      names[field.wireName] = "IndoxHubSpeechRequest.\(field.name)"
    }
    #expect(Set(rows.map(\.field)) == Set(names.keys))
    for row in rows { #expect(names[row.field] == row.swift, "\(row)") }
  }

  @Test func everyFieldOfAFormIsSent() async throws {
    let folder = try TemporaryFolder()
    let file = try folder.file("fox.wav", Sample.bytes)
    let options = IndoxHubOptions(provider: "openai", byokAPIKey: "key")
    for (call, task) in [
      (
        "POST audio/stt/transcriptions",
        IndoxHubTranscriptRequest.Task.transcription(language: "en", timestamps: [.word, .segment])
      ), ("POST audio/stt/translations", .translation),
    ] {
      let recorder = FormRecorder()
      var configuration = ClientConfiguration.once
      configuration.transport = recorder
      let indoxhub = IndoxHubClient(
        apiKey: APIKey(IndoxHubSandbox.apiKey), configuration: configuration)
      let request = IndoxHubTranscriptRequest(
        of: file, task, model: "m", prompt: "p", format: .verboseJSON, temperature: 0.5)
      _ = try await indoxhub.audio.submit(request, options: options)
      let sent = recorder.form.value
      let rows = try rows().filter { $0.call == call && $0.way == "body" }
      #expect(Set(rows.map(\.field)) == Set(sent.keys))
      #expect(sent["response_format"] == "verbose_json" && sent["temperature"] == "0.5")
      #expect(
        sent["timestamp_granularities"] == (task == .translation ? nil : #"["word","segment"]"#))
      let properties = Set(Mirror(reflecting: request).children.compactMap(\.label))
      for row in rows {
        let name = row.swift.split(separator: ".").last.map(String.init) ?? ""
        let isKnown = Self.accompanying[row.field] == row.swift || properties.contains(name)
        #expect(isKnown, "\(row)")
      }
    }
    withExtendedLifetime(folder) {}
  }

  /// What accompanies a request of any kind.
  private static let accompanying = [
    "provider": "IndoxHubOptions.provider", "byok_api_key": "IndoxHubOptions.byokAPIKey",
  ]

  @Test func everyItemOfAQueryIsSent() async throws {
    let sandbox = IndoxHubSandbox()
    let indoxhub = sandbox.client()
    for try await _ in indoxhub.videoJobs() {}
    _ = try await indoxhub.trendingModels(days: 7, limit: 1)
    _ = try await indoxhub.usage(from: "a", to: "b")
    let sent = await sandbox.receivedRequests.map { "\($0.method) \($0.url)" }
    let rows = try rows().filter { $0.way == "query" }
    #expect(rows.count == 6)
    for row in rows {
      #expect(
        sent.contains {
          $0.contains(row.call.dropFirst(4)) && $0.contains("\(row.field)=")
        }, "\(row)")
    }
  }

  @Test func everyFieldOfAnAnswerIsRead() async throws {
    let read = try await CoverageReadings.ofIndoxHub()
    let rows = try rows().filter { $0.way == "answer" }
    #expect(rows.count == read.count)
    for row in rows {
      let reading = try #require(read[row.call + " " + row.field], "\(row)")
      #expect(reading.swift == row.swift, "\(row)")
      #expect(reading.expected != nil, "\(row)")
      #expect(reading.value == reading.expected, "\(row)")
    }
  }
}

/// Takes a form, and hears something.
private struct FormRecorder: Transport {
  let form = Watched<[String: String]>([:])

  func send(_ request: TransportRequest) async throws -> TransportResponse {
    let parts = MultipartReader.parts(
      of: request.bytes ?? Data(), contentType: request.headers["Content-Type"])
    form.change {
      $0 = (parts ?? [:]).mapValues { String(decoding: $0.data, as: UTF8.self) }
    }
    return TransportResponse(json: ["data": ["text": "fox"]])
  }
}
