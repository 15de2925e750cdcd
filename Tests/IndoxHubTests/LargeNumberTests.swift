import Foundation
import IndoxHub
import IndoxHubSandbox
import IndoxHubTestModels
import ServiceTestSupport
import Testing

/// Numbers that a client sends never end the process that the sandbox is in.
@Suite struct LargeNumberTests {
  private static let numbers = [
    "9223372036854775807", "-9223372036854775808", "9223372036854775808", "-1", "0", "1e999",
    "0.5", "99999999999999999999999999999999999999.5",
  ]

  @Test(arguments: numbers)
  func aRequestIsTakenOrRefused(number: String) async throws {
    let sandbox = IndoxHubSandbox(
      models: OwnModels.all.map { $0.model }, requestsPerMinute: nil, clock: VirtualClock())
    _ = try await sandbox.client().submit(Kite(prompt: "p"))
    for path in [
      "videos/jobs?limit=\(number)", "videos/jobs?skip=\(number)",
      "videos/jobs?limit=\(number)&skip=\(number)", "models/trending?limit=\(number)",
      "models/trending?days=\(number)",
    ] {
      #expect([200, 400].contains(try await send("GET", path, to: sandbox)), "\(path)")
    }
    // With a key of one's own, no price is in the way.
    for (path, model) in [("videos", "lumen/kite"), ("images", "quill/moss")] {
      for key in ["n", "duration", "seed"] {
        let body =
          #"{"model": "\#(model)", "prompt": "p", "byok_api_key": "k", "\#(key)": \#(number)}"#
        let status = try await send("POST", "\(path)/generations", body, to: sandbox)
        #expect([200, 422].contains(status), "\(path) \(body)")
      }
    }
    let speech = #"{"input": "a", "speed": \#(number)}"#
    #expect(
      [200, 422].contains(try await send("POST", "audio/tts/generations", speech, to: sandbox)))
  }

  @Test func moreThanAHundredAreRefusedAtTheirField() async throws {
    let sandbox = IndoxHubSandbox.played(clock: VirtualClock())
    let body = #"{"model": "quill/moss", "prompt": "p", "n": 101, "byok_api_key": "k"}"#
    #expect(try await send("POST", "images/generations", body, to: sandbox) == 422)
  }

  private func send(
    _ method: String, _ path: String, _ body: String? = nil, to sandbox: IndoxHubSandbox
  ) async throws -> Int {
    try await RawService(
      sandbox, at: IndoxHubClient.defaultURL,
      headers: ["Authorization": "Bearer \(IndoxHubSandbox.apiKey)"]
    ).send(method, path, bytes: body.map { Data($0.utf8) }).status
  }
}
