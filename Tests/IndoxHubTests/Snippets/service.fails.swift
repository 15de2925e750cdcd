import Hoox
import struct HooxTestModels.Heron
import IndoxHub
import IndoxHubTestModels

func submit(_ request: Kite, to hoox: HooxClient) async throws {
  // expected-error@+1 {{requires the types 'HooxClient' and 'IndoxHubClient' be equivalent}}
  _ = try await hoox.submit(request)
}

func submit(_ request: Heron, to indoxhub: IndoxHubClient) async throws {
  // expected-error@+1 {{requires the types 'IndoxHubClient' and 'HooxClient' be equivalent}}
  _ = try await indoxhub.submit(request)
}
