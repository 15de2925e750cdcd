import Hoox
import HooxTestModels

func make(_ hoox: HooxClient) async throws -> HooxAsset {
  try await hoox.submit(Lantern(prompt: "A fox")).result()
  // expected-error@-1 {{has no member 'result'}}
}
