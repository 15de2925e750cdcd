import IndoxHub
import Replicate

func submit(_ request: Bark, to indoxhub: IndoxHubClient) async throws {
  // expected-error@+1 {{requires the types 'IndoxHubClient' and 'ReplicateClient' be equivalent}}
  _ = try await indoxhub.submit(request)
}
