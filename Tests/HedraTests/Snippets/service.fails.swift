import Hedra
import HedraTestModels
import Hoox
import HooxTestModels

func submit(_ request: Marsh, to hoox: HooxClient) async throws {
  // expected-error@+1 {{requires the types 'HooxClient' and 'HedraClient' be equivalent}}
  _ = try await hoox.submit(request)
}

// expected-error@+1 {{value of type 'Lantern' does not conform to specified type 'HedraRequest'}}
let request: any HedraRequest = Lantern(prompt: "A tide pool at dawn")
