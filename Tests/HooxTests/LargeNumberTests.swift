import Foundation
import Hoox
import HooxSandbox
import ServiceTestSupport
import Testing

/// Numbers that a client sends never end the process that the sandbox is in.
@Suite struct LargeNumberTests {
  private static let numbers = [
    "9223372036854775807", "-9223372036854775808", "9223372036854775808", "-1", "0", "5", "1e999",
    "1e-999", "0.5", "99999999999999999999999999999999999999.5",
  ]

  /// A model whose record bounds nothing.
  private static let open: ModelRecord = {
    var record = ModelRecord(name: "open")
    record.object["type"] = "video"
    record.object["capabilities"] = ["supported_durations": [4, 8], "default_duration": 8]
    record.object["input_schema"] = [
      "type": "object",
      "properties": ["prompt": [:], "duration": [:], "generation_count": [:]],
    ]
    return record
  }()

  @Test(arguments: numbers)
  func aRequestIsTakenOrRefused(number: String) async throws {
    for credits in [0, 1_000_000] as [Decimal] {
      let sandbox = HooxSandbox(
        credits: credits, models: [Self.open] + HooxModels.all.map { $0.model },
        clock: VirtualClock())
      for model in ["open", "veo-3.1"] {
        for key in ["duration", "generation_count", "image_count"] {
          for path in ["asset/pricing", "asset/start"] {
            let body =
              #"{"type": "video", "model": "\#(model)", "prompt": "p", "\#(key)": \#(number)}"#
            let status = try await send("POST", path, body, to: sandbox)
            #expect([200, 201, 400, 402].contains(status), "\(path) \(body)")
            #expect(await sandbox.credits <= credits)
          }
        }
      }
      #expect(await !sandbox.credits.isNaN)
    }
  }

  @Test func aLengthIsPutRightToTheNearest() async throws {
    let hoox = HooxSandbox().client()
    for (asked, nearest) in [(Int.max, 8), (.min, 4), (5, 4), (7, 6)] {
      let price = try await hoox.price(HooxPriceQuery(model: "veo-3.1", duration: asked))
      #expect(price.normalized?.duration == .seconds(nearest))
    }
  }

  private func send(
    _ method: String, _ path: String, _ body: String, to sandbox: HooxSandbox
  ) async throws -> Int {
    try await RawService(
      sandbox, at: HooxClient.defaultURL,
      headers: ["Authorization": "Bearer \(HooxSandbox.apiKey)"]
    ).send(method, path, bytes: Data(body.utf8)).status
  }
}
