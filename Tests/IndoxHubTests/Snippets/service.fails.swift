import Hoox
import IndoxHub

func submit(_ request: RayV2, to hoox: HooxClient) async throws {
  // expected-error@+1 {{requires the types 'HooxClient' and 'IndoxHubClient' be equivalent}}
  _ = try await hoox.submit(request)
}

func submit(_ request: Veo3_1, to indoxhub: IndoxHubClient) async throws {
  // expected-error@+1 {{requires the types 'IndoxHubClient' and 'HooxClient' be equivalent}}
  _ = try await indoxhub.submit(request)
}
