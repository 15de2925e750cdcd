import Hoox
import Replicate

func submit(_ request: Bark, to replicate: ReplicateClient) async throws {
  _ = try await replicate.submit(request)
}
