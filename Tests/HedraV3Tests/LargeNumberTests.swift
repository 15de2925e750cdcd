import Foundation
import HedraV3
import HedraV3Sandbox
import HedraV3TestModels
import ServiceTestSupport
import Testing

/// Numbers that a client sends never end the process that the sandbox is in.
@Suite struct LargeNumberTests {
  private static let numbers = [
    "9223372036854775807", "-9223372036854775808", "9223372036854775808", "-1", "0", "1e999",
    "99999999999999999999999999999999999999.5",
  ]

  @Test(arguments: numbers)
  func aRequestIsTakenOrRefused(number: String) async throws {
    var open = ModelRecord(name: "open")
    open.object["type"] = "image"
    open.object["input_schema"] = [
      "type": "object", "properties": ["prompt": [:], "num_outputs": [:]],
    ]
    let sandbox = HedraV3Sandbox(
      models: [open] + OwnModels.all.map { $0.model }, clock: VirtualClock())
    let job = try await sandbox.client().submit(Dove(prompt: "p", aspectRatio: .ratio16x9)).job
      .id
    for path in [
      "jobs?limit=\(number)", "jobs?cursor=after-\(number)", "transactions?cursor=after-\(number)",
      "jobs/\(job)/status?logs_after=log-\(number)", "jobs/\(job)/logs?cursor=after-\(number)",
      "models/dove/voices?limit=\(number)", "usage?start=\(number)&end=\(number)",
    ] {
      let status = try await send("GET", path, to: sandbox)
      #expect((200..<500).contains(status), "\(path)")
    }
    let body = #"{"input": {"prompt": "p", "num_outputs": \#(number)}}"#
    for model in ["open", "dove"] {
      let status = try await send("POST", "models/\(model)", body, to: sandbox)
      #expect((200..<500).contains(status), "\(model) \(body)")
    }
  }

  private func send(
    _ method: String, _ path: String, _ body: String? = nil, to sandbox: HedraV3Sandbox
  ) async throws -> Int {
    try await RawService(
      sandbox, at: HedraV3Client.defaultURL,
      headers: ["Authorization": "Key \(HedraV3Sandbox.apiKey)"]
    ).send(method, path, bytes: body.map { Data($0.utf8) }).status
  }
}
