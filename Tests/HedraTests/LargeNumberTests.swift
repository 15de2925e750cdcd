import Foundation
import Hedra
import HedraSandbox
import ServiceTestSupport
import Testing

/// Numbers that a client sends never end the process that the sandbox is in.
@Suite struct LargeNumberTests {
  private static let numbers = [
    "9223372036854775807", "-9223372036854775808", "9223372036854775808", "-1", "0", "1e999",
    "1e200", "0.5", "99999999999999999999999999999999999999.5",
  ]

  /// A model that is paid by the second and whose record bounds nothing.
  private static let open: ModelRecord = {
    var record = ModelRecord(name: "open")
    record.object["id"] = "00000000-0000-4000-8000-00000000000a"
    record.object["pricing"] = ["base_cost": 1, "credits_per_second": 2]
    record.object["input_schema"] = [
      "type": "object", "properties": ["text": [:], "duration_ms": [:]],
    ]
    return record
  }()

  @Test(arguments: numbers)
  func aRequestIsTakenOrRefused(number: String) async throws {
    let sandbox = HedraSandbox(
      models: [Self.open] + HedraModels.all.map { $0.model }, clock: VirtualClock())
    let credits = await sandbox.credits
    for path in [
      "generations?limit=\(number)", "generations?offset=\(number)",
      "generations?limit=\(number)&offset=\(number)",
      "generations?created_before=\(number)", "assets?type=image&ids=\(number)",
    ] {
      #expect([200, 422].contains(try await send("GET", path, to: sandbox)), "\(path)")
    }
    let model = #""ai_model_id": "00000000-0000-4000-8000-00000000000a""#
    for key in ["batch_size", "duration_ms", "audio_start_ms"] {
      for body in [
        #"{"type": "video", \#(model), "generated_video_inputs": {"text_prompt": "p", "\#(key)": \#(number)}}"#,
        #"{"type": "video", \#(model), "text": "p", "\#(key)": \#(number)}"#,
        #"{"type": "text_to_sound", "text": "p", "\#(key)": \#(number)}"#,
        #"{"type": "text_to_sound", "text": "p", "duration_seconds": \#(number)}"#,
      ] {
        let status = try await send("POST", "generations", body, to: sandbox)
        #expect([200, 402, 422].contains(status), "\(body)")
        #expect(await sandbox.credits <= credits)
      }
    }
    #expect(await !sandbox.credits.isNaN)
    #expect(try await send("GET", "generations?limit=\(Int.max)", to: sandbox) == 200)
  }

  private func send(
    _ method: String, _ path: String, _ body: String? = nil, to sandbox: HedraSandbox
  ) async throws -> Int {
    try await RawService(
      sandbox, at: HedraClient.defaultURL,
      headers: ["X-API-Key": HedraSandbox.apiKey]
    ).send(method, path, bytes: body.map { Data($0.utf8) }).status
  }
}
