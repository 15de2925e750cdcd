import Hoox
import IndoxHub

func submit(_ request: RayV2, to indoxhub: IndoxHubClient) async throws {
  _ = try await indoxhub.submit(request)
}

func submit(_ request: Veo3_1, to hoox: HooxClient) async throws {
  _ = try await hoox.submit(request)
}
