import Fal
import FalSandbox
import FalTestModels
import Foundation
import ServiceTestSupport
import Testing

/// A sandbox, and a client of it on a clock that does not wait.
struct Bench {
  let clock = VirtualClock()
  let sandbox: FalSandbox
  let ledger = MemoryLedger()
  let fal: FalClient

  init(pace: FalSandbox.Pace = FalSandbox.Pace(), webhooks: (any Transport)? = nil) {
    sandbox = FalSandbox(
      models: OwnModels.all.map { $0.model }, pace: pace, webhooks: webhooks, clock: clock)
    fal = sandbox.client(configuration: ClientConfiguration(ledger: ledger, retries: .never))
  }
}

extension LanternEdit {
  static func sample() throws -> LanternEdit {
    LanternEdit(
      prompt: "At night",
      imageURLs: [try #require(URL(string: "https://example.com/photo.png"))])
  }
}

/// The error that `work` throws.
func caught<Value>(_ work: () async throws -> Value) async throws -> MediaError {
  do {
    _ = try await work()
  } catch let error as MediaError {
    return error
  }
  throw MediaError(.malformedResponse, "Nothing was thrown.")
}
