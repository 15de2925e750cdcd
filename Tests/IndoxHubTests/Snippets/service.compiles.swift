import Hoox
import struct HooxTestModels.Heron
import IndoxHub
import IndoxHubTestModels

func submit(_ request: Kite, to indoxhub: IndoxHubClient) async throws {
  _ = try await indoxhub.submit(request)
}

func submit(_ request: Heron, to hoox: HooxClient) async throws {
  _ = try await hoox.submit(request)
}
