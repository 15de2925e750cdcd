import Hoox

func make(_ hoox: HooxClient) async throws -> HooxAsset {
  try await hoox.submit(Veo3_1(prompt: "A fox")).result()
  // expected-error@-1 {{has no member 'result'}}
}
