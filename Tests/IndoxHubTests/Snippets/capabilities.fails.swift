import Foundation
import Hedra
import Hoox
import IndoxHub
import IndoxHubTestModels

func make(_ request: Kite, with indoxhub: IndoxHubClient, maxCost: Decimal) async throws {
  // expected-error@+1 {{extra argument 'maxCost' in call}}
  _ = try await indoxhub.submit(request, maxCost: maxCost)
}

func cancel(_ job: Job<HooxAsset>) async throws {
  // expected-error@+1 {{(aka 'HooxClient') conform to 'CancellingService'}}
  try await job.cancel()
}

func save(_ result: HedraResult, with hoox: HooxClient, to folder: URL) async throws {
  // expected-error@+1 {{(aka 'HedraClient') be equivalent}}
  _ = try await hoox.download(result, to: folder)
}
