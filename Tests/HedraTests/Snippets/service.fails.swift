import Hedra
import Hoox

func submit(_ request: Veo3FastT2V, to hoox: HooxClient) async throws {
  // expected-error@+1 {{requires the types 'HooxClient' and 'HedraClient' be equivalent}}
  _ = try await hoox.submit(request)
}

// expected-error@+1 {{value of type 'Veo3_1' does not conform to specified type 'HedraRequest'}}
let request: any HedraRequest = Veo3_1(prompt: "A tide pool at dawn")
