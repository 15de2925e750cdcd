import Foundation
import Replicate
import ReplicateSandbox
import ServiceTestSupport
import Testing

/// What holds for every model of the snapshots.
@Suite(.timeLimit(.minutes(20))) struct SweepTests {
  @Test func theModelsThatAreNotRetiredAreListed() throws {
    let names = ReplicateModels.all.map { $0.model.name }
    #expect(!names.isEmpty && Set(names).count == names.count)
    #expect(try names.sorted() == ShippedSnapshots.listedNames(of: "replicate"))
    #expect(ReplicateModels.stamp?.service == "replicate")
  }

  @Test(arguments: ReplicateModels.all.map { RequestType(type: $0) })
  func theFieldsAreThoseOfTheSchema(request: RequestType) throws {
    let type = request.type
    #expect(type.snapshot.problem == nil)
    let properties = try #require(type.model.inputSchema?["properties"]?.object)
    #expect(Set(type.fields.map(\.wireName)) == Set(properties.keys))
    // Whatever is a file is marked, and an address in Swift.
    for (name, property) in properties {
      #expect((property["format"] == "uri") == (property["x-media"] != nil))
      let field = try #require(type.fields.first { $0.wireName == name })
      #expect((property["x-media"] != nil) == (field.kind == .url))
    }
  }

  /// Every model runs in the sandbox, and makes what its type reads whole.
  @Test(arguments: ReplicateModels.all.map { RequestType(type: $0) })
  func everyModelRunsInTheSandbox(request: RequestType) async throws {
    try await run(request.type)
  }

  private func run<Request: ReplicateRequest>(_ type: Request.Type) async throws {
    let sandbox = ReplicateSandbox(clock: VirtualClock())
    let replicate = sandbox.client()
    var input = JSONObject()
    for name in (type.model.inputSchema?["required"]?.array ?? []).compactMap(\.string) {
      let isFile = type.model.inputSchema?["properties"]?[name]?["format"] == "uri"
      input[name] = isFile ? "https://example.com/a.png" : "A fox"
    }
    let request = try type.init(json: .object(input))
    let output = try await replicate.submit(request).job.result()
    #expect(output.violations().isEmpty)
    #expect(!output.json.isNull)
    let folder = try TemporaryFolder()
    for file in output.files {
      let saved = try await replicate.download(file, to: folder.url)
      #expect(try !Data(contentsOf: saved).isEmpty)
    }
    #expect(output.files.isEmpty == (type.model.kind == "text"))
  }

  /// A type of requests, with a name for the list of cases.
  struct RequestType: CustomTestStringConvertible, Sendable {
    let type: any ReplicateRequest.Type
    var testDescription: String { "\(type)" }
  }
}
