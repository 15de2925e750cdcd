import Hoox
import Replicate
import ReplicateTestModels

func submit(_ request: Ember, to hoox: HooxClient) async throws {
  // expected-error@+1 {{requires the types 'HooxClient' and 'ReplicateClient' be equivalent}}
  _ = try await hoox.submit(request)
}
