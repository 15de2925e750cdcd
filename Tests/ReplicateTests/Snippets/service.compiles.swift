import Hoox
import Replicate
import ReplicateTestModels

func submit(_ request: Ember, to replicate: ReplicateClient) async throws {
  _ = try await replicate.submit(request)
}
