import Hoox
import IndoxHub

func submit(_ request: Sora2, to hoox: HooxClient) async throws {
  // expected-error@+1 {{requires that 'Sora2' conform to 'HooxRequest'}}
  _ = try await hoox.submit(request)
}

func submit(_ request: Veo3_1, to indoxhub: IndoxHubClient) async throws {
  // expected-error@+1 {{requires that 'Veo3_1' conform to 'IndoxHubRequest'}}
  _ = try await indoxhub.submit(request)
}
