import Hoox
import HooxTestModels

protocol AcmeRequest: GenerationRequest {}

struct AcmeClient {
  func submit(_ request: some AcmeRequest) {}
}

func submit(_ request: some AcmeRequest, to acme: AcmeClient) {
  acme.submit(request)
}

func submit(_ request: Lantern, to hoox: HooxClient) async throws {
  _ = try await hoox.submit(request)
}
