import Hoox
import Replicate

func submit(_ request: Bark, to hoox: HooxClient) async throws {
  // expected-error@+1 {{requires the types 'HooxClient' and 'ReplicateClient' be equivalent}}
  _ = try await hoox.submit(request)
}
