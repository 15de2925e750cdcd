import Foundation
import IndoxHub
import IndoxHubSandbox
import ServiceTestSupport
import Testing

/// The calls that the service's documents print, against the sandbox.
@Suite(
  .enabled(
    if: Documents.contain("example-calls.md"), "example-calls.md is not beside the repository"))
struct ExampleTests {
  private let clock = VirtualClock()
  private let sandbox: IndoxHubSandbox
  private let service: RawService

  init() throws {
    // The printed calls are of models that have been shut down since.
    sandbox = IndoxHubSandbox(models: try Snapshots.models().map(\.model), clock: clock)
    service = RawService(
      sandbox, at: IndoxHubClient.defaultURL,
      headers: ["Authorization": "Bearer \(IndoxHubSandbox.apiKey)"])
  }

  private func call(_ method: String, _ path: String) throws -> PrintedCall {
    try #require(
      try Documents.printedCalls(in: "example-calls.md", below: "## IndoxHub").first {
        $0.method == method && $0.path.hasPrefix(path)
      })
  }

  @Test func videosAreMadeAsPrinted() async throws {
    let call = try call("POST", "/videos/generations")
    let answer = try await service.send(call.method, call.path, call.body)
    #expect(answer.status == 200, "\(answer.json)")
    #expect(answer.json["data"]?.array?.first?["url"]?.string != nil)
    for member in ["request_id", "created_at", "provider", "model"] {
      #expect(answer.json[member]?.string != nil, "\(member)")
    }
  }

  @Test func aJobIsAnsweredAsPrinted() async throws {
    let printed = try call("GET", "/videos/jobs/job")
    let made = try await service.send(
      "POST", "/videos/generations",
      ["prompt": "A golden retriever playing in autumn leaves", "model": "luma/ray-v2"]
    ).json
    let id = try #require(made["data"]?["job_id"]?.string)
    clock.advance(by: .seconds(120))
    let answer = try await service.send("GET", "/videos/jobs/\(id)").json
    #expect(
      PrintedAnswer(try #require(printed.answer), determined: ["status", "progress"])
        .differences(of: answer) == [])
    let list = try await service.send("GET", try call("GET", "/videos/jobs?").path).json
    #expect(list["total"] == 1)
    #expect(list["jobs"]?.array?.first?["job_id"] == .string(id))
  }

  @Test func aJobIsCancelledWhileItIsPending() async throws {
    let call = try call("POST", "/videos/jobs/{job_id}/cancel")
    func start() async throws -> String {
      let made = try await service.send(
        "POST", "/videos/generations", ["prompt": "p", "model": "luma/ray-v2"]
      ).json
      return try #require(made["data"]?["job_id"]?.string)
    }
    let pending = try await start()
    let answer = try await service.send(
      call.method, call.path.replacing("{job_id}", with: pending))
    #expect(answer.status == 200)
    #expect(answer.json["message"]?.string != nil)
    let running = try await start()
    clock.advance(by: .seconds(5))
    #expect(
      try await service.send(call.method, call.path.replacing("{job_id}", with: running)).status
        == 400)
  }
}
